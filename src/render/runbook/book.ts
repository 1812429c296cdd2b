import type { BookOptions } from '../../model/build/book.ts'
import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import type { Runbook } from '../../runbook/derive-runbook.ts'
import { compare } from '../../util/data/compare.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { bookPath } from '../book-link.ts'
import type { BilingualLayout, OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { localeChain } from '../i18n/locale-chain.ts'
import { paperOf } from '../i18n/paper-size.ts'
import { type Online, onlineOf } from '../online.ts'
import { outputRoot, relativeUrl } from '../page/local-url.ts'
import { createPageScope } from '../page/page-scope.ts'
import { faviconOf } from '../site/site-view.ts'
import { numberChapter } from './chapter.ts'
import type { EditionLink } from './editions.ts'
import { type ScriptLabel, scriptLabels } from './labels.ts'
import { bareStyle, linesOf, paperStyle } from './paper.ts'
import {
  buildRunbookView,
  languagesOf,
  localesOf,
  type OtherSide,
  pageOfIn,
  type RunbookFact,
  type RunbookView,
} from './view.ts'

/** A runbook that is a chapter of a book. */
export interface BookChapter {
  /** Path of the document. */
  readonly path: string
  /** The result of {@link renderChapter}. */
  readonly view: RunbookView
  /** Localized name of the part of the table of contents that the book covers. */
  readonly branch?: string
  /** The same in the source language, if the table of contents has it. */
  readonly sourceBranch?: string
}

/** Data of the template `book`. */
export interface BookView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** Layout of the source in a bilingual book; else `null`. */
  readonly bilingual: BilingualLayout | null
  /** Source language of a bilingual book, and its title in it (empty if it is the same); else `null`. */
  readonly other: OtherSide | null
  /** The book in one language or in both, whichever this one is not; `null` if it is not made. */
  readonly edition: EditionLink | null
  /** Whether the title is the generic one, so that the cover need not repeat the kind of book. */
  readonly isPlain: boolean
  readonly version: string
  /** Name of the icon, for `{{asset}}`. */
  readonly favicon: string
  readonly root: string
  /** Styles of the paper and the page margins, for each chapter. */
  readonly paperStyle: string
  readonly facts: readonly RunbookFact[]
  readonly online: Online | null
  /** Whether any chapter was translated by machine. */
  readonly machineTranslated: boolean
  /** Labels that the script needs. */
  readonly scriptLabels: readonly ScriptLabel[]
  readonly chapters: readonly ChapterView[]
  /** Tables that lead from symptoms to chapters, as HTML; empty if no document has one. */
  readonly symptoms: readonly string[]
}

/** Data of a chapter. */
export interface ChapterView {
  readonly number: string
  readonly id: string
  readonly title: string
  /** Key of the label of a doubtful title; empty if it is not doubtful. */
  readonly doubt: string
  /** Language of the title if it differs from the book's; else `null`. */
  readonly foreign: RunbookView['foreign']
  /** Language of the titles in the source language, and that of the chapter; `null` if there are none. */
  readonly original: RunbookView['original']
  /** Layout of the other language; `null` if the chapter has only one. */
  readonly bilingual: RunbookView['bilingual']
  readonly sections: RunbookView['contents']
  /** Path of its document. */
  readonly source: string
  /** Hash of its content. */
  readonly revision: string
  /** Hash of its source side. */
  readonly sourceRevision: string
  /** The runbook as HTML, rendered by the template `runbook`. */
  readonly content: string
}

/**
 * The runbook of one side of a document, for a book whose chapters are not known yet.
 *
 * @param bilingual layout of the other side, for a bilingual book. Default: it is not shown.
 */
export function renderChapter(
  runbook: Runbook,
  document: BilingualDocument,
  side: Side,
  context: RenderContext,
  bilingual: BilingualLayout | null = null,
): RunbookView {
  const scope = createPageScope(document, side, context)
  const output = bookPath(scope.locale, bilingual !== null)
  return buildRunbookView(runbook, { ...scope, output }, { forBook: true, bilingual })
}

/** Options of {@link renderBook}. */
export interface BookRenderOptions {
  /** The configured title. */
  readonly title: BookOptions['title'] | undefined
  readonly context: RenderContext
  /** Whether it is the bilingual book. Default: `false`. */
  readonly isBilingual?: boolean
  /** Whether the book is also made in the other form, in one language or in both. Default: `false`. */
  readonly hasEdition?: boolean
}

/**
 * Renders the runbooks of one locale as a book: a cover, the contents and a numbered chapter for each.
 *
 * @param chapters in their order.
 */
