import { compare } from '../../util/data/compare.ts'
import { type BookFile, type BookLink, bookLink } from '../book-link.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { languageName } from '../i18n/language-name.ts'
import { outputRoot, relativeUrl } from '../page/local-url.ts'
import { buildFrame, type FrameView } from '../site/frame-view.ts'
import { buildFolders, type FolderView } from './folders.ts'
import type { IndexEntry } from './index-entry.ts'

/** Data of the template `index`. */
export interface IndexView extends FrameView {
  readonly sections: readonly IndexSection[]
  /** Whether there are enough documents to filter. */
  readonly filterable: boolean
}

/** The documents of one locale. */
export interface IndexSection {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** Name of the language in that language. */
  readonly name: string
  /** Relative URL of the locale’s own list. */
  readonly url: string
  readonly counts: {
    readonly documents: number
    readonly units: number
    readonly errors: number
    readonly warnings: number
  }
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
const OVERVIEW = 'reports/index.html'

/** Renders the lists of documents, with their outputs and findings: one for all locales and one for each. */
export function renderIndex(
  entries: readonly IndexEntry[],
  context: RenderContext,
  books: readonly BookFile[] = [],
): readonly OutputFile[] {
  const sorted = [...entries].sort((a, b) => compare(a.path, b.path))
  const locales = orderLocales(sorted)
  const lines = locales.reduce((sum, locale) => sum + inLocale(sorted, locale).length, 0)
  const overview = view(OVERVIEW, locales[0], locales, lines <= MOST_LINES)
  const own = locales.map((locale) => view(listOf(locale), locale, [locale], true))
  return [overview, ...own]

  function view(output: string, locale = 'en-US', shown: readonly string[] = [], listed = true): OutputFile {
    const urlOf = (path: string) => relativeUrl(output, path, context)
    const sections = shown.map(
      (tag): IndexSection => ({
        locale: tag,
        dir: directionOf(tag),
        name: languageName(tag),
        url: urlOf(listOf(tag)),
        ...contentsOf(sorted, tag, output, listed ? context : null),
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
      filterable: listed && sections.some(({ counts }) => counts.documents >= FEWEST_FILTERED),
    }
    return { path: output, content: context.template('index', data) }
  }
}

/** Path of the list of one locale. */
function listOf(locale: string): string {
  return `reports/${locale}.html`
}

/** Lists the locales: target locales before source locales, each sorted by tag. */
function orderLocales(entries: readonly IndexEntry[]): readonly string[] {
  const sources = new Set(entries.map(({ sourceLocale }) => sourceLocale))
  const locales = new Set(entries.flatMap((entry) => Object.keys(entry.locales)))
  return [...locales].sort((a, b) => Number(sources.has(a)) - Number(sources.has(b)) || compare(a, b))
}

/** Selects the documents with outputs in a locale. */
function inLocale(entries: readonly IndexEntry[], locale: string): readonly IndexEntry[] {
  return entries.filter((entry) => Object.hasOwn(entry.locales, locale))
}

/** Counts and lists the documents of a locale; without a context, only counts them. */
function contentsOf(
  entries: readonly IndexEntry[],
  locale: string,
  output: string,
  context: RenderContext | null,
): Pick<IndexSection, 'counts' | 'folders'> {
  const own = inLocale(entries, locale)
  const total = (count: (entry: IndexEntry) => number) => own.reduce((sum, entry) => sum + count(entry), 0)
  return {
    counts: {
      documents: own.length,
      units: total((entry) => entry.units),
      errors: total((entry) => (entry.locales[locale]?.messages ?? entry).errors),
      warnings: total((entry) => (entry.locales[locale]?.messages ?? entry).warnings),
    },
    folders:
      context &&
      buildFolders(own, {
        locale,
        output,
        outputs: context.outputs,
        cleanUrls: context.cleanUrls === true,
        hasBilingual: context.bilingualRunbooks !== undefined,
      }),
  }
}
