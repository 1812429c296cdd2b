import { DOUBLED_WITH, DOUBLED_WORDS, DOUBLING_LANGUAGES } from '../data/doubled-words.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * A repeated word is nearly always left over from editing or from machine translation. Words that the source
 * text repeats too, words that markup parts (`**Nom** Nom`), and correct repetitions (French “vous vous”, German “die
 * die”), are not reported; languages in which repetition has a meaning, such as Indonesian and Turkish, are not checked.
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
    if (DOUBLING_LANGUAGES.has(language)) return
    const allowed = DOUBLED_WORDS[language]
    for (const { unit, source, target } of soundPairs(document)) {
      if (unit.context.kind === 'code' || !mayDouble.test(target.text)) continue
      const words = doubledIn(proseText(target)).filter(
        (word) =>
          !allowed?.has(word.toLowerCase()) && !isUsual(word, language) && isPlain(target.markup, word),
      )
      if (words.length === 0 || isDoubling(proseText(source))) continue
      for (const word of new Set(words)) {
        report({
          reason: `Unexpected ${quote(`${word} ${word}`)} in the translation of unit \`${unit.id}\`, expected the word once`,
          place: target.place,
          actual: target.text,
          note: 'Delete one of the two words, or replace it with the intended one.',
        })
      }
    }
  },
})

/** Whether a word can be repeated in sentences: in Arabic, a noun with its article, where object follows subject. */
function isUsual(word: string, language: string): boolean {
  return DOUBLED_WITH[language]?.test(word) === true
}

/** Whether no markup parts the two words: a label can be before or after the same word (`**Nom** Nom`, `de **de**`). */
function isPlain(markup: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${word}\\s+${word}(?![\\p{L}\\p{M}\\p{N}])`, 'iu').test(markup)
}

/** A cheap test that matches every repeated word. */
const mayDouble = /(\p{L})\s+\p{L}*\1/iu

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
