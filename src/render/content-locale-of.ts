import type { BilingualDocument } from '../model/document.ts'
import { isMonolingual } from '../model/is-monolingual.ts'
import type { Side } from '../model/unit.ts'
import { localeOf, type RenderContext } from './context.ts'

/** Returns the locale of a document's content on a page: without units, a translation that is missing shows the source. */
export function contentLocaleOf(
  document: BilingualDocument,
  side: Side,
  { notice }: Pick<RenderContext, 'notice'>,
): string {
  return localeOf(document, notice === 'untranslated' && isMonolingual(document) ? 'source' : side)
}
