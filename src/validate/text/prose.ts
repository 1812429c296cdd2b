/** Characters that numbers, names, commands, paths and URLs have and words do not. */
const technical = /^-|[:/\\@_=<>{}[\]()|$%&#*+~^`"\p{N}]|\w\.\w|\p{Ll}\p{Lu}|\p{L}-\p{Lu}/u

/** A word as sentences have them, punctuation trimmed: all lower case, at least three letters. */
const word = /^\p{Ll}{3,}$/u

/** Letters of scripts that do not tell upper from lower case. */
const caseless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/gu

/**
 * Whether text is language that a translator would translate, rather than a name, a number, a symbol or code.
 *
 * Strict on purpose: at least three plain words in lower case (or four letters of a script without case), and more of them than of
 * anything like code. “Skype for Business”, `Get-User`, `https://…` and “N/A” are not prose.
 */
export function isProse(text: string): boolean {
  const tokens = text.split(/\s+/).map((token) => token.replace(/^[¿¡"'“‘«‹(（「]+|[.,;:!?…’'”»)]+$/gu, ''))
  const plain = tokens.filter((token) => !technical.test(token))
  if ((plain.join('').match(caseless) ?? []).length >= 4) return true
  const words = plain.filter((token) => word.test(token))
  return words.length >= 3 && words.length > (tokens.length - plain.length) * 2
}
