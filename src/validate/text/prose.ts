/** Characters of numbers, names, commands, paths and URLs that words do not have. */
const technical = /^-|[:/\\@_=<>{}[\]()|$%&#*+~^`"\p{N}]|\w\.\w|\p{Ll}\p{Lu}|\p{L}-\p{Lu}/u

/** An ordinary word without punctuation: all lower case, at least three letters. */
const word = /^\p{Ll}{3,}$/u

/** Letters of scripts without upper and lower case. */
const caseless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/gu

/**
 * Whether a text is language to translate, rather than a name, a number, a symbol or code.
 *
 * Deliberately strict: it needs at least three plain lower-case words (or four letters of a script without
 * case), and more than twice as many words as code-like tokens. “Skype for Business”, `Get-User`, `https://…`
 * and “N/A” are not prose.
 */
export function isProse(text: string): boolean {
  const tokens = text.split(/\s+/).map((token) => token.replace(/^[¿¡"'“‘«‹(（「]+|[.,;:!?…’'”»)]+$/gu, ''))
  const plain = tokens.filter((token) => !technical.test(token))
  if ((plain.join('').match(caseless) ?? []).length >= 4) return true
  const words = plain.filter((token) => word.test(token))
  return words.length >= 3 && words.length > (tokens.length - plain.length) * 2
}
