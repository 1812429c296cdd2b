/** Scripts that do not part words by spaces: a term is in a text where its characters are. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

/**
 * Whether a text may have a term in some form: each of its words is there by its beginning, in any order, also inside of a compound. Languages
 * inflect at the end and put words between, so this finds too much rather than too little.
 */
export function mayHaveTerm(text: string, term: string, caseSensitive: boolean): boolean {
  const [inText, wanted] = [fold(text, caseSensitive), fold(term, caseSensitive)]
  if (inText.includes(wanted)) return true
  if (unspaced.test(wanted)) return inText.replaceAll(' ', '').includes(wanted.replaceAll(' ', ''))
  const words = wanted.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
  return words.length > 0 && words.every((word) => inText.includes(beginning(word)))
}

/** Whether a text has a term as it is written: as words of their own. */
export function hasTerm(text: string, term: string, caseSensitive: boolean): boolean {
  const [inText, wanted] = [fold(text, caseSensitive), fold(term, caseSensitive)]
  if (unspaced.test(wanted)) return inText.includes(wanted)
  for (let at = inText.indexOf(wanted); at >= 0; at = inText.indexOf(wanted, at + 1)) {
    const [before, after] = [inText.slice(0, at), inText.slice(at + wanted.length)]
    if (!/[\p{L}\p{M}\p{N}]$/u.test(before) && !/^[\p{L}\p{M}\p{N}]/u.test(after)) return true
  }
  return false
}

/** What inflection leaves of a word: all of a short one, all but three letters of a long one. */
function beginning(word: string): string {
  const letters = Array.from(word)
  return letters.slice(0, Math.max(Math.min(4, letters.length), letters.length - 3)).join('')
}

/** One form of apostrophes, hyphens and spaces, without soft hyphens. */
function fold(text: string, caseSensitive: boolean): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[’ʼ]/g, "'")
    .replace(/\p{Pd}/gu, '-')
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
  return caseSensitive ? folded : folded.toLowerCase()
}
