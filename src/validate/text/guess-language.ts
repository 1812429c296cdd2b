import { memoize } from '../../util/memoize.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { FUNCTION_WORDS } from '../data/function-words.ts'
import { HANS_ONLY, HANT_ONLY, SCRIPTS, SCRIPTS_OF } from '../data/scripts.ts'
import { languageOf } from './language-of.ts'

/** An unexpected language (by its tag) or script (by its name). */
export interface OtherLanguage {
  readonly type: 'language' | 'script'
  readonly name: string
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

/** Minimum number of letters as evidence of a script. */
const LETTERS = 12
/** Minimum number of function words as evidence of a language. */
const WORDS = 5

/** Minimum number of different ones among them. */
const DIFFERENT = 3

/**
 * Detects a text that is clearly in another language or script than expected, by its letters and by function
 * words, which occur in nearly every sentence; `undefined` if it is in the expected one, or the evidence is
 * weak.
 *
 * @param text prose only: names and code are in Latin letters in every language.
 */
export function otherLanguage(text: string, locale: string): OtherLanguage | undefined {
  const expected = scriptsOf(locale)
  if (expected.length === 0) return undefined
  return otherScript(text, locale, expected) ?? otherWords(text, locale, expected)
}

/** Names of the scripts of a locale; none if the locale is unknown. */
const scriptsOf = memoize((locale: string): readonly string[] => {
  const canonical = canonicalLocale(locale)
  const script = canonical && new Intl.Locale(canonical).maximize().script
  return (script && SCRIPTS_OF[script]) || []
})

function otherScript(text: string, locale: string, expected: readonly string[]): OtherLanguage | undefined {
  // A cheap test that rules out nearly every text.
  if (foreignLetter(expected).test(text)) {
    const own = expected.reduce((sum, name) => sum + count(text, name), 0)
    for (const name of Object.keys(SCRIPTS)) {
      if (name === 'Latin' || expected.includes(name)) continue
      // Texts mention and quote other scripts; a text in another script has more of it than of the expected one.
      const letters = count(text, name)
      if (letters >= LETTERS && letters > own) return { type: 'script', name }
    }
  }
  return expected.includes('Han') ? otherHan(text, locale) : undefined
}

/** Matches a letter of a script that is neither expected nor Latin, which all languages use for names and code. */
const foreignLetter = memoize((expected: readonly string[]) => {
  const own = expected.flatMap((name) => (name === 'Kana' ? ['Hiragana', 'Katakana'] : [name]))
  return new RegExp(
    `[^${['Latin', 'Common', 'Inherited', ...own].map((name) => `\\p{Script=${name}}`).join('')}]`,
    'u',
  )
})

function count(text: string, script: string): number {
  return text.match(SCRIPTS[script]!.pattern)?.length ?? 0
}

/**
 * Distinguishes languages in Chinese characters: Japanese by its kana, the two Chinese scripts by their
 * characters.
 */
function otherHan(text: string, locale: string): OtherLanguage | undefined {
  const kana = count(text, 'Kana')
  const language = languageOf(locale)
  const hans = countOf(text, HANS_ONLY)
  const hant = countOf(text, HANT_ONLY)
  if (language === 'ja') {
    return kana === 0 && hans >= WORDS && count(text, 'Han') >= 2 * LETTERS
      ? { type: 'language', name: 'zh' }
      : undefined
  }
  if (language !== 'zh') return undefined
  if (kana >= LETTERS) return { type: 'language', name: 'ja' }
  const isHant = new Intl.Locale(locale).maximize().script === 'Hant'
  const [wanted, other] = isHant ? [hant, hans] : [hans, hant]
  return other >= WORDS && wanted * 5 < other
    ? { type: 'language', name: isHant ? 'zh-Hans' : 'zh-Hant' }
    : undefined
}

function countOf(text: string, characters: string): number {
  let count = 0
  for (const character of text) if (characters.includes(character)) count++
  return count
}

function otherWords(text: string, locale: string, expected: readonly string[]): OtherLanguage | undefined {
  const own = languageOf(locale)
  // A language in Latin script without a word list may share words with other languages.
  const known = FUNCTION_WORDS[own]
  if (!known && expected.includes('Latin')) return undefined
  const words = text.match(plainWord) ?? []
  if (words.length < WORDS) return undefined
  const owned = known ? words.filter((word) => known.has(word) || known.has(word.toLowerCase())).length : 0
  // No other language can have four times as many; true for most texts.
  if (owned * 4 > words.length) return undefined
  const hits = new Map<string, { count: number; readonly words: Set<string> }>()
  for (const written of words) {
    const word = written.toLowerCase()
    for (const name of languagesOf.get(word) ?? []) {
      const found = hits.get(name) ?? { count: 0, words: new Set() }
      hits.set(name, found)
      found.count++
      found.words.add(word)
    }
  }
  const least = Math.max(WORDS, words.length / 5, 4 * owned)
  let best: string | undefined
  for (const [name, found] of hits) {
    if (name === own || near.some((group) => group.includes(name) && group.includes(own))) continue
    if (found.count < least || found.words.size < DIFFERENT) continue
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
