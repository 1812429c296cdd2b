import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import { contentLocaleOf } from '../content-locale-of.ts'
import { localeOf, type RenderContext } from '../context.ts'
import { pagePath } from '../page-path.ts'

/** The current page, as passed to every transform of its content. */
export interface PageScope {
  readonly document: BilingualDocument
  readonly side: Side
  /** Locale of the page. */
  readonly locale: string
  /** Path of the page relative to the output folder. */
  readonly output: string
  readonly context: RenderContext
  /** Locale of the content: that of the page, except for documents in one language. */
  readonly contentLocale: string
  /** Returns a label in the content’s locale. */
  readonly label: (key: string, values?: Record<string, unknown>) => string
}

/** Makes the scope of a page. */
export function createPageScope(document: BilingualDocument, side: Side, context: RenderContext): PageScope {
  const locale = localeOf(document, side)
  const contentLocale = contentLocaleOf(document, side, context)
  return {
    document,
    side,
    locale,
    output: pagePath(locale, document.path, context),
    contentLocale,
    context,
    label: (key, values) => context.translate(contentLocale, key, values),
  }
}
