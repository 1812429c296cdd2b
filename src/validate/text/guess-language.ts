import { countWords as countSpaced } from '../../model/translation-memory.ts'
import { memoize } from '../../util/memoize.ts'
import { HANS_NOT_JAPANESE, HANS_ONLY, HANT_NOT_JAPANESE, HANT_ONLY } from '../data/chinese-characters.ts'
import { FUNCTION_WORDS } from '../data/function-words.ts'
import { SCRIPTS, SCRIPTS_OF } from '../data/scripts.ts'
import { languageOf, scriptOf } from './language-of.ts'

/** An unexpected language (by its tag) or script (by its name). */
export interface OtherLanguage {
  readonly type: 'language' | 'script'
  readonly name: string
}

/** Number of words of a text, as far as they stand alone between spaces. */
export interface WordCount {
  readonly all: number
  /** Function words of the expected language. */
  readonly own: number
}

/** Languages so similar that a sentence may look like either. */
const near: readonly (readonly string[])[] = [
  ['da', 'nb', 'nn', 'no', 'sv'],
  ['es', 'ca', 'gl', 'pt'],
  ['cs', 'sk'],
  ['ru', 'uk', 'be', 'bg'],
  ['nl', 'af'],
  ['id', 'ms'],
]

function isNear(one: string, other: string): boolean {
  return one === other || near.some((group) => group.includes(one) && group.includes(other))
}

/** Minimum number of letters as evidence of a script; fewer are enough in a text without a letter of the expected one. */
const LETTERS = 12
const ONLY_LETTERS = 4
/** Minimum number of function words as evidence of a language. */
const WORDS = 5

/** Minimum number of different ones among them. */
const DIFFERENT = 3

/** Both in a text without a letter of the expected script. */
const FEW_WORDS = 2

/** Minimum number of characters that another language in Chinese characters does not have. */
const CHARACTERS = 2

/**
 * Detects a text that is clearly in another language or script than expected, by its letters and by function
 * words, which occur in nearly every sentence; `undefined` if it is in the expected one, or the evidence is
 * weak.
 *
 * @param text prose only: names and code are in Latin letters in every language.
 * @param words its words, if they are counted already.
 */
export function otherLanguage(
  text: string,
  locale: string,
  words: WordCount = countWords(text, locale),
): OtherLanguage | undefined {
  const expected = scriptsOf(locale)
  if (expected.length === 0) return undefined
  return otherScript(text, locale, expected) ?? otherWords(text, locale, expected, words)
}

/** Counts the words of a text. */
export function countWords(text: string, locale: string): WordCount {
  const word = ownWord(languageOf(locale))
  let own = 0
  if (word) for (word.lastIndex = 0; word.test(text); ) own++
  return { all: countSpaced(text), own }
}

/** Matches the function words of a language between spaces, which is faster than to look up each word. */
const ownWord = memoize((language: string): RegExp | undefined => {
  const words = FUNCTION_WORDS[language]
  return words && new RegExp(`(?<![^ ])(?:${[...words].join('|')})(?![^ ])`, 'g')
})

/** Names of the scripts of a locale; none if the locale is unknown. */
const scriptsOf = memoize((locale: string): readonly string[] => {
  return SCRIPTS_OF[scriptOf(locale)] ?? []
})

function otherScript(text: string, locale: string, expected: readonly string[]): OtherLanguage | undefined {
  // Cheap tests that rule out nearly every text.
  if (beyondLatin.test(text) && foreignLetter(expected).test(text)) {
    const own = expected.reduce((sum, name) => sum + weightOf(text, name), 0)
    const others = Object.keys(SCRIPTS).filter((name) => name !== 'Latin' && !expected.includes(name))
    const weights = others.map((name) => ({ name, weight: weightOf(text, name) }))
    // Texts mention and quote other scripts; a text in another script has more of it than of the expected one.
    const all = weights.reduce((sum, { weight }) => sum + weight, 0)
    if (all > own && all >= (own === 0 ? ONLY_LETTERS : LETTERS)) {
      const { name } = weights.reduce((most, each) => (each.weight > most.weight ? each : most))
      return { type: 'script', name }
    }
  }
  return expected.includes('Han') ? otherHan(text, locale) : undefined
}

