import { posix } from 'node:path'
import type { LocaleStatus, StatusReport, StatusTotal } from '../model/findings/status.ts'
import type { LocaleEdition, MultilingualDocument, MultilingualUnit } from '../model/multilingual.ts'
import { compare } from '../util/data/compare.ts'

/** Counts coverage document by document, so that no document has to stay in memory. */
export interface CoverageCount {
  /**
   * Counts a document.
   *
   * @param locales further locales that the document should have; `undefined` for a root of unknown locale.
   */
  add(document: MultilingualDocument, locales: Iterable<string | undefined>): void
  /** Adds what was counted elsewhere, in other documents. */
  addReport(report: StatusReport): void
  report(): StatusReport
}

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T

/** Counts of a folder, or of the whole docset. */
interface Count {
  readonly total: Mutable<StatusTotal>
  readonly locales: Map<string, Mutable<LocaleStatus>>
}

/** Starts counting the translation coverage of a docset. */
export function countCoverage(sourceLocale: string): CoverageCount {
  const whole = createCount()
  const folders = new Map<string, Count>()

  function add(document: MultilingualDocument, locales: Iterable<string | undefined>): void {
    const path = posix.dirname(document.path)
    const folder = folderAt(path === '.' ? '' : path)
    const wanted = [...locales].flatMap((locale) => locale ?? [])
    const all = new Set([...Object.keys(document.locales), ...wanted])
    all.delete(document.sourceLocale)
    const units = countedUnits(document)
    for (const count of [whole, folder]) {
      addTotal(count.total, units)
      for (const locale of all) addLocale(count, locale, document.locales[locale], units)
    }
  }

  function folderAt(path: string): Count {
    const folder = folders.get(path) ?? createCount()
    folders.set(path, folder)
    return folder
  }

  function addReport({ total, locales, folders: own }: StatusReport): void {
    addCounts(whole, { total, locales })
    for (const { path, ...counts } of own) addCounts(folderAt(path), counts)
  }

  function report(): StatusReport {
    return {
      type: 'status',
      version: 1,
      sourceLocale,
      total: whole.total,
      locales: reportLocales(whole),
      folders: [...folders]
        .sort(([a], [b]) => compare(a, b))
        .map(([path, count]) => ({ path, total: count.total, locales: reportLocales(count) })),
    }
  }

  return { add, addReport, report }
}

/** A unit with source text, and its number of words. */
interface CountedUnit {
  readonly unit: MultilingualUnit
  readonly words: number
}

function countedUnits({ units, includedUnits }: MultilingualDocument): readonly CountedUnit[] {
  return [...Object.values(units), ...Object.values(includedUnits)].flatMap((unit) => {
    const text = unit.structural ? '' : (unit.source?.text ?? '')
    return text === '' ? [] : [{ unit, words: countWords(text) }]
  })
}

const WORD =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{M}\p{N}]+(?:[.'’_-][\p{L}\p{M}\p{N}]+)*/gu

/** Number of words; in scripts without spaces between words, each character counts. */
function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

function createCount(): Count {
  return { total: { documents: 0, units: 0, words: 0 }, locales: new Map() }
}

function addTotal(total: Mutable<StatusTotal>, units: readonly CountedUnit[]): void {
  total.documents++
  total.units += units.length
  total.words += units.reduce((sum, { words }) => sum + words, 0)
}

function addLocale(
  { locales }: Count,
  locale: string,
  edition: LocaleEdition | undefined,
  units: readonly CountedUnit[],
): void {
  const status = locales.get(locale) ?? createStatus()
  locales.set(locale, status)
  const by = translatorOf(edition)
  let missing = 0
  for (const { unit, words } of units) {
    const state = edition ? stateOf(unit, locale) : 'missing'
    status.units[state]++
    status.words[state] += words
    if (state === 'missing') missing++
    else status.translatedBy[by]++
  }
  if (!edition || (units.length > 0 && missing === units.length)) status.documents.missing++
  else if (edition.revision === 'older') status.documents.stale++
  else if (missing > 0) status.documents.partial++
  else status.documents.complete++
}

function stateOf({ targets }: MultilingualUnit, locale: string): keyof LocaleStatus['units'] {
  const joined = Object.hasOwn(targets, locale) ? targets[locale]! : undefined
  if (!joined) return 'missing'
  if (joined.join === 'similarity') return 'stale'
  if (joined.continues !== undefined) return 'translated'
  return joined.units.some(({ target }) => target !== null && target.markup.trim() !== '')
    ? 'translated'
    : 'missing'
}

function translatorOf(edition: LocaleEdition | undefined): keyof LocaleStatus['translatedBy'] {
  const type = edition?.handoff.translationType?.toUpperCase()
  return type === 'MT' ? 'machine' : type === 'HT' ? 'human' : 'unknown'
}

function addCounts(count: Count, { total, locales }: Pick<StatusReport, 'total' | 'locales'>): void {
  addNumbers(count.total, total)
  for (const [locale, { coverage: _, ...other }] of Object.entries(locales)) {
    const status = count.locales.get(locale) ?? createStatus()
    count.locales.set(locale, status)
    for (const part of ['documents', 'units', 'words', 'translatedBy'] as const)
      addNumbers(status[part], other[part])
  }
}

/** Adds the numbers of an object to those of another, name by name. */
function addNumbers<Counts extends { readonly [Name in keyof Counts]: number }>(
  sum: { -readonly [Name in keyof Counts]: number },
  counts: Counts,
): void {
  for (const name of Object.keys(counts) as (keyof Counts)[]) sum[name] += counts[name]
}

function createStatus(): Mutable<LocaleStatus> {
  return {
    coverage: 0,
    documents: { complete: 0, partial: 0, stale: 0, missing: 0 },
    units: { translated: 0, stale: 0, missing: 0 },
    words: { translated: 0, stale: 0, missing: 0 },
    translatedBy: { machine: 0, human: 0, unknown: 0 },
  }
}

/** The locales of a count, sorted, with their coverage. */
function reportLocales({ locales }: Count): Record<string, LocaleStatus> {
  const sorted = [...locales].sort(([a], [b]) => compare(a, b))
  return Object.fromEntries(
    sorted.map(([locale, status]) => [locale, { ...status, coverage: coverageOf(status.units) }]),
  )
}

/** Share of translated units, rounded down so that only complete coverage is 1; 1 if there are no units. */
function coverageOf({ translated, stale, missing }: LocaleStatus['units']): number {
  const all = translated + stale + missing
  return all === 0 ? 1 : Math.floor((translated / all) * 10_000) / 10_000
}
