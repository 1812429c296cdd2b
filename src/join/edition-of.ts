import type { BilingualDocument, FullTree } from '../model/document.ts'
import type {
  JoinedTarget,
  LocaleEdition,
  MultilingualDocument,
  MultilingualUnit,
} from '../model/multilingual.ts'
import type { Place } from '../model/place.ts'
import type { Segment, TranslationUnit, WrittenContent } from '../model/unit.ts'

/** How an edition is made. */
export interface EditionOptions {
  /** Whether translations of an earlier source text are shown; the source text takes their place unless told. */
  readonly keepStale?: boolean
}

/**
 * One locale of a joined document as a bilingual document, for all that works on one pair of locales: the common skeleton, the units
 * under their common keys. A unit that the locale has no translation for has no target; where the locale has none at all, no unit has.
 *
 * Trees, outline and tables are those of the joined document, not copies.
 */
export function editionOf(
  document: MultilingualDocument,
  locale: string,
  options: EditionOptions = {},
): BilingualDocument {
  const edition = Object.hasOwn(document.locales, locale) ? document.locales[locale] : undefined
  const base = document.locales[document.base]!
  const scope = { document, locale, options, covered: coveredBy(document, locale) }
  const all = (units: MultilingualDocument['units']) =>
    Object.fromEntries(Object.entries(units).map(([key, unit]) => [key, toUnit(unit, scope)]))
  return {
    type: 'document',
    version: 2,
    path: document.path,
    format: document.format,
    sourceLocale: document.sourceLocale,
    targetLocale: locale,
    title: { source: document.title, target: edition ? edition.title : document.title },
    metadata: edition?.metadata ?? { present: false, entries: {}, problems: [] },
    handoff: edition?.handoff ?? withoutTranslation(base.handoff),
    lines: base.lines,
    units: all(document.units),
    order: document.order,
    includedUnits: all(document.includedUnits),
    skeleton: skeletonOf(document, locale, edition),
    outline: document.outline,
    tables: document.tables,
    includes: document.includes,
    links: linksOf(document, edition),
    anchors: document.anchors,
    strays: [],
  }
}

/** What the hand-off of the base tells of the source. */
function withoutTranslation({
  sourceHash,
  sourceCommit,
  date,
}: LocaleEdition['handoff']): LocaleEdition['handoff'] {
  return {
    ...(sourceHash !== undefined && { sourceHash }),
    ...(sourceCommit !== undefined && { sourceCommit }),
    ...(date !== undefined && { date }),
  }
}

function skeletonOf(
  { skeleton, sourceLocale }: MultilingualDocument,
  locale: string,
  edition: LocaleEdition | undefined,
): BilingualDocument['skeleton'] {
  const { parts, tree, full = {} } = skeleton
  const source = full[sourceLocale]
  const target = edition ? full[locale] : source
  const sides: Partial<Record<'source' | 'target', FullTree>> = {
    ...(source && { source }),
    ...(target && { target }),
  }
  return { parts, tree, ...((source || target) && { full: sides }) }
}

/** Links of the base stand in the skeleton that all share; those in a locale's own units come with it. */
function linksOf(
  document: MultilingualDocument,
  edition: LocaleEdition | undefined,
): BilingualDocument['links'] {
  const base = document.locales[document.base]!
  return !edition || edition === base ? base.links : [...base.links, ...edition.links]
}

interface EditionScope {
  readonly document: MultilingualDocument
  readonly locale: string
  readonly options: EditionOptions
  /** Units whose translation stands in another, by the key of that one. */
  readonly covered: ReadonlyMap<string, readonly MultilingualUnit[]>
}

function coveredBy(
  { units, order, includedUnits }: MultilingualDocument,
  locale: string,
): EditionScope['covered'] {
  const covered = new Map<string, MultilingualUnit[]>()
  for (const unit of [...order.map((key) => units[key]!), ...Object.values(includedUnits)]) {
    const first = targetIn(unit, locale)?.continues
    if (first !== undefined) covered.set(first, [...(covered.get(first) ?? []), unit])
  }
  return covered
}

function toUnit(unit: MultilingualUnit, scope: EditionScope): TranslationUnit {
  const { key, syntax, context, structural } = unit
  const joined = targetIn(unit, scope.locale)
  const isHidden = joined?.join === 'similarity' && scope.options.keepStale !== true
  const base = targetIn(unit, scope.document.base)?.units[0]
  const id = joined?.units[0]?.id ?? base?.id ?? key
  const target = joined && !isHidden ? targetSegment(joined) : null
  return {
    key,
    id,
    source: target ? sourceSegment(unit, scope) : unit.source,
    target,
    syntax,
    place: unit.source?.place ?? base?.target?.place ?? NOWHERE,
    context,
    defects: [],
    ...(structural && { structural }),
  }
}

const NOWHERE: Place = [0, 0]

function targetIn(unit: MultilingualUnit, locale: string): JoinedTarget | undefined {
  return Object.hasOwn(unit.targets, locale) ? unit.targets[locale] : undefined
}

/** The text of all the locale's units that were joined here; nothing where another unit has it; `null` where there is none. */
function targetSegment({ units, continues }: JoinedTarget): Segment | null {
  if (continues !== undefined) return EMPTY
  const segments = units.flatMap(({ target }) => target ?? [])
  return segments.length === 0 ? null : concatenate(segments)
}

/** The source text that the translation in this unit is of: that of all units that it covers. */
function sourceSegment(unit: MultilingualUnit, { covered, locale }: EditionScope): Segment | null {
  if (targetIn(unit, locale)?.continues !== undefined) return EMPTY
  const others = covered.get(unit.key)
  return others ? concatenate([unit, ...others].flatMap(({ source }) => source ?? [])) : unit.source
}

const EMPTY: Segment = { markup: '', text: '', place: NOWHERE }

/** Segments as one, with spaces between them where languages write them. */
export function concatenate(segments: readonly Segment[]): Segment {
  const [first, ...others] = segments
  if (!first) return EMPTY
  if (others.length === 0) return first
  return segments.reduce((all, next) => {
    const space = needsSpace(all.text, next.text) ? ' ' : ''
    return {
      markup: all.markup + space + next.markup,
      ...((all.published ?? next.published) !== undefined && {
        published: (all.published ?? all.markup) + space + (next.published ?? next.markup),
      }),
      ...joinContent(all, next, space),
      ...((all.written || next.written) && {
        written: joinContent(all.written ?? all, next.written ?? next, space),
      }),
      place: [all.place[0], next.place[1]],
    }
  })
}

/** What two segments say, one after the other. */
function joinContent(one: WrittenContent, other: WrittenContent, space: string): WrittenContent {
  return {
    text: one.text + space + other.text,
    ...((one.content || other.content) && {
      content: [
        ...contentOf(one),
        ...(space ? [{ type: 'text' as const, value: space }] : []),
        ...contentOf(other),
      ],
    }),
  }
}

function contentOf({ content, text }: WrittenContent): NonNullable<WrittenContent['content']> {
  return content ?? [{ type: 'text', value: text }]
}

/** Scripts without spaces between words have none between sentences either. */
function needsSpace(before: string, after: string): boolean {
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303F\uFF00-\uFFEF]/u
  return before !== '' && after !== '' && !unspaced.test(before.at(-1)!) && !unspaced.test(after[0]!)
}
