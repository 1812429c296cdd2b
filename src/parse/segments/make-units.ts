import type { Cores } from '../../bitext/added-escapes.ts'
import type { UnitDraft } from '../../bitext/unit-drafts.ts'
import type { Segment, Side, Syntax, TranslationUnit, UnitContext } from '../../model/unit.ts'
import { writtenUnit } from '../../model/written-unit.ts'
import { toDictionary } from '../../util/dictionary.ts'
import { findFrontMatter } from '../../util/find-front-matter.ts'
import type { Structure } from '../structure/collect-structure.ts'
import { correctMails } from './correct-mails.ts'
import type { InlineContent } from './inline-content.ts'
import { segmentOf } from './segment.ts'

/** What units are made of. */
export interface UnitSource {
  readonly input: string
  readonly drafts: readonly UnitDraft[]
  readonly structure: Structure
  /** How the units are read, by key. */
  readonly syntaxes: ReadonlyMap<string, Syntax>
  /** What a side's core says. */
  readonly inline: (draft: UnitDraft, side: Side, syntax: Syntax) => InlineContent | null
  /** The cores as they are published. */
  readonly published: (draft: UnitDraft, syntax: Syntax) => Cores
  /** What HTML says. */
  readonly readHtml: (markup: string) => InlineContent
}

/** Makes the units of a document, in its order. */
export function makeUnits(source: UnitSource): Record<string, TranslationUnit> {
  const frontMatterEnd = findFrontMatter(source.input)?.end ?? 0
  return toDictionary(
    source.drafts,
    (draft) => draft.key,
    (draft) => unitOf(source, draft, frontMatterEnd),
  )
}

function unitOf(source: UnitSource, draft: UnitDraft, frontMatterEnd: number): TranslationUnit {
  const { key, sxs, parent, frame } = draft
  const syntax = source.syntaxes.get(key) ?? (frame.structural ? 'markdown' : 'text')
  // Spreading into a literal would take longer than all the rest, so what is rare is added at its end.
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
  const written = source.input.slice(sxs.start, sxs.end)
  if (written !== writtenUnit(unit)) unit.written = written
  if (unit.source && unit.target) correctMails(unit.target, unit.source)
  if (parent !== null) unit.parent = parent
  if (frame.structural) unit.structural = true
  return unit
}

type Writable<Value> = { -readonly [Name in keyof Value]: Value[Name] }

/** A unit without a slot is structure, or stands where nothing is shown. */
function contextOutside({ frame, parent, sxs }: UnitDraft, frontMatterEnd: number): UnitContext {
  if (sxs.start < frontMatterEnd) return { kind: 'front-matter' }
  return { kind: frame.structural || parent !== null ? 'structure' : 'other' }
}

function segment(source: UnitSource, draft: UnitDraft, name: Side, syntax: Syntax): Segment | null {
  const side = draft.sxs[name]
  const core = draft.frame[name]
  if (!side || !core) return null
  const { input, structure } = source
  const markup = input.slice(side.start, side.end)
  if (draft.frame.structural)
    return { markup, text: source.readHtml(markup).text, place: [side.start, side.end] }
  const context = structure.contexts.get(draft.key)
  const cell = context?.cell && structure.tables[context.cell.table]
  const published = publishedMarkup(source, draft, name, syntax, markup)
  return segmentOf({
    markup,
    ...(published === markup ? {} : { published }),
    core: draft.cores[name]!,
    coreStart: side.start + core.start,
    start: side.start,
    syntax,
    inline: source.inline(draft, name, syntax)!,
    pipes: cell?.format === 'markdown',
  })
}

/** A side as it is published. What holds other units, or is damaged, is left as it is. */
function publishedMarkup(
  source: UnitSource,
  draft: UnitDraft,
  name: Side,
  syntax: Syntax,
  markup: string,
): string {
  const { start, end, added = 0 } = draft.frame[name]!
  const core = draft.cores[name]!
  if ((added === 0 && !core.includes('\\')) || markup.slice(start, end) !== core) return markup
  return markup.slice(0, start - added) + source.published(draft, syntax)[name]! + markup.slice(end)
}
