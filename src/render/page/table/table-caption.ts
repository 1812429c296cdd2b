import type { Element, ElementContent, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Table } from '../../../model/table.ts'
import { textOfParts } from '../../../model/text.ts'
import { foldSpace } from '../../../util/text/fold-space.ts'
import { langOfParts } from '../../lang-of-parts.ts'
import { element } from '../element.ts'
import type { PageScope } from '../page-scope.ts'

/**
 * Adds a caption to a table without one. Only a number that the text refers to (`isNumbered`) is visible: the heading above already names
 * the table.
 *
 * @param number position of the table in the page, from 1.
 * @returns the caption’s text.
 */
export function captionTable(
  node: Element,
  number: number,
  model: Table | undefined,
  scope: PageScope,
  isNumbered: boolean,
): string {
  const own = node.children.find((child) => child.type === 'element' && child.tagName === 'caption')
  if (own) return foldSpace(hastToString(own))
  const { text, caption } = captionOf(number, model, scope, isNumbered)
  node.children.unshift(caption)
  return text
}

/** Makes the caption of a table without one, and its text. */
function captionOf(
  number: number,
  model: Table | undefined,
  { document, side, label }: PageScope,
  isNumbered: boolean,
): { readonly text: string; readonly caption: Element } {
  const caption = model ? textOfParts(model.caption, document, side) : ''
  const short = label('page.table', { number })
  const text = caption ? label('page.tableNamed', { number, caption }) : short
  const lang = model && langOfParts(model.caption, document, side)
  const hidden = { className: ['visually-hidden'], ...(lang && { lang }) }
  if (!isNumbered || !text.startsWith(short)) return { text, caption: element('caption', hidden, [text]) }
  const seen: (ElementContent | string)[] = [short]
  if (caption) seen.push(element('span', hidden, [text.slice(short.length)]))
  return {
    text,
    caption: element('caption', {}, [element('span', { className: ['caption-text'] }, seen)]),
  }
}

/**
 * Finds the numbers of tables that the text of a page refers to, such as “see Table 2”, or its English source text.
 *
 * @param tree the page’s content before tables are captioned.
 */
export function tableNumbersIn(
  tree: Root,
  { document, side, locale, context }: PageScope,
): ReadonlySet<number> {
  const numbers = new Set<number>()
  const collect = (text: string, pattern: RegExp) => {
    for (const [, number] of text.matchAll(pattern)) numbers.add(Number(number))
  }
  collect(hastToString(tree), referencesIn(locale, context))
  if (side === 'target' && /^en\b/i.test(document.sourceLocale)) {
    // Of other source languages there may be no labels.
    const english = referencesIn('en-US', context)
    for (const units of [document.units, document.includedUnits])
      for (const { source } of Object.values(units)) if (source) collect(source.text, english)
  }
  return numbers
}

/** Whether a text begins with the number of a table: a caption that the document has as a paragraph. */
export function beginsWithTableNumber(text: string, number: number, { locale, context }: PageScope): boolean {
  const [first] = text.trim().matchAll(referencesIn(locale, context))
  return first?.index === 0 && Number(first[1]) === number
}

/** Pattern of “Table 1” in a language, with any space and letter case, not within a word. */
function referencesIn(locale: string, { translate }: PageScope['context']): RegExp {
  const [before = '', after = ''] = translate(locale, 'page.table', { number: '\0' })
    .split('\0')
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  // Chinese and Japanese have no spaces between words.
  const start = /^\p{Script=Han}/u.test(before) ? '' : String.raw`(?<![\p{L}\p{N}])`
  return new RegExp(String.raw`${start}${before}\s*(\d{1,4})(?!\.?\p{N})\s*${after}`, 'giu')
}
