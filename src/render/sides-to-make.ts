import type { BilingualDocument } from '../model/document.ts'
import type { Side } from '../model/unit.ts'
import { localeOf } from './context.ts'

/**
 * The sides of a document that are wanted: those in one of the locales, or both. A document whose sides claim the same locale has
 * only its target made, because both would take the same place.
 */
export function sidesToMake(document: BilingualDocument, locales?: readonly string[]): Side[] {
  const sides: Side[] = isSame(document.sourceLocale, document.targetLocale)
    ? ['target']
    : ['target', 'source']
  return sides.filter(
    (side) => !locales || locales.some((locale) => isSame(locale, localeOf(document, side))),
  )
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
