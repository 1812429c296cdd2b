import type { BilingualDocument } from '../../model/document.ts'
import { otherSide } from '../../model/text.ts'
import { descriptionOf, textEntry } from '../../model/text-entry.ts'
import { deriveRunbook } from '../../runbook/derive-runbook.ts'
import { localeOf, MONOLINGUAL_HTML, outputPath, type RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { machineDate } from '../i18n/format-date.ts'
import { ownLanguageName } from '../i18n/language-name.ts'
import type { OutputKind } from '../output-kinds.ts'
import { pagePath } from '../page-path.ts'
import { bilingualLayoutOf, runbookEnding } from '../runbook/editions.ts'
import { buildAddress, type PageAddress } from '../site/page-address.ts'
import { buildSiteView, documentUrl, type SiteView } from '../site/site-view.ts'
import { titleOf } from '../title-of.ts'
import { noticesOf, type TranslationNotices } from '../translation-notices.ts'
import { outputRoot, relativeUrl } from './local-url.ts'
import { buildOutline, type OutlineItem } from './outline.ts'
import type { PageScope } from './page-scope.ts'

/** Data of the template `page`. */
export interface PageView extends TranslationNotices {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** Summary for search engines; `null` if the document has none in this language. */
  readonly description: string | null
  readonly version: string
  /** Relative URL of the output folder, ending in `/`, or empty. */
  readonly root: string
  /** Relative URL of the list of documents in this locale. */
  readonly home: string
  readonly site: SiteView
  readonly languages: readonly LanguageLink[]
  readonly address: PageAddress
  /** URL to edit the document; `null` if the site has none. */
  readonly editUrl: string | null
  /** URL to give feedback on the page; `null` if the site has none. */
  readonly feedbackUrl: string | null
  /** Whether there is any notice on the translation. */
  readonly hasNotices: boolean
  /** Whether the text was translated by machine. */
  readonly machineTranslated: boolean
  /** The page in the source language; `null` on that page itself, and if it is not made. */
  readonly original: LanguageLink | null
  readonly other: OtherView
  readonly outline: readonly OutlineItem[] | null
  readonly formats: readonly FormatLink[]
  readonly facts: readonly Fact[]
  /** Whether the content has a first-level heading, so that the template need not add one. */
  readonly hasHeading: boolean
  /** The content as HTML. */
  readonly content: string
  /** Language of the content if it is not that of the page: a document in one language has no segments that name it. */
  readonly contentLanguage: { readonly locale: string; readonly dir: 'ltr' | 'rtl' } | null
}

/** Link to the page in a language. */
export interface LanguageLink {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** Name of the language in that language, as people write it. */
  readonly name: string
  readonly url: string
  readonly current: boolean
  /** Whether the page shows a translation or the source itself, rather than source text as a fallback. */
  readonly translated: boolean
  /** The language of that source text; `null` where the page is translated. */
  readonly fallback: { readonly locale: string; readonly dir: 'ltr' | 'rtl'; readonly name: string } | null
}

/** The other side, for “show the source”. */
export interface OtherView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** Key of the label of the button that shows it. */
  readonly offer: 'page.showSource' | 'page.showTranslation'
  /** Key of the label that names it. */
  readonly label: 'page.sourceText' | 'page.translation'
  /** Whether any segment has an other side. */
  readonly present: boolean
}

/** Link to another output of the document. */
export interface FormatLink {
  /** Key of its label. */
  readonly label: string
  readonly url: string
  /** Media type. */
  readonly type: string
}

/** A fact about the document from its front matter. */
export interface Fact {
  /** Key of its label. */
  readonly label: string
  readonly value: string
  /** Value for HTML’s `datetime`, for dates; else `null`. */
  readonly datetime: string | null
  /** Whether the value is a date, to format for the locale. */
  readonly isDate: boolean
  /** Whether the value is a code. */
  readonly isCode: boolean
}

