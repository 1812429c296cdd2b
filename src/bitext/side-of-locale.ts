import type { Side } from '../model/unit.ts'
import { canonicalLocale } from '../util/text/canonical-locale.ts'
import { findFrontMatter } from '../util/text/find-front-matter.ts'

const CONTENT_LOCALE = /^ms\.contentlocale:[ \t]*["']?([\w-]+)/im

/**
 * Returns the side of a bilingual text that is in a locale, or `null` if neither is. A tag without region and
 * script (`fr`) matches any region and script of that language.
 */
export function sideOfLocale(text: string, locale: string, sourceLocale: string): Side | null {
  const target = canonicalLocale(CONTENT_LOCALE.exec(findFrontMatter(text)?.value ?? '')?.[1])
  if (locale === target) return 'target'
  if (locale === sourceLocale) return 'source'
  if (target?.startsWith(`${locale}-`)) return 'target'
  if (sourceLocale.startsWith(`${locale}-`)) return 'source'
  // If the document declares no locale, any locale but the source's is the target.
  return target === undefined ? 'target' : null
}