export function renderBook(
  locale: string,
  chapters: readonly BookChapter[],
  { title: configured, context, isBilingual = false, hasEdition = false }: BookRenderOptions,
): OutputFile {
  const output = bookPath(locale, isBilingual)
  const label = (key: string, values?: Record<string, unknown>) => context.translate(locale, key, values)
  const title = titleIn(locale, configured) ?? branchOf(chapters, 'branch') ?? label('book.title')
  const second = isBilingual ? chapters.find(({ view }) => view.other)?.view : undefined
  const other = second?.other
    ? { ...second.other, title: otherTitleOf(title, second.other.locale, chapters, { configured, context }) }
    : null
  const bilingual = second?.bilingual ?? null
  const numbers = new Map(chapters.map(({ path }, at) => [path, at + 1]))
  const paper = paperOf(locale, context.paper)
  const shared = { paper, isLandscape: bilingual === 'beside', dir: directionOf(locale) }
  const heading = linesOf(title, other?.title)
  const views = chapters.map(({ view }, at) =>
    numberChapter(
      // All pages lie or stand, also those of chapters without a translation.
      { ...view, margins: { ...view.margins, isLandscape: shared.isLandscape } },
      { number: at + 1, book: heading, numbers },
    ),
  )
  const revision = revisionOf(views.map(({ revision }) => revision))
  const locales = localesOf(locale, other)
  const pageOf = pageOfIn(context, locales)
  const own = paperStyle({ ...shared, title: heading, revision: `${locale} · ${revision}`, pageOf })
  const view: BookView = {
    locale,
    dir: shared.dir,
    title,
    bilingual,
    other,
    edition: hasEdition ? editionOf(locale, isBilingual, context) : null,
    isPlain: title === label('book.title'),
    version: context.version,
    favicon: faviconOf(context),
    root: outputRoot(output),
    paperStyle: [own, bareStyle('cover'), ...views.map((each) => each.paperStyle)].join('\n'),
    facts: [
      fact('language', languagesOf(locales)),
      { ...fact('runbooks', `${views.length}`), label: 'book.runbooks' },
      ...newestDate(views),
      { ...fact('contentHash', revision), isCode: true },
    ],
    online: onlineOf({ context, label }, output),
    machineTranslated: views.some(({ machineTranslated }) => machineTranslated),
    scriptLabels: scriptLabels(context, locale, other),
    // Numbers of addresses belong to the list of a chapter.
    symptoms: views.flatMap(({ symptoms }) => symptoms.map((table) => table.replace(ADDRESS_NUMBER, ''))),
    chapters: views.map((each) => ({
      ...each.chapter!,
      title: each.title,
      doubt: each.doubt,
      foreign: each.foreign,
      original: each.original,
      bilingual: each.bilingual,
      sections: each.contents,
      source: each.source,
      revision: each.revision,
      sourceRevision: each.sourceRevision,
      content: context.template('runbook', { ...each, contents: [] }),
    })),
  }
  return { path: output, content: context.template('book', view) }
}

/** The number of an address after its link. */
const ADDRESS_NUMBER = /<sup class="link-number">\[?\d+\]?<\/sup>/g

/** Link from a book to the other one of its locale. */
function editionOf(locale: string, isBilingual: boolean, context: RenderContext): EditionLink {
  const url = relativeUrl(bookPath(locale, isBilingual), bookPath(locale, !isBilingual), context)
  return { label: isBilingual ? 'book.title' : 'book.bilingual', url }
}

/** Name of the branch that the book covers, as the first chapter has it. */
function branchOf(chapters: readonly BookChapter[], key: 'branch' | 'sourceBranch'): string | undefined {
  return chapters.find((chapter) => chapter[key])?.[key]
}

/** The title of a book in its other language; empty if it is the same or there is none. */
function otherTitleOf(
  title: string,
  locale: string,
  chapters: readonly BookChapter[],
  { configured, context }: { readonly configured: BookOptions['title']; readonly context: RenderContext },
): string {
  const hasOwn = configured !== undefined || branchOf(chapters, 'branch') !== undefined
  const generic = hasOwn ? '' : context.translate(locale, 'book.title')
  const other = titleIn(locale, configured) ?? branchOf(chapters, 'sourceBranch') ?? generic
  return other === title ? '' : other
}

/** The configured title for a locale, or for its language. */
function titleIn(locale: string, title: BookOptions['title'] | undefined): string | undefined {
  if (typeof title !== 'object') return title
  const [tag] = localeChain(locale, Object.keys(title))
  return tag === undefined ? undefined : title[tag]
}

function fact(name: string, value: string): RunbookFact {
  return { name, label: `runbook.${name}`, value, datetime: null, isDate: false, isCode: false }
}

/** The latest date of the chapters' sources, which is the book's. */
function newestDate(views: readonly RunbookView[]): readonly RunbookFact[] {
  const dates = views.flatMap(({ facts }) => facts.filter(({ label }) => label === 'runbook.sourceDate'))
  const newest = dates
    .filter(({ datetime }) => datetime)
    .sort((a, b) => compare(a.datetime!, b.datetime!))
    .at(-1)
  return newest ? [newest] : []
}

/** Hash of the chapters' hashes. */
function revisionOf(revisions: readonly string[]): string {
  return hashOf(revisions.join('\n')).slice(0, 12)
}
