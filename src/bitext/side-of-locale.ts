import type { Side } from '../model/unit.ts'
import { canonicalLocale } from '../util/canonical-locale.ts'
import { findFrontMatter } from '../util/find-front-matter.ts'

const CONTENT_LOCALE = /^ms\.contentlocale:[ \t]*["']?([\w-]+)/im

/**
 * The side of a bilingual text that is in a locale, or `null` if neither is. The same language in another region or script is near
 * enough only where the tag asked for is a language alone.
 */
export function sideOfLocale(text: string, locale: string, sourceLocale: string): Side | null {
  const target = canonicalLocale(CONTENT_LOCALE.exec(findFrontMatter(text)?.value ?? '')?.[1])
  if (locale === target) return 'target'
  if (locale === sourceLocale) return 'source'
  if (target?.startsWith(`${locale}-`)) return 'target'
  if (sourceLocale.startsWith(`${locale}-`)) return 'source'
  // Without a locale of its own, what is not the source is the target.
  return target === undefined ? 'target' : null
}
