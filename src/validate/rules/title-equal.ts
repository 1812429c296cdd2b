import { posix } from 'node:path'
import * as v from 'valibot'
import type { BilingualDocument } from '../../model/document.ts'
import { textOfParts, unitOf } from '../../model/text.ts'
import type { Side, TranslationUnit } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { slotsIn, textOfNodes } from '../../runbook/content.ts'
import { deriveRunbook } from '../../runbook/derive-runbook.ts'
import { isElsewhere } from '../../runbook/language/cue.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { choice, fields } from '../../util/data/schema.ts'
import { bareWords } from '../../util/text/bare-words.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quote, quoteMarkup } from '../engine/quote.ts'
import { isSameWording } from '../text/same-meaning.ts'

/**
 * If the titles of two documents differ in the source and are the same in the translation, readers cannot tell the
 * documents apart: in navigation, search results and the contents of a book of runbooks, “failing over” and “failing
 * back” are the same. The same holds for two headings of one document, and for two sections of its runbook.
 *
 * It compares all headings of a document with each other (but for those such as “See also” and “Related topics”), and
 * the titles of documents in the same folder, with the option `within` set to `docset` those of all documents. A title
 * is the first heading; that of metadata counts only where there is no heading, because most of them exist in the translation only. Letter case, spaces and punctuation do
 * not count, and neither do forms of the same words, which other languages cannot always distinguish (“Get User”, “Get
 * Users”).
 *
 * Fails:
 *
 * ```md
 * # <span data-ttu-id="1f2e3-101">Basculement d’un pool</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Failing over a pool</span></span>
 * <!-- fr-FR/other.md -->
 * # <span data-ttu-id="4f2e3-101">Basculement d’un pool</span><span class="sxs-lookup"><span data-stu-id="4f2e3-101">Failing back a pool</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * # <span data-ttu-id="1f2e3-101">Basculement d’un pool</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Failing over a pool</span></span>
 * <!-- fr-FR/other.md -->
 * # <span data-ttu-id="4f2e3-101">Restauration d’un pool</span><span class="sxs-lookup"><span data-stu-id="4f2e3-101">Failing back a pool</span></span>
 * ```
 */
export const titleEqual = defineRule({
  id: 'title-equal',
  description:
    'Documents or headings with different titles in the source have the same title in the translation.',
  severity: 'warning',
  tags: ['docset', 'content'],
  checksLinksOnly: true,
  usesTitles: true,
  options: fields({ within: v.exactOptional(choice(['folder', 'docset'])) }, 'an object with `within`'),
  check(document, report) {
    for (const group of groupBy(titlesIn(document), ({ words }) => words.target).values()) {
      if (new Set(group.map(({ words }) => words.source)).size < 2) continue
      for (const { unit, source, target, words, isOwn } of group) {
        const other = group.find((each) => !isSameWording(each.words.source, words.source))
        if (!other || !isOwn || words.target === '') continue
        report({
          reason: `Unexpected heading ${quote(target)}, which is also that of ${quote(other.source)}, expected different headings as in the source`,
          ...(unit.target && { place: unit.target.place }),
          unit: unit.key,
          actual: target,
          note: noteOn(source, other.source),
          ...(other.isOwn && {
            related: { reason: 'The other heading', place: other.unit.place },
          }),
        })
      }
    }
  },
  checkDocset({ documents }, report, { options, only }) {
    const isWide = options?.within === 'docset'
    const titled = [...documents.values()].flatMap(({ path, title }) =>
      title
        ? { path, title, words: { source: bareWords(title.source), target: bareWords(title.target) } }
        : [],
    )
    const groups = groupBy(titled, ({ path, words }) =>
      JSON.stringify([isWide ? '' : posix.dirname(path), words.target]),
    )
    for (const group of groups.values()) {
      for (const { path, title, words } of group) {
        if (only && !only.has(path)) continue
        const { source, target, place } = title
        const others = group.filter((other) => !isSameWording(other.words.source, words.source))
        const [first] = others
        if (!first || words.target === '') continue
        report(path, {
          reason: `Unexpected title ${quote(target)}, which ${enumerate(
            others.map((other) => quoteMarkup(posix.basename(other.path))),
            3,
          )} ${others.length === 1 ? 'has' : 'have'} too, expected different titles as in the source`,
          ...(place && { place }),
          texts: { source, target },
          actual: target,
          note: noteOn(source, first.title.source),
        })
      }
    }
  },
})

function noteOn(source: string, other: string): string {
  return `The source titles are ${quote(source)} and ${quote(other)}. Translate what distinguishes them.`
}

/** A translated heading, or the title of a section of the runbook. */
interface Heading {
  /** The first unit in it. */
  readonly unit: TranslationUnit
  readonly source: string
  readonly target: string
  readonly words: { readonly source: string; readonly target: string }
  /** Whether it is of the document itself rather than of a file that it includes. */
  readonly isOwn: boolean
}

/** The headings of a document, and what else titles the sections of its runbook: headers of stages, sentences that announce steps. */
function titlesIn(document: BilingualDocument): readonly Heading[] {
  const titles = document.outline.flatMap(({ parts }) => {
    const keys = parts.flatMap((part) => (typeof part === 'string' ? [] : part.unit))
    return headingOf(keys, (side) => textOfParts(parts, document, side), document)
  })
  if (!hasEqualLabels(document)) return titles
  const known = new Set(titles.map(({ unit }) => unit.key))
  const sections = (deriveRunbook(document)?.sections ?? []).flatMap(({ title }) =>
    headingOf(slotsIn(title), (side) => textOfNodes(title, document, side), document),
  )
  return [...titles, ...sections.filter(({ unit }) => !known.has(unit.key))]
}

/** Whether labels or cells of a document have the same translation though they differ; runbooks are not derived without need. */
function hasEqualLabels(document: BilingualDocument): boolean {
  const sources = new Map<string, string>()
  return unitsOf(document).some(({ context, source, target }) => {
    if (!source || !target || !(context.kind === 'table-cell' || source.text.trimEnd().endsWith(':')))
      return false
    const other = sources.get(target.text)
    sources.set(target.text, other ?? source.text)
    return other !== undefined && other !== source.text && !isSameWording(other, source.text)
  })
}

/** A title of units; none if it is not translated or leads elsewhere. */
function headingOf(
  keys: readonly string[],
  textIn: (side: Side) => string,
  document: BilingualDocument,
): readonly Heading[] {
  const [unit] = keys.flatMap((key) => unitOf(document, key) ?? [])
  if (!unit?.source || !unit.target) return []
  const [source, target] = [textIn('source'), textIn('target')]
  if (isElsewhere(source)) return []
  const words = { source: bareWords(source), target: bareWords(target) }
  return [{ unit, source, target, words, isOwn: Object.hasOwn(document.units, unit.key) }]
}
