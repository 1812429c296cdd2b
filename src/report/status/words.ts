import type { StatusCounts, StatusTotal } from '../../model/findings/status.ts'
import { countOf } from '../../util/count-of.ts'
import { clean } from '../text/words.ts'
import { NO_SHARE, percent } from './percent.ts'

/** Describes the amount to translate: `2 documents, 1,234 units, 15,000 words`. */
export function totalOf({ documents, units, words }: StatusTotal): string {
  return [countOf(documents, 'document'), countOf(units, 'unit'), countOf(words, 'word')].join(', ')
}

/** English name of a locale (`French (France)`), else its tag. */
export function nameOfLocale(locale: string): string {
  try {
    const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' })
    return clean(names.of(locale) ?? locale)
  } catch {
    return clean(locale)
  }
}

/** Path of a folder as shown; the root has no path of its own. */
export function nameOfFolder(path: string): string {
  return path === '' ? '(root)' : clean(path)
}

/** The counts in a fixed order: translated, stale, missing. */
export function partsOf({ translated, stale, missing }: StatusCounts): readonly number[] {
  return [translated, stale, missing]
}

/** Parts of a whole as percentages; dashes if the whole is 0. */
export function sharesOf(parts: readonly number[]): readonly string[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => (whole === 0 ? NO_SHARE : percent(part / whole, 0)))
}