/** Matches a character beyond Latin letters, punctuation and symbols. */
export const beyondLatin = /[^\u0000-\u024F\u2000-\u2BFF\uFFFC]/

/** Matches a letter of a script that is neither expected nor Latin, which all languages use for names and code. */
const foreignLetter = memoize((expected: readonly string[]) => {
  const own = expected.flatMap((name) => (name === 'Kana' ? ['Hiragana', 'Katakana'] : [name]))
  return new RegExp(
    `[^${['Latin', 'Common', 'Inherited', ...own].map((name) => `\\p{Script=${name}}`).join('')}]`,
    'u',
  )
})

/** Scripts whose words have few letters, so that each counts as several of others. */
const DENSE: ReadonlySet<string> = new Set(['Han', 'Hangul', 'Kana'])
const DENSITY = 3

function weightOf(text: string, script: string): number {
  return count(text, script) * (DENSE.has(script) ? DENSITY : 1)
}

function count(text: string, script: string): number {
  return text.match(SCRIPTS[script]!.pattern)?.length ?? 0
}

/**
 * Distinguishes languages in Chinese characters: Japanese by its kana, the two Chinese scripts by their
 * characters.
 */
function otherHan(text: string, locale: string): OtherLanguage | undefined {
  const language = languageOf(locale)
  if (language === 'ja') {
    // Only labels have no kana in Japanese, and they have no characters of Chinese either.
    if (hasKana.test(text)) return undefined
    const isChinese =
      countOf(text, HANS_NOT_JAPANESE) + countOf(text, HANT_NOT_JAPANESE) >= CHARACTERS ||
      (count(text, 'Han') >= LETTERS / 2 && new Set(text.match(chineseWord)).size >= CHARACTERS)
    return isChinese ? { type: 'language', name: 'zh' } : undefined
  }
  if (language !== 'zh') return undefined
  const kana = count(text, 'Kana')
  if (kana >= ONLY_LETTERS && kana * 4 >= count(text, 'Han')) return { type: 'language', name: 'ja' }
  const isHant = scriptOf(locale) === 'Hant'
  const [wanted, other] = isHant ? [HANT_ONLY, HANS_ONLY] : [HANS_ONLY, HANT_ONLY]
  const others = countOf(text, other)
  return others >= CHARACTERS && countOf(text, wanted) * 2 < others
    ? { type: 'language', name: isHant ? 'zh-Hans' : 'zh-Hant' }
    : undefined
}

/** Words and a comma of Chinese sentences; Japanese has these characters inside of words only, and its sentences have kana. */
const chineseWord = /[你您這個爲為與從將於並其它也了是的在和，]/gu

const hasKana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

function countOf(text: string, characters: ReadonlySet<string>): number {
  let count = 0
  for (const character of text) if (characters.has(character)) count++
  return count
}

