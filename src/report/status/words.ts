import type { StatusCounts, StatusTotal } from '../../model/status.ts'
import { NO_SHARE, percent } from './percent.ts'

const numbers = new Intl.NumberFormat('en-US')

/** A number of things as people write it in English: `1,234`. */
export function numberOf(number: number): string {
  return numbers.format(number)
}

/** What there is to translate, in words: `2 documents, 1,234 units, 15,000 words`. */
export function totalOf({ documents, units, words }: StatusTotal): string {
  return [count(documents, 'document'), count(units, 'unit'), count(words, 'word')].join(', ')
}

/** A number with what it counts: `1 folder`, `2 folders`. */
export function count(number: number, thing: string): string {
  return `${numberOf(number)} ${thing}${number === 1 ? '' : 's'}`
}

/** English name of a locale (`French (France)`); the tag where it has none. */
export function nameOfLocale(locale: string): string {
  try {
    const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' })
    return clean(names.of(locale) ?? locale)
  } catch {
    return clean(locale)
  }
}

/** Path of a folder as it is shown; the root has no path of its own. */
export function nameOfFolder(path: string): string {
  return path === '' ? '(root)' : clean(path)
}

/** Counts in the order of their keys: `98/1/1`. */
export function partsOf({ translated, stale, missing }: StatusCounts): readonly number[] {
  return [translated, stale, missing]
}

/** Parts of a whole as percentages, dashes where there is nothing. */
export function sharesOf(parts: readonly number[]): readonly string[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => (whole === 0 ? NO_SHARE : percent(part / whole, 0)))
}

/**
 * A text without what a terminal or an XML parser must not get: control characters, line breaks, marks that turn the direction,
 * halves of characters.
 */
export function clean(text: string): string {
  return text.replace(
    /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu,
    '\uFFFD',
  )
}
