/** Texts in brackets, which are sentences of their own in one language and part of another one in others. */
const BRACKETS = /\([^()]*\)|（[^（）]*）|\[[^[\]]*\]/g

/** Where an English sentence ends and another begins; not after an abbreviation (“e.g.”, “U.S.”). */
const ENGLISH_END = /(?<=[.!?]["”’)*]?)(?<!\b(?:\p{L}|\p{L}\.\p{L})\.)\s+(?=\p{Lu})/u

/** Where a sentence of any language may end. */
const ANY_END = /(?<=[.!?؟:;]["”’»)*]?)\s+(?=[\p{L}«“„"'¿¡])|(?<=[。！？：；][」』”）)]?)/u

/** Counts the sentences of an English text: those of several words. */
export function countEnglishSentences(text: string): number {
  return text.replace(BRACKETS, ' ').split(ENGLISH_END).filter(hasWords).length
}

/** Counts the sentences of a text in any language, rather too many than too few. */
export function countSentences(text: string): number {
  return text
    .replace(BRACKETS, ' ')
    .split(ANY_END)
    .filter((sentence) => /\p{L}{2}/u.test(sentence)).length
}

function hasWords(sentence: string): boolean {
  return (sentence.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2
}
