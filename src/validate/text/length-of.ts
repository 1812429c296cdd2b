import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { textWithFormulas } from './prose-text.ts'

/** Lower bounds of the length classes, in characters of source text: the lengths of short translations vary more. */
export const LENGTH_CLASSES: readonly number[] = [30, 50, 80, 120, 200]

const LENGTHS = new WeakMap<Segment, number>()

/** Returns the number of characters (code points) of a segment, without code and white space; cached, because several rules need it. */
export function lengthOf(segment: Segment): number {
  let length = LENGTHS.get(segment)
  if (length === undefined) {
    length = count(textWithFormulas(segment))
    LENGTHS.set(segment, length)
  }
  return length
}

function count(text: string): number {
  const counted = text.replace(/[\s\uFFFC]+/g, '')
  return /[\uD800-\uDBFF]/.test(counted) ? [...counted].length : counted.length
}

/**
 * Returns the same without names before an abbreviation in parentheses, as in “public switched telephone
 * network (PSTN)”: translations often keep only the abbreviation.
 */
export function lengthWithoutNames(segment: Segment): number {
  const length = lengthOf(segment)
  if (!segment.text.includes('(')) return length
  const text = textWithFormulas(segment)
  let names = 0
  for (const { 1: abbreviation, index } of text.matchAll(/\(([A-Z][A-Za-z]{1,6})s?\)/g)) {
    const letters = abbreviation!.replace(/[a-z]/g, '').length
    const words = text.slice(Math.max(0, index - 100), index).match(/[\p{L}\p{N}]+/gu) ?? []
    names += words.slice(-letters).join('').length + 2
  }
  return Math.max(0, length - names)
}

/** A word in Latin letters. */
const LATIN = /[\p{Script=Latin}\p{M}]{2,}/gu

/**
 * Returns the length of a translation in another script without the names that it has from its source text: some translators write a title
 * in both languages.
 */
export function lengthWithoutKept(source: Segment, target: Segment): number {
  const kept = new Map<string, number>()
  for (const word of textWithFormulas(source).match(LATIN) ?? []) kept.set(word, (kept.get(word) ?? 0) + 1)
  let length = lengthOf(target)
  for (const word of textWithFormulas(target).match(LATIN) ?? []) {
    const left = kept.get(word) ?? 0
    if (left > 0) length -= word.length
    kept.set(word, left - 1)
  }
  return length
}

/** Whether comparing the lengths of a unit's sides makes sense: both are prose, long enough, and different. */
export function isMeasured(
  { context, syntax, structural }: TranslationUnit,
  source: Segment,
  target: Segment,
): boolean {
  return (
    !structural &&
    context.kind !== 'code' &&
    syntax !== 'text' &&
    source.text.length >= LENGTH_CLASSES[0]! &&
    target.text !== '' &&
    source.text !== target.text
  )
}
