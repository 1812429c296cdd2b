import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
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
  /** Returns a label in the page’s locale. */
  readonly label: (key: string, values?: Record<string, unknown>) => string
}

/** Makes the scope of a page. */
export function createPageScope(document: BilingualDocument, side: Side, context: RenderContext): PageScope {
  const locale = localeOf(document, side)
  return {
    document,
    side,
    locale,
    output: pagePath(locale, document.path, context),
    context,
    label: (key, values) => context.translate(locale, key, values),
  }
}
