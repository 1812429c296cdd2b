import { memoize } from '../../util/memoize.ts'
import { AFFIRMABLE, DENIALS, ENGLISH_DENIAL, ENGLISH_DENIED_CONTRARY } from '../data/denials.ts'
import { languageOf } from './language-of.ts'

/** A cheap test that matches every text with a denial. */
const mayDeny = /\bnot?\b|cannot|n['’]t|ne(?:v|ith)er|unable/i

/** The word by which an English text denies. */
export function denialIn(text: string): string | undefined {
  return mayDeny.test(text) ? ENGLISH_DENIAL.exec(text)?.[0] : undefined
}

/** Whether a translation of an English text that denies can affirm. */
export function isAffirmable(text: string): boolean {
  return AFFIRMABLE.test(text)
}

/**
 * Returns a function that decides whether the translation of an English text into a locale denies, or may deny, something;
 * `undefined` if the language is unknown.
 */
export const denialsOf: (locale: string) => ((target: string, source: string) => boolean) | undefined =
  memoize((locale: string) => {
    const data = DENIALS[languageOf(locale)]
    if (!data) return undefined
    const { words, parts, contraryWords, contraryParts, other } = data
    const denying = anyOf(words, parts)
    const contrary = anyOf(contraryWords, contraryParts)
    return (target: string, source: string) => {
      const text = other ? target.replace(other, ' ') : target
      // A word such as “unavailable” can replace a denial, unless it translates one that the source text denies.
      return (
        denying.test(text) ||
        (contrary.test(text) && !ENGLISH_DENIED_CONTRARY.test(source)) ||
        UNTRANSLATED_DENIAL.test(text)
      )
    }
  })

/** A denial in an English part of a translation; “no” is a word of other languages. */
const UNTRANSLATED_DENIAL = /\b(?:not|cannot|never|neither|unable(?=\sto))\b|n['’]t\b/u

/** A letter; not a modifier, which some use as an apostrophe: “lʼinsuffisance”. */
const LETTER = '\\p{Lu}\\p{Ll}\\p{Lo}\\p{M}'

function anyOf(words: string | undefined, parts: RegExp | undefined): RegExp {
  const alternatives = words?.trim().split(/\s+/).join('|').replaceAll('*', '\\p{L}*')
  const whole = alternatives && `(?<![${LETTER}])(?:${alternatives})(?![${LETTER}])`
  return new RegExp([whole, parts?.source].filter(Boolean).join('|'), 'iu')
}
