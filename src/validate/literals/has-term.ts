/** Scripts without spaces between words: a text has a term if it contains its characters. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

/**
 * Whether a text may have a term in some form: it contains the beginning of each of the term's words, in any
 * order, even inside compounds. Languages inflect word endings and insert words, so this errs on the side of
 * finding too much.
 */
export function mayHaveTerm(text: string, term: string, caseSensitive: boolean): boolean {
  const [inText, wanted] = [fold(text, caseSensitive), fold(term, caseSensitive)]
  if (inText.includes(wanted)) return true
  if (unspaced.test(wanted)) return inText.replaceAll(' ', '').includes(wanted.replaceAll(' ', ''))
  const words = wanted.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
  return words.length > 0 && words.every((word) => inText.includes(beginning(word)))
}

/** Whether a text has a term exactly as written, as separate words. */
export function hasTerm(text: string, term: string, caseSensitive: boolean): boolean {
  const [inText, wanted] = [fold(text, caseSensitive), fold(term, caseSensitive)]
  if (unspaced.test(wanted)) return inText.includes(wanted)
  for (let at = inText.indexOf(wanted); at >= 0; at = inText.indexOf(wanted, at + 1)) {
    const [before, after] = [inText.slice(0, at), inText.slice(at + wanted.length)]
    if (!/[\p{L}\p{M}\p{N}]$/u.test(before) && !/^[\p{L}\p{M}\p{N}]/u.test(after)) return true
  }
  return false
}

/** The part of a word that inflection keeps: all of a short word, all but the last three letters of a long one. */
function beginning(word: string): string {
  const letters = Array.from(word)
  return letters.slice(0, Math.max(Math.min(4, letters.length), letters.length - 3)).join('')
}

/** Unifies apostrophes, hyphens and spaces, and removes soft hyphens. */
function fold(text: string, caseSensitive: boolean): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\p{Pd}/gu, '-')
    .replace(/\u00AD/g, '')
    // Arabic vowel marks and lengthening are optional: “مورّد” is “مورد”.
    .replace(/[\u0640\u064B-\u0652\u0670]/g, '')
    .replace(/\s+/g, ' ')
  return caseSensitive ? folded : folded.toLowerCase()
}
