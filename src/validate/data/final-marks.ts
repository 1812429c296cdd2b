/** What a mark at the end of a text says. */
export type FinalMark =
  | 'full stop'
  | 'question mark'
  | 'exclamation mark'
  | 'colon'
  | 'ellipsis'
  | 'comma'
  | 'semicolon'

/** The class of each mark that ends a text, of all scripts (Unicode, property `Terminal_Punctuation`). */
export const FINAL_MARKS: Readonly<Record<string, FinalMark>> = {
  '.': 'full stop',
  '。': 'full stop',
  '．': 'full stop',
  '｡': 'full stop',
  // Hindi and other languages of India, Armenian, Urdu, Ethiopic, Khmer, Burmese, Tibetan.
  '।': 'full stop',
  '॥': 'full stop',
  '։': 'full stop',
  '۔': 'full stop',
  '።': 'full stop',
  '។': 'full stop',
  '။': 'full stop',
  '།': 'full stop',
  '?': 'question mark',
  '？': 'question mark',
  '؟': 'question mark',
  '՞': 'question mark',
  '!': 'exclamation mark',
  '！': 'exclamation mark',
  '՜': 'exclamation mark',
  ':': 'colon',
  '：': 'colon',
  '…': 'ellipsis',
  ',': 'comma',
  '，': 'comma',
  '、': 'comma',
  '،': 'comma',
  ';': 'semicolon',
  '；': 'semicolon',
  '؛': 'semicolon',
}

/** Marks that mean something else in a language: Greek has the semicolon, and U+037E, for a question. */
export const FINAL_MARKS_OF: Readonly<Record<string, Readonly<Record<string, FinalMark>>>> = {
  el: { ';': 'question mark', '\u037E': 'question mark', '·': 'semicolon', '\u0387': 'semicolon' },
}

/** Languages that do without a final mark, or need none where English has a full stop: spaces part sentences in Thai and Lao. */
export const UNMARKED: ReadonlySet<string> = new Set(['th', 'lo'])

/**
 * How sentences end in languages that write phrases, such as items of lists, without a full stop: polite forms of verbs in Japanese and Korean.
 */
export const SENTENCE_ENDS: Readonly<Record<string, RegExp>> = {
  ja: /(?:ます|ません|ました|です|でした|ください)$/,
  ko: /(?:니다|세요|시오)$/,
}

/** A mark, or none, and the marks that a language may have for it. */
type UsualMarks = Readonly<Partial<Record<FinalMark | 'none', readonly (FinalMark | 'none')[]>>>

/** Japanese has a full stop or a noun for a question, may begin with what leads to a list, and joins sentences by a comma. */
const JAPANESE: UsualMarks = {
  'full stop': ['comma'],
  'question mark': ['full stop', 'none', 'colon', 'comma'],
  colon: ['full stop', 'comma', 'none'],
  none: ['comma', 'colon', 'full stop'],
}

/** Marks that a language may have for those of other languages. */
export const USUAL_MARKS: Readonly<Record<string, UsualMarks>> = {
  ja: JAPANESE,
  ko: { ...JAPANESE, 'question mark': ['full stop'] },
  zh: { 'full stop': ['comma'], colon: ['full stop', 'comma'], none: ['comma', 'colon'] },
}
