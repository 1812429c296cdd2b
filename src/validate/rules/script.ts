import type { Segment } from '../../model/unit.ts'
import { HANS_NOT_JAPANESE, HANS_ONLY, HANT_ONLY } from '../data/chinese-characters.ts'
import { LATIN_LOOK_ALIKES } from '../data/look-alikes.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { enumerate, quote } from '../engine/quote.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { foreignTexts } from '../text/foreign-texts.ts'
import { languageOf, scriptOf } from '../text/language-of.ts'
import { placeIn, withoutCode } from '../text/prose-markup.ts'

/**
 * A single character of another script is hard to see, but search does not find the word, and commands with it fail:
 * a traditional character in simplified Chinese (“設定”) or the reverse, a simplified one in Japanese, kana in Chinese,
 * hangul in either, half-width katakana, Latin letters in full width (“Ｗｉｎｄｏｗｓ”), and, in any language, Cyrillic or
 * Greek letters that look like Latin ones inside of a word.
 *
 * Characters that the source text has as well are not reported, nor are those that two of the scripts share. `language`
 * reports whole texts in another language, `cjk-width` punctuation. `lockstep check --fix` repairs the width of
 * characters and look-alikes.
 *
 * Fails:
 *
 * ```md
 * <!-- zh-CN/example.md -->
 * <span data-ttu-id="1f2e3-101">打开設置，然后选择网络选项。</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Open the settings, then select the network option.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <!-- zh-CN/example.md -->
 * <span data-ttu-id="1f2e3-101">打开设置，然后选择网络选项。</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Open the settings, then select the network option.</span></span>
 * ```
 */
export const script = defineRule({
  id: 'script',
  description: 'A translation has characters of another script.',
  severity: 'warning',
  tags: ['unit', 'content', 'characters', 'language'],
  check(document, report) {
    const kinds = kindsOf(document.targetLocale)
    const isCjk = kinds.length > 0
    const foreign = isCjk ? foreignTexts(document, 'target') : undefined
    if (foreign?.whole) return
    for (const pair of soundPairs(document)) {
      const { unit, source, target } = pair
      if (unit.context.kind === 'code' || unit.syntax === 'text' || source.text === target.text) continue
      if (mixed.test(target.markup)) for (const finding of lookAlikes(pair)) report(finding)
      if (!isCjk || foreign!.units.has(unit.key)) continue
      const text = withoutCode(target, unit.syntax)
      for (const kind of kinds) {
        if (!kind.pattern.test(text)) continue
        for (const finding of kind.find(pair, text, kind)) report(finding)
      }
    }
  },
})

/** A kind of characters that a language does not have. */
interface Kind {
  readonly name: string
  readonly expected: string
  /** Matches one of them. */
  readonly pattern: RegExp
  readonly find: (pair: Pair, text: string, kind: Kind) => readonly Finding[]
}

const classOf = (characters: Iterable<string>) => new RegExp(`[${[...characters].join('')}]`, 'u')

const traditional: Kind = {
  name: 'traditional Chinese',
  expected: 'simplified Chinese only',
  pattern: classOf(HANT_ONLY),
  find: strange,
}
const simplified: Kind = {
  name: 'simplified Chinese',
  expected: 'traditional Chinese only',
  pattern: classOf(HANS_ONLY),
  find: strange,
}
const chinese: Kind = {
  name: 'simplified Chinese',
  expected: 'characters of Japanese only',
  pattern: classOf(HANS_NOT_JAPANESE),
  find: strange,
}
const kana: Kind = {
  name: 'Japanese',
  expected: 'Chinese characters only',
  pattern: /[ぁ-ゖァ-ヺ]/u,
  find: strange,
}
const hangul: Kind = {
  name: 'Korean',
  expected: 'none',
  pattern: /\p{Script=Hangul}/u,
  find: strange,
}
const halfWidth: Kind = {
  name: 'half-width katakana',
  expected: 'full-width katakana',
  pattern: /[ｦ-ﾟ]+/u,
  find: otherWidth,
}
const fullWidth: Kind = {
  name: 'full-width letters',
  expected: 'normal letters as in the source text',
  pattern: /[Ａ-Ｚａ-ｚ]/u,
  find: (pair, text, kind) =>
    otherWidth(pair, text, { ...kind, pattern: /[A-Za-zＡ-Ｚａ-ｚ0-9０-９_＿.．-]+/u }).filter(
      ({ actual, fix }) => kind.pattern.test(actual!) && pair.source.text.includes(fix!.text),
    ),
}

