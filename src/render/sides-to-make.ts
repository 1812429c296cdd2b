import type { BilingualDocument } from '../model/document.ts'
import type { Side } from '../model/unit.ts'
import { localeOf } from './context.ts'

/**
 * Lists the sides of a document to make: those in one of the locales, or both. If both sides claim the same
 * locale, only the target is made, because their outputs would have the same paths.
 */
export function sidesToMake(document: BilingualDocument, locales?: readonly string[]): Side[] {
  const sides: Side[] = isSame(document.sourceLocale, document.targetLocale)
    ? ['target']
    : ['target', 'source']
  return sides.filter((side) => isWanted(localeOf(document, side), locales))
}

/** Whether a locale is one of those to make; all are if none are named. */
export function isWanted(locale: string, locales: readonly string[] | undefined): boolean {
  return !locales || locales.some((each) => isSame(each, locale))
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
