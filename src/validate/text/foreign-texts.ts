import type { BilingualDocument } from '../../model/document.ts'
import type { Segment, Side } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import {
  beyondLatin,
  countWords,
  foreignByFewWords,
  type OtherLanguage,
  otherLanguage,
  type WordCount,
} from './guess-language.ts'
import { languageOf, scriptOf } from './language-of.ts'
import { proseText } from './prose-text.ts'

/** Texts of a side of a document that are in another language or script than its locale. */
export interface ForeignTexts {
  /** What most of the side is in, if that differs from its locale, and the first unit that shows it; single units do not count then. */
  readonly whole?: OtherLanguage & { readonly first: Pair }
  /** By key of the unit. */
  readonly units: ReadonlyMap<string, OtherLanguage>
}

const NONE: ForeignTexts = { units: new Map() }

const FOUND = new WeakMap<BilingualDocument['units'], Map<Side, ForeignTexts>>()

/** Finds the texts of a side that are in another language or script than its locale; cached. */
export function foreignTexts(document: BilingualDocument, side: Side): ForeignTexts {
  const found = FOUND.get(document.units) ?? new Map<Side, ForeignTexts>()
  FOUND.set(document.units, found)
  const texts = found.get(side) ?? findTexts(document, side)
  found.set(side, texts)
  return texts
}

function findTexts(document: BilingualDocument, side: Side): ForeignTexts {
  const { sourceLocale, targetLocale } = document
  if (languageOf(sourceLocale) === languageOf(targetLocale)) return NONE
  const locale = side === 'source' ? sourceLocale : targetLocale
  const pairs = soundPairs(document).filter(
    ({ unit }) => !unit.structural && unit.context.kind !== 'code' && unit.syntax !== 'text',
  )
  const ownOf = ownWordsIn(locale)
  const whole = wholeIn(pairs, side, locale, ownOf)
  if (whole) {
    const ofSource =
      side === 'source' ? whole : wholeIn(pairs, 'source', sourceLocale, ownWordsIn(sourceLocale))
    if (isUnexpected(whole, side, targetLocale, ofSource))
      return { whole: { ...whole, first: pairs[0]! }, units: NONE.units }
  }
  const units = new Map<string, OtherLanguage>()
  for (const { unit, source, target } of pairs) {
    const other =
      foreignLanguageOf(side === 'source' ? source : target, locale, ownOf) ??
      (side === 'target'
        ? (foreignWords(source, target, locale, ownOf) ?? fewForeignWords(source, target, locale, ownOf))
        : undefined)
    if (!other || isSame(source, target)) continue
    const ofSource = side === 'source' ? other : foreignLanguageIn(source, sourceLocale)
    if (!isUnexpected(other, side, targetLocale, ofSource)) continue
    units.set(unit.key, other)
  }
  return { units }
}

/**
 * Whether another language is a fault. A source text can be in any language, such as the legal notices of a country, and its translation
 * then too; in that of its translation, it is on the wrong side.
 */
function isUnexpected(
  found: OtherLanguage,
  side: Side,
  targetLocale: string,
  ofSource: OtherLanguage | undefined,
): boolean {
  if (side === 'target') return ofSource === undefined
  return found.type === 'script' || found.name === languageOf(targetLocale) || found.name === targetLocale
}

/** Minimum length in characters of a text that consists of Latin letters. */
const LONG = 40
/** Minimum length of a text with others, each of which says more. */
const SHORT = 6

/** The language or script of a text, if it clearly differs from that of its locale. */
export function foreignLanguageOf(
  segment: Segment,
  locale: string,
  ownOf?: (segment: Segment) => OwnWords,
): OtherLanguage | undefined {
  const { length } = segment.text
  if (length < SHORT || (length < LONG && isLatin(locale) && !beyondLatin.test(segment.text)))
    return undefined
  return foreignLanguageIn(segment, locale, ownOf)
}

/** The same, however short the text is. */
function foreignLanguageIn(
  segment: Segment,
  locale: string,
  ownOf = ownWordsIn(locale),
): OtherLanguage | undefined {
  const { text, words } = ownOf(segment)
  return otherLanguage(text, locale, words)
}

/** What is a text's own language, and its words. */
interface OwnWords {
  readonly text: string
  readonly words: WordCount
}

/** Returns a function that finds what is a text's own language; cached, because most texts are asked for several times. */
function ownWordsIn(locale: string): (segment: Segment) => OwnWords {
  return memoize((segment: Segment) => {
    const text = ownWords(segment)
    return { text, words: countWords(text, locale) }
  })
}

/** Minimum length of a text with several words. */
const SHORT_TEXT = 12

/** Minimum number of plain words that the source text does not have. */
const FEW_WORDS = 2

/** A text of Latin words that are not those of the source text, as the translation into a language of another script. */
function foreignWords(
  source: Segment,
  target: Segment,
  locale: string,
  ownOf: (segment: Segment) => OwnWords,
): OtherLanguage | undefined {
  if (isLatin(locale) || notLatin.test(target.text)) return undefined
  const words = ownOf(target).text.match(/(?<![^\s("'([-])\p{Ll}{3,}(?![^\s,;:!?)\]'".]|\.\S)/gu) ?? []
  if (words.length < FEW_WORDS) return undefined
  const known = source.text.toLowerCase()
  const own = words.filter((word) => !known.includes(word))
  return own.length >= FEW_WORDS && own.length * 2 > words.length
    ? { type: 'script', name: 'Latin' }
    : undefined
}

/** The language of a text in Latin script by few words that the source text does not have. */
function fewForeignWords(
  source: Segment,
  target: Segment,
  locale: string,
  ownOf: (segment: Segment) => OwnWords,
): OtherLanguage | undefined {
  if (!isLatin(locale) || target.text.length < SHORT_TEXT || target.text === source.text) return undefined
  // A cheap test that is true for most texts.
  const { text, words } = ownOf(target)
  return words.own * 4 > words.all ? undefined : foreignByFewWords(text, locale, source.text)
}

/** Matches a letter that is not Latin. */
const notLatin = /(?!\p{Script=Latin})\p{L}/u

const isLatin = (locale: string) => scriptOf(locale) === 'Latn'

/** The text without code, quotations, placeholders and labels in brackets, which can be in any language. */
function ownWords(segment: Segment): string {
  const text = proseText(segment)
  return mayQuote.test(text) ? text.replace(quotations, ' ') : text
}

const mayQuote = /[«“„"「『[<]/

const quotations =
  /«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|"[^"]*"|「[^「」]*」|『[^『』]*』|\[[^[\]]*\]|<[^<>\s]*(?:\s[^<>\s]+){0,3}\s?>/g

/** Characters of a document to examine as a whole. */
const SAMPLE = 20_000

/** Minimum number of characters to judge a document as a whole. */
const ENOUGH = 400

/** The language or script of most of a side, if it differs from its locale. */
function wholeIn(
  pairs: readonly Pair[],
  side: Side,
  locale: string,
  ownOf: (segment: Segment) => OwnWords,
): OtherLanguage | undefined {
  const texts: string[] = []
  let [length, all, own] = [0, 0, 0]
  for (const pair of pairs) {
    if (length > SAMPLE) break
    const segment = pair[side]
    if (segment.text.length < LONG) continue
    const { text, words } = ownOf(segment)
    texts.push(text)
    length += text.length + 1
    all += words.all
    own += words.own
  }
  return length >= ENOUGH ? otherLanguage(texts.join(' '), locale, { all, own }) : undefined
}

function isSame(source: Segment, target: Segment): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(source.text) === bare(target.text)
}
