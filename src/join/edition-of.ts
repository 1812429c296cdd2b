/**
 * One locale of the joined model as a bilingual document, so that all renderers work on either.
 *
 * A locale whose units mostly could not be joined keeps its own skeleton: it is another document that only shares the path.
 */

import type { BilingualDocument, FullTree } from '../model/document.ts'
import type {
  JoinedTarget,
  LocaleEdition,
  MultilingualDocument,
  MultilingualUnit,
} from '../model/multilingual.ts'
import type { Place } from '../model/place.ts'
import type { Segment, TranslationUnit, WrittenContent } from '../model/unit.ts'

/** Options of {@link editionOf}. */
export interface EditionOptions {
  /** Whether to show translations of an earlier source text instead of the current source text. Default: `false`. */
  readonly keepStale?: boolean
}

/**
 * Extracts one locale of a joined document as a bilingual document, with the common skeleton and the common
 * keys of units. Untranslated units have no target; if the document lacks the locale, no unit has.
 *
 * Shares trees, outline and tables with the joined document instead of copying them.
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

/** The base's hand-off, reduced to its data on the source. */
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

/** Links of the base, whose skeleton all locales share, and links of the locale's own units. */
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
  /** Units whose translation is in another unit, by the key of that unit. */
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

/** The text of all the locale's units joined here; empty if it is in another unit; `null` if there is none. */
function targetSegment({ units, continues }: JoinedTarget): Segment | null {
  if (continues !== undefined) return EMPTY
  const segments = units.flatMap(({ target }) => target ?? [])
  return segments.length === 0 ? null : concatenate(segments)
}

/** The source text of the translation in this unit, from all units that the translation covers. */
function sourceSegment(unit: MultilingualUnit, { covered, locale }: EditionScope): Segment | null {
  if (targetIn(unit, locale)?.continues !== undefined) return EMPTY
  const others = covered.get(unit.key)
  return others ? concatenate([unit, ...others].flatMap(({ source }) => source ?? [])) : unit.source
}

const EMPTY: Segment = { markup: '', text: '', place: NOWHERE }

/** Concatenates segments, with spaces between them in scripts that use spaces. */
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

/** Concatenates the content of two segments. */
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

/** Scripts without spaces between words have no spaces between sentences either. */
function needsSpace(before: string, after: string): boolean {
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303F\uFF00-\uFFEF]/u
  return before !== '' && after !== '' && !unspaced.test(before.at(-1)!) && !unspaced.test(after[0]!)
}
