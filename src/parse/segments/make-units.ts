import type { UnitDraft } from '../../bitext/unit-drafts.ts'
import type { Segment, Side, Syntax, TranslationUnit, UnitContext } from '../../model/unit.ts'
import { writtenUnit } from '../../model/written-unit.ts'
import { toDictionary } from '../../util/data/dictionary.ts'
import { findFrontMatter } from '../../util/text/find-front-matter.ts'
import type { DocumentText } from '../document-text.ts'
import type { Structure } from '../structure/collect-structure.ts'
import { correctAddresses } from './correct-addresses.ts'
import { correctMails } from './correct-mails.ts'
import { segmentOf } from './segment.ts'
import type { SegmentReader } from './segment-reader.ts'

/** Makes the units of a document, in document order. */
export function makeUnits(
  text: DocumentText,
  structure: Structure,
  segments: SegmentReader,
): Record<string, TranslationUnit> {
  const source = { text, structure, segments }
  const frontMatterEnd = findFrontMatter(text.input)?.end ?? 0
  return toDictionary(
    text.drafts,
    (draft) => draft.key,
    (draft) => unitOf(source, draft, frontMatterEnd),
  )
}

interface UnitSource {
  readonly text: DocumentText
  readonly structure: Structure
  readonly segments: SegmentReader
}

function unitOf(source: UnitSource, draft: UnitDraft, frontMatterEnd: number): TranslationUnit {
  const { key, sxs, parent, frame } = draft
  const syntax = source.segments.syntaxOf(draft)
  // Rare fields are assigned last: spreading them into the literal would dominate the run time of this function.
  const unit: Writable<TranslationUnit> = {
    key,
    id: sxs.id,
    source: segment(source, draft, 'source', syntax),
    target: segment(source, draft, 'target', syntax),
    syntax,
    place: [sxs.start, sxs.end],
    context: source.structure.contexts.get(key) ?? contextOutside(draft, frontMatterEnd),
    defects: draft.defects,
  }
  if (sxs.source && sxs.source.id !== sxs.id && sxs.target) unit.sourceId = sxs.source.id
  const written = source.text.input.slice(sxs.start, sxs.end)
  if (written !== writtenUnit(unit)) unit.written = written
  if (unit.source && unit.target) {
    correctMails(unit.target, unit.source)
    correctAddresses(unit.target, unit.source)
  }
  if (parent !== null) unit.parent = parent
  if (frame.structural) unit.structural = true
  return unit
}

type Writable<Value> = { -readonly [Name in keyof Value]: Value[Name] }

/** Context of a unit without a slot, which is structure or not displayed. */
function contextOutside({ frame, parent, sxs }: UnitDraft, frontMatterEnd: number): UnitContext {
  if (sxs.start < frontMatterEnd) return { kind: 'front-matter' }
  return { kind: frame.structural || parent !== null ? 'structure' : 'other' }
}

function segment(source: UnitSource, draft: UnitDraft, name: Side, syntax: Syntax): Segment | null {
  const side = draft.sxs[name]
  const core = draft.frame[name]
  if (!side || !core) return null
  const { structure, segments } = source
  const { input } = source.text
  const markup = input.slice(side.start, side.end)
  if (draft.frame.structural)
    return { markup, text: segments.readHtml(markup).text, place: [side.start, side.end] }
  const context = structure.contexts.get(draft.key)
  const cell = context?.cell && structure.tables[context.cell.table]
  const published = publishedMarkup(source, draft, name, markup)
  return segmentOf({
    markup,
    ...(published === markup ? {} : { published }),
    core: draft.cores[name]!,
    coreStart: side.start + core.start,
    start: side.start,
    syntax,
    inline: segments.read(draft, name)!,
    pipes: cell?.format === 'markdown',
  })
}

/** A side as published. A unit that contains other units, or is damaged, stays as written. */
function publishedMarkup({ segments }: UnitSource, draft: UnitDraft, name: Side, markup: string): string {
  const { start, end, added = 0 } = draft.frame[name]!
  const core = draft.cores[name]!
  if ((added === 0 && !core.includes('\\')) || markup.slice(start, end) !== core) return markup
  return markup.slice(0, start - added) + segments.published(draft)[name]! + markup.slice(end)
}
