import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { proseText } from './prose-text.ts'

/** Characters of source text from which each class of lengths begins: the shorter a text, the more its translation varies. */
export const LENGTH_CLASSES: readonly number[] = [30, 50, 80, 120, 200]

/** Number of characters (code points) of a segment, without its code and spaces. */
export function lengthOf(segment: Segment): number {
  let count = 0
  for (const character of proseText(segment)) if (!/[\s\uFFFC]/.test(character)) count++
  return count
}

/**
 * The same without names that an abbreviation in brackets follows, as in “public switched telephone network (PSTN)”: translations often
 * have only the abbreviation.
 */
export function lengthWithoutNames(segment: Segment): number {
  const length = lengthOf(segment)
  if (!segment.text.includes('(')) return length
  const text = proseText(segment)
  let names = 0
  for (const { 1: abbreviation, index } of text.matchAll(/\(([A-Z][A-Za-z]{1,6})s?\)/g)) {
    const letters = abbreviation!.replace(/[a-z]/g, '').length
    const words = text.slice(Math.max(0, index - 100), index).match(/[\p{L}\p{N}]+/gu) ?? []
    names += words.slice(-letters).join('').length + 2
  }
  return Math.max(0, length - names)
}

/** Whether the lengths of a unit's sides tell something: both are text, and not the same one. */
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
