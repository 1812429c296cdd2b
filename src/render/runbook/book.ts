import type { BookOptions } from '../../model/build/book.ts'
import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import type { Runbook } from '../../runbook/derive-runbook.ts'
import { compare } from '../../util/data/compare.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { languageName } from '../i18n/language-name.ts'
import { localeChain } from '../i18n/locale-chain.ts'
import { paperOf } from '../i18n/paper-size.ts'
import { type Online, onlineOf } from '../online.ts'
import { outputRoot } from '../page/local-url.ts'
import { createPageScope } from '../page/page-scope.ts'
import { numberChapter } from './chapter.ts'
import { type ScriptLabel, scriptLabels } from './labels.ts'
import { bareStyle, paperStyle } from './paper.ts'
import { buildRunbookView, type RunbookFact, type RunbookView } from './view.ts'

/** A runbook that is a chapter of a book. */
export interface BookChapter {
  /** Path of the document. */
  readonly path: string
  /** The result of {@link renderChapter}. */
  readonly view: RunbookView
  /** Localized name of the part of the table of contents that the book covers. */
  readonly branch?: string
}

/** Data of the template `book`. */
export interface BookView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** Whether the title is the generic one, so that the cover need not repeat the kind of book. */
  readonly isPlain: boolean
  readonly version: string
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
}

/** Data of a chapter. */
export interface ChapterView {
  readonly number: string
  readonly id: string
  readonly title: string
  /** Language of the title if it differs from the book's; else `null`. */
  readonly foreign: RunbookView['foreign']
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

/** Path of the book of a locale. */
export function bookPath(locale: string): string {
  return `${locale}/runbook-book.html`
}

/** The runbook of one side of a document, for a book whose chapters are not known yet. */
export function renderChapter(
  runbook: Runbook,
  document: BilingualDocument,
  side: Side,
  context: RenderContext,
): RunbookView {
  const scope = createPageScope(document, side, context)
  return buildRunbookView(runbook, { ...scope, output: bookPath(scope.locale) }, { forBook: true })
}

/**
 * Renders the runbooks of one locale as a book: a cover, the contents and a numbered chapter for each.
 *
 * @param chapters in their order.
 */
export function renderBook(
  locale: string,
  chapters: readonly BookChapter[],
  {
    title: configured,
    context,
  }: { readonly title: BookOptions['title'] | undefined; readonly context: RenderContext },
): OutputFile {
  const output = bookPath(locale)
  const label = (key: string, values?: Record<string, unknown>) => context.translate(locale, key, values)
  const title =
    titleIn(locale, configured) ?? chapters.find(({ branch }) => branch)?.branch ?? label('book.title')
  const numbers = new Map(chapters.map(({ path }, at) => [path, at + 1]))
  const views = chapters.map(({ view }, at) => numberChapter(view, { number: at + 1, book: title, numbers }))
  const revision = revisionOf(views.map(({ revision }) => revision))
  const paper = paperOf(locale, context.paper)
  const pageOf = label('runbook.pageOf', { page: '{page}', pages: '{pages}' })
  const dir = directionOf(locale)
  const own = paperStyle({ paper, title, revision: `${locale} · ${revision}`, pageOf, dir })
  const view: BookView = {
    locale,
    dir,
    title,
    isPlain: title === label('book.title'),
    version: context.version,
    root: outputRoot(output),
    paperStyle: [own, bareStyle('cover'), ...views.map((each) => each.paperStyle)].join('\n'),
    facts: [
      fact('language', `${languageName(locale)} (${locale})`),
      { ...fact('runbooks', `${views.length}`), label: 'book.runbooks' },
      ...newestDate(views),
      { ...fact('contentHash', revision), isCode: true },
    ],
    online: onlineOf({ context, label }, output),
    machineTranslated: views.some(({ machineTranslated }) => machineTranslated),
    scriptLabels: scriptLabels({ locale, label }),
    chapters: views.map((each) => ({
      ...each.chapter!,
      title: each.title,
      foreign: each.foreign,
      sections: each.contents,
      source: each.source,
      revision: each.revision,
      sourceRevision: each.sourceRevision,
      content: context.template('runbook', { ...each, contents: [] }),
    })),
  }
  return { path: output, content: context.template('book', view) }
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
