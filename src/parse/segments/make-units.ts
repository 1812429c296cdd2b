import type { Cores } from '../../bitext/added-escapes.ts'
import type { UnitDraft } from '../../bitext/unit-drafts.ts'
import type { Segment, Side, Syntax, TranslationUnit, UnitContext } from '../../model/unit.ts'
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
  const { prefix, ordinal, merged } = nameOf(sxs.id)
  // Spreading into a literal would take longer than all the rest, and what is rare is at its end but for `sourceId`.
  const unit: Writable<TranslationUnit> = {
    type: 'unit',
    key,
    id: sxs.id,
    prefix,
    ordinal,
    merged,
    source: segment(source, draft, 'source', syntax),
    target: segment(source, draft, 'target', syntax),
    syntax,
    place: [sxs.start, sxs.end],
    context: source.structure.contexts.get(key) ?? contextOutside(draft, frontMatterEnd),
    defects: draft.defects,
  }
  if (unit.source && unit.target) correctMails(unit.target, unit.source)
  if (parent !== null) unit.parent = parent
  if (frame.structural) unit.structural = true
  if (!sxs.target || !sxs.source || sxs.source.id === sxs.id) return unit
  const { type, key: _key, id, ...rest } = unit
  return { type, key, id, sourceId: sxs.source.id, ...rest }
}

type Writable<Value> = { -readonly [Name in keyof Value]: Value[Name] }

/** What an id tells. */
function nameOf(id: string): Pick<TranslationUnit, 'prefix' | 'ordinal' | 'merged'> {
  const dash = id.lastIndexOf('-')
  const merged = dash >= 0 && id[dash + 1] === 'p'
  const digits = id.slice(dash + (merged ? 2 : 1))
  if (dash < 0 || !/^\d+$/.test(digits)) return { prefix: '', ordinal: null, merged: false }
  return { prefix: id.slice(0, dash), ordinal: Number(digits), merged }
}

/** A unit without a slot is structure, or stands where nothing is shown. */
function contextOutside({ frame, parent, sxs }: UnitDraft, frontMatterEnd: number): UnitContext {
  if (sxs.start < frontMatterEnd) return { kind: 'front-matter', headings: [] }
  return { kind: frame.structural || parent !== null ? 'structure' : 'other', headings: [] }
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
