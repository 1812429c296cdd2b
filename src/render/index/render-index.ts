import { compare } from '../../util/data/compare.ts'
import { type BookFile, type BookLink, bookLink } from '../book-link.ts'
import { type OutputFile, REPORTS, type RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { languageName } from '../i18n/language-name.ts'
import { outputRoot, relativeUrl } from '../page/local-url.ts'
import { buildFrame, type FrameView } from '../site/frame-view.ts'
import { buildFolders, type FolderScope, type FolderView } from './folders.ts'
import type { IndexEntry } from './index-entry.ts'

/** Data of the template `index`. */
export interface IndexView extends FrameView {
  readonly sections: readonly IndexSection[]
  /** Whether there are enough documents to filter. */
  readonly filterable: boolean
}

/** Numbers of a locale. */
interface Counts {
  documents: number
  units: number
  errors: number
  warnings: number
}

/** The documents of one locale. */
export interface IndexSection {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** Name of the language in that language. */
  readonly name: string
  /** Relative URL of the locale’s own list. */
  readonly url: string
  readonly counts: Readonly<Counts>
  /** Book of its runbooks; `null` if there is none. */
  readonly book: BookLink | null
  /** Its documents; `null` if the page shows only the counts. */
  readonly folders: FolderView | null
}

/**
 * Maximum number of lines in the list of all locales; beyond it, only each locale’s own list shows documents.
 */
const MOST_LINES = 400
/** Minimum number of documents for a filter. */
const FEWEST_FILTERED = 10

/** The list of all locales; the lists are a report for those who translate and publish, apart from the pages for readers. */
const OVERVIEW = `${REPORTS}/index.html`

/** Where the lists get their documents from. */
export interface IndexSource {
  /** BCP 47 tags of all locales. */
  readonly locales: readonly string[]
  /** Tags of the source locales. */
  readonly sourceLocales: ReadonlySet<string>
  /** The documents that have a locale, sorted by path; their other locales may be absent. */
  inLocale(locale: string): Iterable<IndexEntry>
}

/** Documents in memory as the source of lists. */
export function indexSourceOf(entries: readonly IndexEntry[]): IndexSource {
  const sorted = [...entries].sort((a, b) => compare(a.path, b.path))
  return {
    locales: [...new Set(entries.flatMap((entry) => Object.keys(entry.locales)))],
    sourceLocales: new Set(entries.map(({ sourceLocale }) => sourceLocale)),
    inLocale: (locale) => sorted.filter((entry) => Object.hasOwn(entry.locales, locale)),
  }
}

/**
 * Renders the lists of documents, with their outputs and findings: one for each locale, one after the other, so that only the documents of
 * one are in memory, then one for all.
 */
export function* renderIndex(
  source: IndexSource,
  context: RenderContext,
  books: readonly BookFile[] = [],
): Generator<OutputFile> {
  const { sourceLocales } = source
  // Target locales before source locales, each sorted by tag.
  const locales = [...source.locales].sort(
    (a, b) => Number(sourceLocales.has(a)) - Number(sourceLocales.has(b)) || compare(a, b),
  )
  const counts = new Map<string, Counts>()
  for (const locale of locales) {
    const own = { documents: 0, units: 0, errors: 0, warnings: 0 }
    counts.set(locale, own)
    yield view(listOf(locale), locale, [locale], () => counting(source.inLocale(locale), locale, own))
  }
  const lines = [...counts.values()].reduce((sum, { documents }) => sum + documents, 0)
  yield view(OVERVIEW, locales[0], locales, lines <= MOST_LINES ? source.inLocale : null)

  /** @param listed returns the documents of a locale; `null` if the page shows only their counts. */
  function view(
    output: string,
    locale = 'en-US',
    shown: readonly string[],
    listed: ((locale: string) => Iterable<IndexEntry>) | null,
  ): OutputFile {
    const urlOf = (path: string) => relativeUrl(output, path, context)
    const sections = shown.map(
      (tag): IndexSection => ({
        locale: tag,
        dir: directionOf(tag),
        name: languageName(tag),
        url: urlOf(listOf(tag)),
        // Made first: the documents are counted on the way.
        folders: listed && buildFolders(listed(tag), scopeOf(tag, output)),
        counts: counts.get(tag)!,
        book: bookLink(books, tag, urlOf),
      }),
    )
    const frame = {
      locale,
      root: outputRoot(output),
      home: urlOf('index.html'),
      locales,
      urlOf: (tag: string) => urlOf(listOf(tag)),
      isCurrent: (tag: string) => listOf(tag) === output,
    }
    const data: IndexView = {
      ...buildFrame(frame, context),
      sections,
      filterable: listed !== null && sections.some(({ counts }) => counts.documents >= FEWEST_FILTERED),
    }
    return { path: output, content: context.template('index', data) }
  }

  function scopeOf(locale: string, output: string): FolderScope {
    return {
      locale,
      output,
      outputs: context.outputs,
      cleanUrls: context.cleanUrls === true,
      hasBilingual: context.bilingualRunbooks !== undefined,
    }
  }
}

/** Path of the list of one locale. */
function listOf(locale: string): string {
  return `${REPORTS}/${locale}.html`
}

/** Counts the documents of a locale on their way. */
function* counting(entries: Iterable<IndexEntry>, locale: string, counts: Counts): Generator<IndexEntry> {
  for (const entry of entries) {
    const { errors, warnings } = entry.locales[locale]?.messages ?? entry
    counts.documents++
    counts.units += entry.units
    counts.errors += errors
    counts.warnings += warnings
    yield entry
  }
}