/** Collects the data of the template `page`. */
export function buildPageView(
  scope: PageScope,
  content: Pick<PageView, 'content' | 'hasHeading'> & { readonly hasOther: boolean },
): PageView {
  const { document, side, locale, context, output } = scope
  const other = localeOf(document, otherSide(side))
  const languages = buildLanguages(scope)
  const title = titleOf(document.title[side], document.path)
  const root = outputRoot(output)
  const notices = noticesOf(scope)
  const linked = { path: document.path, locale: notices.foreign?.locale ?? locale, title }
  const machineTranslated = side === 'target' && document.handoff.translationType?.toUpperCase() === 'MT'
  const original =
    side === 'target' ? (languages.find((link) => link.locale === document.sourceLocale) ?? null) : null
  const { editUrl, feedbackUrl } = context.site?.options ?? {}
  return {
    locale,
    dir: directionOf(locale),
    title,
    description: descriptionOf(document, side),
    version: context.version,
    root,
    home: relativeUrl(output, `${locale}/index.html`, context),
    site: buildSiteView(context, locale, root),
    languages,
    address: buildAddress({
      document,
      locale,
      context,
      urlOf: (tag) => languages.find((link) => link.locale === tag)!.url,
      original: original?.locale ?? null,
      isUntranslated: notices.foreign !== null,
    }),
    editUrl: documentUrl(editUrl, linked),
    feedbackUrl: documentUrl(feedbackUrl, linked),
    ...notices,
    hasNotices: machineTranslated || notices.notice !== null || notices.partlyTranslated,
    machineTranslated,
    original,
    other: {
      locale: other,
      dir: directionOf(other),
      offer: side === 'target' ? 'page.showSource' : 'page.showTranslation',
      label: side === 'target' ? 'page.sourceText' : 'page.translation',
      present: content.hasOther,
    },
    outline: buildOutline(scope),
    formats: buildFormats(scope),
    facts: buildFacts(document),
    hasHeading: content.hasHeading,
    content: content.content,
    contentLanguage:
      scope.contentLocale === locale
        ? null
        : { locale: scope.contentLocale, dir: directionOf(scope.contentLocale) },
  }
}

/** Links to the page in each locale that is made, the page’s own first. */
function buildLanguages({ document, locale, context, output }: PageScope): readonly LanguageLink[] {
  const tags = new Set([locale, ...context.locales])
  const { sourceLocale } = document
  const source = {
    locale: sourceLocale,
    dir: directionOf(sourceLocale),
    name: ownLanguageName(sourceLocale, tags),
  }
  return [...tags].map((tag) => ({
    locale: tag,
    dir: directionOf(tag),
    name: ownLanguageName(tag, tags),
    url: relativeUrl(output, pagePath(tag, document.path, context), context),
    current: tag === locale,
    translated: !context.untranslated?.has(tag),
    fallback: context.untranslated?.has(tag) ? source : null,
  }))
}

/** An output: its kind, the key of its label, its media type and its path. */
type Format = readonly [OutputKind, string, string, string]

/** Links to the other outputs of the document that are made. */
function buildFormats(scope: PageScope): readonly FormatLink[] {
  const { document, locale, context, output } = scope
  const isHtml = document.format === 'html'
  const monolingual = outputPath(locale, document.path, isHtml ? MONOLINGUAL_HTML : '.md')
  const formats: readonly Format[] = [
    ['runbook', 'page.runbook', 'text/html', outputPath(locale, document.path, runbookEnding(false))],
    ...bilingualRunbook(scope),
    ...(context.hasPdf ? [runbookPdf(locale, document.path)] : []),
    ['markdown', 'page.markdown', isHtml ? 'text/plain' : 'text/markdown', monolingual],
    ['json', 'page.data', 'application/json', outputPath('data', document.path, '.json')],
  ]
  return formats
    .filter(([kind]) => context.outputs.has(kind) && isMade(kind, document, context))
    .map(([, label, type, path]) => ({ label, type, url: relativeUrl(output, path) }))
}

function runbookPdf(locale: string, path: string): Format {
  return ['runbook', 'page.runbookPdf', 'application/pdf', outputPath(locale, path, '.runbook.pdf')]
}

function bilingualRunbook({ document, side, locale, context }: PageScope): readonly Format[] {
  if (!bilingualLayoutOf(side, context)) return []
  return [
    ['runbook', 'runbook.bilingual', 'text/html', outputPath(locale, document.path, runbookEnding(true))],
  ]
}

/** Whether an output of that kind is made of the document; untranslated documents have no Markdown. */
function isMade(
  kind: OutputKind,
  document: BilingualDocument,
  { notice, hasRunbook }: RenderContext,
): boolean {
  if (kind === 'markdown') return notice !== 'untranslated'
  return kind !== 'runbook' || (hasRunbook ?? deriveRunbook(document) !== null)
}

/** Lists facts about the document, in display order. */
function buildFacts(document: BilingualDocument): readonly Fact[] {
  const { date, sourceCommit, lastHandoff } = document.handoff
  const facts: Fact[] = []
  const add = (label: string, value: string | null | undefined, kind: 'date' | 'code') => {
    if (!value) return
    const isDate = kind === 'date'
    facts.push({ label, value, isDate, isCode: !isDate, datetime: isDate ? machineDate(value) : null })
  }
  add('page.documentId', textEntry(document, 'ms:assetid'), 'code')
  add('page.sourceDate', date, 'date')
  add('page.handoff', lastHandoff, 'date')
  add('page.sourceCommit', sourceCommit, 'code')
  return facts
}
