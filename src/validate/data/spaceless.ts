/**
 * Characters of scripts without spaces between words (Unicode, UAX #14, “Line Breaking”), and of Korean, which puts particles directly
 * after a name.
 */
export const SPACELESS: RegExp =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Conjunctions, prepositions and articles that are written together with the next word, by language: “و” and “بال” in Arabic (W. Wright,
 * “A Grammar of the Arabic Language”, “Inseparable particles”), “ו” and “ה” in Hebrew.
 */
export const PROCLITICS: Readonly<Record<string, RegExp>> = {
  ar: /^[وفبكل]{0,2}(?:ال|لل)?$/u,
  he: /^[ושהכלבמ]{1,4}$/u,
}