/** What is strange in a language. */
function kindsOf(locale: string): readonly Kind[] {
  const language = languageOf(locale)
  if (language === 'ja') return [chinese, hangul, halfWidth, fullWidth]
  if (language !== 'zh') return []
  const isTraditional = scriptOf(locale) === 'Hant'
  return [isTraditional ? simplified : traditional, kana, hangul, fullWidth]
}

/** Most characters to name in a finding. */
const MOST = 5

/** One finding about all characters of a kind that the source text does not have. */
function strange({ unit, source, target }: Pair, text: string, { name, expected, pattern }: Kind): Finding[] {
  const found = [...text.matchAll(new RegExp(pattern, 'gu'))].filter(
    ([character]) => !source.text.includes(character),
  )
  const [first] = found
  if (!first) return []
  const all = [...new Set(found.map(([character]) => character))]
  return [
    {
      reason: `Unexpected ${name} ${enumerate(all.slice(0, MOST).map(quote))} in the translation of unit \`${unit.id}\`, expected ${expected}`,
      place: placeIn(target, first.index, first.index + first[0].length),
      actual: all.join(''),
      note: 'Replace each of them by the character that the language of the translation has.',
    },
  ]
}

/** A finding with a repair about each text of another width. */
function otherWidth(
  { unit, source, target }: Pair,
  text: string,
  { name, expected, pattern }: Kind,
): Finding[] {
  return [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap(({ 0: actual, index }) => {
    if (source.text.includes(actual)) return []
    const place = placeIn(target, index, index + actual.length)
    const normal = actual.normalize('NFKC')
    return {
      reason: `Unexpected ${name} ${quote(actual)} in the translation of unit \`${unit.id}\`, expected ${expected}`,
      place,
      actual,
      expected: [normal],
      note: 'Use characters of the usual width, so that search finds the word.',
      fix: { place, text: normal },
    }
  })
}

/** Matches a Latin letter beside a Greek or Cyrillic one. */
const mixed = /[A-Za-z][\u0370-\u052F]|[\u0370-\u052F][A-Za-z]/u

/** Words of Latin letters in which others look like Latin ones. */
function lookAlikes({ unit, source, target }: Pair): readonly Finding[] {
  return wordsIn(target).flatMap(({ word, index }) => {
    if (!mixed.test(word) || source.markup.includes(word)) return []
    const latin = word.replace(/[\u0370-\u052F]/gu, (letter) => LATIN_LOOK_ALIKES.get(letter) ?? letter)
    if (/[^\p{Script=Latin}]/u.test(latin)) return []
    const place = placeIn(target, index, index + word.length)
    const strangers = [...new Set([...word].filter((letter) => LATIN_LOOK_ALIKES.has(letter)))]
    return {
      reason: `Unexpected letters ${enumerate(strangers.map(nameOf))} in ${quote(word)} in the translation of unit \`${unit.id}\`, expected Latin ones`,
      place,
      actual: word,
      expected: [latin],
      note: 'Type the word anew: other letters look the same, but are not found.',
      fix: { place, text: latin },
    }
  })
}

function wordsIn({ markup }: Segment): readonly { readonly word: string; readonly index: number }[] {
  return [...markup.matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({ word, index }))
}

/** A letter with its code point, as it looks like another one. */
function nameOf(letter: string): string {
  return `${quote(letter)} (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`
}
