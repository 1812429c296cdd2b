import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { DOUBLED_PARTICLES, DOUBLED_WITH, DOUBLED_WORDS, DOUBLING_LANGUAGES } from '../data/doubled-words.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * A repeated word is nearly always left over from editing or from machine translation. Words that the source
 * text repeats too, words that markup parts (`**Nom** Nom`), and correct repetitions (French “vous vous”, German “die
 * die”, an Arabic noun with its article if the source text says a noun twice), are not reported; languages in which repetition has a meaning, such as Indonesian and Turkish, are not checked. In Japanese
 * and Chinese, which do not part words by spaces, the rule finds particles that never stand twice in a row (“をを”, “的的”).
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Lorsque vous vous connectez, redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">When you sign in, restart the server.</span></span>
 * ```
 */
export const doubleWord = defineRule({
  id: 'double-word',
  description: 'A word is repeated.',
  severity: 'warning',
  tags: ['unit', 'content', 'language'],
  checksPairs: true,
  check(document, report) {
    const language = languageOf(document.targetLocale)
    const gap = DOUBLED_PARTICLES[language] ? '' : ' '
    const reportOf = (word: string, unit: TranslationUnit, target: Segment) =>
      report({
        reason: `Unexpected ${quote(`${word}${gap}${word}`)} in the translation of unit \`${unit.id}\`, expected the word once`,
        place: target.place,
        actual: target.text,
        note: 'Delete one of the two words, or replace it with the intended one.',
      })
    const particles = DOUBLED_PARTICLES[language]
    if (!particles && DOUBLING_LANGUAGES.has(language)) return
    const allowed = DOUBLED_WORDS[language]
    for (const { unit, source, target } of soundPairs(document)) {
      if (unit.context.kind === 'code') continue
      if (particles) {
        const word = doubledParticle(target, particles)
        if (word) reportOf(word, unit, target)
        continue
      }
      if (!mayDouble(target.text)) continue
      const found = doubledIn(proseText(target)).filter((word) => !allowed?.has(word.toLowerCase()))
      if (found.length === 0) continue
      const plain = plainlyDoubledIn(target.markup)
      const words = found.filter((word) => plain.has(word.toLowerCase()))
      if (words.length === 0 || isDoubling(proseText(source))) continue
      // A noun that ends one part of a sentence and begins the next stands in the source text twice.
      if (words.every((word) => canMeet(word, language)) && hasWordTwice(proseText(source))) continue
      for (const word of new Set(words)) {
        reportOf(word, unit, target)
      }
    }
  },
})

/** The repeated particle of a text; code or markup between the two parts them. */
function doubledParticle(target: Segment, particles: RegExp): string | undefined {
  if (!particles.test(target.text)) return undefined
  const [doubled, ...words] = particles.exec(proseText(target)) ?? []
  return doubled !== undefined && target.markup.includes(doubled)
    ? words.find((word) => word !== undefined)
    : undefined
}

/** Whether a text has a word of four or more letters, or its plural, more than once. */
function hasWordTwice(text: string): boolean {
  const words = (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/e?s$/, ''))
  return new Set(words).size < words.length
}

/** Whether a word can meet itself in a sentence: in Arabic, a noun with its article, where object follows subject. */
function canMeet(word: string, language: string): boolean {
  return DOUBLED_WITH[language]?.test(word) === true
}

/**
 * The repeated words of markup, in lower case. What only its text repeats is parted by markup: a label before or after the same word
 * (`**Nom** Nom`, `de **de**`).
 */
function plainlyDoubledIn(markup: string): ReadonlySet<string> {
  return new Set(Array.from(markup.matchAll(adjacent), ({ 1: word }) => word!.toLowerCase()))
}

const adjacent = /(?<![\p{L}\p{M}\p{N}])(\p{L}[\p{L}\p{M}\p{N}]*)\s+\1(?![\p{L}\p{M}\p{N}])/giu

/** Maximum length of a word. */
const LONGEST = 100

/** A cheap test that no text with a repeated word fails: whether the same letters stand before and after a white space. */
function mayDouble(text: string): boolean {
  const lower = text.toLowerCase()
  const isLetter = (at: number) => LETTER.test(lower[at] ?? '')
  let start = 0
  for (WHITE.lastIndex = 0; WHITE.test(lower); ) {
    const after = WHITE.lastIndex
    let end = after - 1
    while (end > start && /\s/.test(lower[end - 1]!)) end--
    for (let at = end - 1; at >= Math.max(start, end - LONGEST); at--) {
      if (lower[at] !== lower[after] || !lower.startsWith(lower.slice(at, end), after)) continue
      if (!(at > 0 && isLetter(at - 1)) && !isLetter(after + end - at)) return true
    }
    start = after
  }
  return false
}

/** The end of white space. */
const WHITE = /\s(?!\s)/g

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Two equal words, not inside a name, a path or a hyphenated word; the second must not start an address (`sip:`). */
const doubled =
  /(?<![\p{L}\p{M}\p{N}\p{Pd}_.’'\\/@#&$])(\p{L}[\p{L}\p{M}\p{N}]*)\s+(\1)(?![\p{L}\p{M}\p{N}_]|[\p{Pd}’'\\/@][\p{L}\p{N}]|\.\p{L}|\s?:\p{L})/giu

/** The repeated words; the first can differ in having a capital at the start of a sentence. */
function doubledIn(text: string): readonly string[] {
  return [...text.matchAll(doubled)].flatMap(({ 1: first, 2: second, index }) => {
    const begins = /(?:^|[.!?:]\s*)$/.test(text.slice(Math.max(0, index - 8), index))
    return first === second || (begins && isTitle(first!) && second === first!.toLowerCase()) ? [first!] : []
  })
}

function isTitle(word: string): boolean {
  return word !== word.toLowerCase() && word.slice(1) === word.slice(1).toLowerCase()
}

/**
 * Whether a text repeats words, with punctuation or one short word between: a label before its sentence, an
 * example, “the port is port 80”. If so, its translation can repeat words too.
 */
function isDoubling(text: string): boolean {
  return saysTwice.test(text)
}

const saysTwice =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}]+(?:\s[\p{L}\p{N}]+){0,3})[^\p{L}\p{N}]+(?:\p{L}{1,3}\s)?\1(?![\p{L}\p{N}])/iu