function otherWords(
  text: string,
  locale: string,
  expected: readonly string[],
  { all, own: least }: WordCount,
): OtherLanguage | undefined {
  // A cheap test that is true for most texts: no other language can have four times as many.
  if (least * 4 > all) return undefined
  const own = languageOf(locale)
  // A language in Latin script without a word list may share words with other languages.
  const known = FUNCTION_WORDS[own]
  if (!known && expected.includes('Latin')) return undefined
  const words = text.match(plainWord) ?? []
  // In a language of another script, a text in Latin letters alone is a name, or in another language; names are English.
  const isAlone = !expected.includes('Latin') && !expected.some((name) => count(text, name) > 0)
  if (words.length < (isAlone ? FEW_WORDS : WORDS)) return undefined
  const owned = known ? words.filter((word) => known.has(word) || known.has(word.toLowerCase())).length : 0
  if (owned * 4 > words.length) return undefined
  const hits = new Map<string, { count: number; readonly words: Set<string> }>()
  for (const written of words) {
    const word = written.toLowerCase()
    // Letters alone are also symbols, as in formulas.
    if (isAlone && word.length === 1) continue
    for (const name of languagesOf.get(word) ?? []) {
      const found = hits.get(name) ?? { count: 0, words: new Set() }
      hits.set(name, found)
      found.count++
      found.words.add(word)
    }
  }
  let best: string | undefined
  for (const [name, found] of hits) {
    if (isNear(name, own)) continue
    const isCertain = isAlone && name !== 'en'
    const least = Math.max(isCertain ? FEW_WORDS : WORDS, words.length / 5, 4 * owned)
    if (found.count < least || found.words.size < (isCertain ? FEW_WORDS : DIFFERENT)) continue
    if (!best || found.count > hits.get(best)!.count) best = name
  }
  if (!best) return undefined
  // Sentences in other scripts quote Latin text, such as titles and messages.
  if (!expected.includes('Latin')) {
    const letters = expected.reduce((sum, name) => sum + count(text, name), 0)
    if (letters * 4 > text.replace(/\P{L}/gu, '').length) return undefined
  }
  return { type: 'language', name: best }
}

/** Minimum number of different words as evidence of another language in a text without a word of its own. */
const FEW_DIFFERENT = 2

/**
 * Detects another language in Latin script by few words: the text has words that the other language has and the expected one lacks, and
 * none the other way round.
 *
 * @param source the source text: its words say nothing, because a translation keeps names.
 */
export function foreignByFewWords(text: string, locale: string, source: string): OtherLanguage | undefined {
  const own = languageOf(locale)
  const known = FUNCTION_WORDS[own]
  if (!known) return undefined
  const words = new Set((text.match(plainWord) ?? []).flatMap((word) => partsOf(word.toLowerCase())))
  const kept = new Set(source.toLowerCase().match(/\p{L}+/gu))
  const fresh = [...words].filter((word) => !kept.has(word))
  const named = FEW_LETTERS[own]
  const owned = [...words].filter((word) => known.has(word) || named?.test(word))
  let best = { name: own, count: FEW_DIFFERENT - 1 }
  for (const [name, theirs] of Object.entries(FUNCTION_WORDS)) {
    if (name === own || name === 'en') continue
    const letters = FEW_LETTERS[name]
    const isTheirs = (word: string) => theirs.has(word) || letters?.test(word) === true
    const count = fresh.filter((word) => isTheirs(word) && !known.has(word)).length
    if (count > best.count && owned.every(isTheirs)) best = { name, count }
  }
  return isNear(best.name, own) ? undefined : { type: 'language', name: best.name }
}

/** A word and what is elided before it (`d’`, `l’`). */
function partsOf(word: string): readonly string[] {
  const at = word.search(/[’']/)
  return at > 0 ? [`${word.slice(0, at)}’`, word.slice(at + 1)] : [word]
}

/** Letters of few languages: a word with one is as much evidence as a function word. */
const FEW_LETTERS: Readonly<Record<string, RegExp>> = {
  de: /[äöüß]/,
  fr: /[àâçèêëîïôœùû]|é(?!$)|^(?:[dln]|qu|jusqu|lorsqu)’$/,
}

/** A separate word that is not all in capitals and not part of a name, an address or an assignment. */
const plainWord =
  /(?<![^\s("“«„‘])\p{L}[\p{Ll}\p{Lo}\p{M}]*(?:[’']\p{L}+)?(?![^\s.,;:!?)"”»“’])(?![.:]\p{L})/gu

/** Languages by function word. */
const languagesOf: ReadonlyMap<string, readonly string[]> = indexOf(FUNCTION_WORDS)

function indexOf(
  data: Readonly<Record<string, ReadonlySet<string>>>,
): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const [name, words] of Object.entries(data)) {
    for (const word of words) index.set(word, [...(index.get(word) ?? []), name])
  }
  return index
}
