import type { Side } from '../model/unit.ts'
import { canonicalLocale } from '../util/text/canonical-locale.ts'
import { findFrontMatter } from '../util/text/find-front-matter.ts'

const CONTENT_LOCALE = /^ms\.contentlocale:[ \t]*["']?([\w-]+)/im

/** The target locale that the front matter of a text names, as a canonical BCP 47 tag; `undefined` if it names none. */
export function contentLocaleOf(text: string): string | undefined {
  return canonicalLocale(CONTENT_LOCALE.exec(findFrontMatter(text)?.value ?? '')?.[1])
}

/**
 * Returns the side of a bilingual text that is in a locale, or `null` if neither is. A tag without region and
 * script (`fr`) matches any region and script of that language.
 *
 * @param target the target locale, as a canonical tag. Default: that of the front matter.
 */
export function sideOfLocale(
  text: string,
  locale: string,
  sourceLocale: string,
  target: string | undefined = contentLocaleOf(text),
): Side | null {
  if (locale === target) return 'target'
  if (locale === sourceLocale) return 'source'
  if (target?.startsWith(`${locale}-`)) return 'target'
  if (sourceLocale.startsWith(`${locale}-`)) return 'source'
  // If the document declares no locale, any locale but the source's is the target.
  return target === undefined ? 'target' : null
}
