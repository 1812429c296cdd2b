import type { Element, Nodes, Root } from 'hast'
import { otherSide, unitOf } from '../../model/text.ts'
import { escapeMarkup } from '../../util/text/escape-markup.ts'
import { localeOf, type OutputFile } from '../context.ts'
import type { PageScope } from '../page/page-scope.ts'
import { segmentKey } from '../segment-key.ts'
import { titleOf } from '../title-of.ts'

/** Mark before a sentence, and marks around its other side, which follows it; `search.js` looks for the same ones. */
const [OWN_MARK, OTHER_START, OTHER_END] = ['⦑', '⦃', '⦄']
/** Marks around text in the other language, because it has no translation. */
const [FOREIGN_START, FOREIGN_END] = ['⦗', '⦘']

/** Weight of the other side: a page that says the word itself comes first. */
const OTHER_WEIGHT = 0.2

const HEADING = /^h[1-6]$/
/** Elements that do not end a sentence of the text around them. */
const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del dfn em font i img input ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
/** Elements without text to search. */
const SILENT = new Set(['audio', 'iframe', 'script', 'style', 'svg', 'template', 'video'])

/**
 * Renders the text of a page for the search index: headings with their ids, and after each translated sentence its
 * source, in marks. Elements say where text begins and ends, and nothing else.
 *
 * @param tree the filled skeleton; it stays unchanged.
 */
export function renderSearchRecord(tree: Root, scope: PageScope): OutputFile {
  const { document, side, locale, output, context } = scope
  const title = titleOf(document.title[side], document.path)
  const facts = [
    ['title', title],
    ['other', localeOf(document, otherSide(side))],
    ...(context.notice === 'untranslated' ? [['untranslated', 'true']] : []),
  ]
  const meta = facts.map(
    ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${toReferences(value!)}">`,
  )
  const { html, hasTitle } = recordText(tree, scope)
  const heading = hasTitle ? '' : `<h1>${toReferences(title)}</h1>`
  return {
    path: output,
    content: `<!doctype html><html lang="${locale}"><body><main data-pagefind-body>${meta.join('')}${heading}${html}</main></body></html>`,
  }
}

/** Writes the text of a page; `hasTitle` if it has a first-level heading. */
function recordText(tree: Root, scope: PageScope): { readonly html: string; readonly hasTitle: boolean } {
  const piecesOf = findPieces(tree)
  let hasTitle = false
  let html = ''
  let paragraph = ''
  /** Other sides of the segments of a heading; `undefined` outside headings. */
  let aside: string | undefined

  function endParagraph(): void {
    if (paragraph.trim() !== '') html += `<p>${paragraph}</p>`
    paragraph = ''
  }

  function visit(node: Nodes): void {
    if (node.type === 'text') paragraph += toReferences(node.value)
    else if (node.type === 'root') for (const child of node.children) visit(child)
    else if (node.type === 'element' && !SILENT.has(node.tagName)) visitElement(node)
  }

  function visitElement(node: Element): void {
    const { tagName, children } = node
    if (segmentKey(node) !== undefined) {
      visitSegment(node)
      return
    }
    if (tagName === 'br') paragraph += ' '
    const isInline = INLINE.has(tagName) || aside !== undefined
    if (!isInline) endParagraph()
    if (!isInline && HEADING.test(tagName)) visitHeading(node)
    else for (const child of children) visit(child)
    if (!isInline) endParagraph()
  }

  /** Results show a heading as it is, so the other side of its text follows it. */
  function visitHeading({ tagName, properties: { id }, children }: Element): void {
    hasTitle ||= tagName === 'h1'
    aside = ''
    for (const child of children) visit(child)
    const anchor = typeof id === 'string' ? ` id="${toReferences(id)}"` : ''
    html += `<${tagName}${anchor}>${paragraph}</${tagName}>`
    paragraph = aside
    aside = undefined
    endParagraph()
  }

  function visitSegment(node: Element): void {
    const isForeign = node.properties.lang !== undefined
    const pieces = isForeign ? undefined : piecesOf.get(segmentKey(node)!)
    const other = pieces && otherText(node, scope)
    if (aside === undefined && isForeign) paragraph += ` ${FOREIGN_START}`
    else if (aside === undefined && other && pieces?.first === node) paragraph += ` ${OWN_MARK}`
    for (const child of node.children) visit(child)
    if (aside === undefined && isForeign) paragraph += `${FOREIGN_END} `
    if (!other || pieces?.last !== node) return
    const html = ` <span data-pagefind-weight="${OTHER_WEIGHT}">${OTHER_START}${toReferences(other)}${OTHER_END}</span> `
    if (aside === undefined) paragraph += html
    else aside += html
  }

  visit(tree)
  endParagraph()
  return { html, hasTitle }
}

/** The source of a translated sentence; `undefined` if it is the same. */
function otherText(node: Element, { document, side }: PageScope): string | undefined {
  if (side === 'source') return undefined
  const unit = unitOf(document, segmentKey(node)!)
  const [own, other] = [unit?.[side]?.text, unit?.[otherSide(side)]?.text]
  return own && other && !own.includes(other) ? other : undefined
}

/** The first and the last piece of a segment, which a link or bold text can split. */
interface Pieces {
  readonly first: Element
  readonly last: Element
}

function findPieces(tree: Root): ReadonlyMap<string, Pieces> {
  const pieces = new Map<string, Pieces>()
  const collect = (node: Nodes): void => {
    if (!('children' in node)) return
    const key = node.type === 'element' ? segmentKey(node) : undefined
    if (key === undefined) for (const child of node.children) collect(child)
    else pieces.set(key, { first: pieces.get(key)?.first ?? (node as Element), last: node as Element })
  }
  collect(tree)
  return pieces
}

/** Escapes text for HTML; marks in it are not ours. */
function toReferences(text: string): string {
  return escapeMarkup(MARKS.test(text) ? text.replace(/[⦑⦃⦄⦗⦘]/g, ' ') : text)
}

const MARKS = /[⦑⦃⦄⦗⦘]/
