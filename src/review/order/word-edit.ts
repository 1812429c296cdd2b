/** A small edit of a text: the words that went and those that came. */
export interface WordEdit {
  readonly removed: string
  readonly added: string
}

/** Maximum length of an edit that is offered for a group, in characters of both texts. */
const MOST = 80
const WORD = /[\p{L}\p{M}\p{N}_]/u
/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

/**
 * The one place in which two texts differ, widened to whole words; `undefined` if it is long, or all of the
 * text. Cheaper than a comparison by words, and a unit with several edits is no member of a group anyway.
 */
export function wordEdit(before: string, after: string): WordEdit | undefined {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (before.length + after.length - 2 * (start + end) > MOST) return undefined
  while (start > 0 && isInWord(before, start, after, start)) start--
  while (end > 0 && isInWord(before, before.length - end, after, after.length - end)) end--
  const [removed, added] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  if (start === 0 && end === 0) return undefined
  return removed.length + added.length > MOST ? undefined : { removed, added }
}

/** Whether a place is inside a word of one of the texts, or between the halves of a character. */
function isInWord(before: string, at: number, after: string, other: number): boolean {
  return cuts(before, at) || cuts(after, other)
}

function cuts(text: string, at: number): boolean {
  const [left, right] = [text[at - 1], text[at]]
  if (left === undefined || right === undefined) return false
  if (/[\uDC00-\uDFFF]/.test(right)) return true
  return WORD.test(left) && WORD.test(right) && !(UNSPACED.test(left) || UNSPACED.test(right))
}
