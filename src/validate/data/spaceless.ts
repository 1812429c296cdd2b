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

/**
 * Words of two letters that no ending of the language looks like, so that they cannot belong to the name before them: prepositions,
 * conjunctions, articles. Not German “er” and “es”, Spanish “es” and Dutch “en”, which are endings, too.
 */
export const SHORT_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    ar: 'في من أو أن إن عن ما لا لم لن هو هي قد',
    de: 'ab am an da im in ob so um wo zu',
    es: 'al de el en la lo no se si su un',
    fr: 'au ce de du en et il la le ne ni on où ou sa se si un',
    it: 'ad al da di il in la le lo ma se si su un',
    nl: 'af al de ik in is na of om op te',
    pl: 'do na po we za ze',
    pt: 'ao da de do em na no ou se um',
    ru: 'до за из на не но об от по со',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)
