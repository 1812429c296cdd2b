import { compare } from '../../util/data/compare.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { languageName, ownLanguageName } from '../i18n/language-name.ts'
import { relativeUrl } from '../page/local-url.ts'
import { buildSiteView, type SiteView } from '../site/site-view.ts'
import { buildFolders, type FolderView } from './folders.ts'
import type { IndexEntry } from './index-entry.ts'

/** Data of the template `index`. */
export interface IndexView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly version: string
  /** Relative URL of the output folder, ending in `/`, or empty. */
  readonly root: string
  /** Relative URL of the list of all locales. */
  readonly home: string
  readonly site: SiteView
  /** Locales with their own list, to choose from. */
  readonly languages: readonly IndexLanguage[]
  readonly sections: readonly IndexSection[]
  /** Whether there are enough documents to filter. */
  readonly filterable: boolean
}

/** A locale to choose. */
export interface IndexLanguage {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly name: string
  readonly url: string
  readonly current: boolean
  /** A list of documents is always in its own language. */
  readonly translated: true
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
  readonly book: { readonly url: string; readonly pdf: string | null } | null
  /** Its documents; `null` if the page shows only the counts. */
  readonly folders: FolderView | null
}

/** A book of runbooks. */
export interface IndexBook {
  readonly locale: string
  /** Path relative to the output folder. */
  readonly path: string
  readonly hasPdf: boolean
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
  books: readonly IndexBook[] = [],
): readonly OutputFile[] {
  const sorted = [...entries].sort((a, b) => compare(a.path, b.path))
  const locales = orderLocales(sorted)
  const lines = locales.reduce((sum, locale) => sum + inLocale(sorted, locale).length, 0)
  const overview = view(OVERVIEW, locales[0], locales, lines <= MOST_LINES)
  const own = locales.map((locale) => view(listOf(locale), locale, [locale], true))
  return [overview, ...own]

  function view(output: string, locale = 'en-US', shown: readonly string[] = [], listed = true): OutputFile {
    const sections = shown.map((tag) => ({
      ...buildSection(
        sorted,
        buildLanguage(tag, output, listOf(tag), context),
        output,
        listed ? context : null,
      ),
      book: buildBook(
        books.find(({ locale }) => locale === tag),
        output,
      ),
    }))
    const root = '../'.repeat(output.split('/').length - 1)
    const data: IndexView = {
      locale,
      dir: directionOf(locale),
      version: context.version,
      root,
      home: relativeUrl(output, 'index.html', context),
      site: buildSiteView(context, locale, root),
      languages: locales.map((tag) => ({
        ...buildLanguage(tag, output, listOf(tag), context),
        name: ownLanguageName(tag, locales),
      })),
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

/** @param list path of the locale’s list. */
function buildLanguage(locale: string, output: string, list: string, context: RenderContext): IndexLanguage {
  return {
    locale,
    dir: directionOf(locale),
    name: languageName(locale),
    url: relativeUrl(output, list, context),
    current: list === output,
    translated: true,
  }
}

/** Builds the section of a locale; without a context, only with counts. */
function buildSection(
  entries: readonly IndexEntry[],
  { current: _, translated: __, ...language }: IndexLanguage,
  output: string,
  context: RenderContext | null,
): Omit<IndexSection, 'book'> {
  const { locale } = language
  const own = inLocale(entries, locale)
  const total = (count: (entry: IndexEntry) => number) => own.reduce((sum, entry) => sum + count(entry), 0)
  return {
    ...language,
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

function buildBook(book: IndexBook | undefined, output: string): IndexSection['book'] {
  if (!book) return null
  const pdf = book.path.replace(/\.html$/, '.pdf')
  return { url: relativeUrl(output, book.path), pdf: book.hasPdf ? relativeUrl(output, pdf) : null }
}
