import type { TranslationUnit } from '../../model/unit.ts'

/**
 * Why the target of a unit cannot be replaced; `undefined` if it can.
 *
 * @param input text of the document.
 */
export function whyLocked({ target, parent, defects }: TranslationUnit, input: string): string | undefined {
  if (!target) return 'the document has no place for its translation'
  if (parent !== undefined) return 'it is inside of another unit'
  if (defects.includes('crossed') || defects.includes('truncated') || defects.includes('source-missing'))
    return 'its delimiters are damaged'
  const [start, end] = target.place
  return input.slice(start, end) === target.markup
    ? undefined
    : 'other units are inside of it, or it is damaged'
}
