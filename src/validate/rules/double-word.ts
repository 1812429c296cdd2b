import { DOUBLED_WORDS, DOUBLING_LANGUAGES } from '../data/doubled-words.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * A word that stands twice in a row is nearly always left over from editing or from machine translation. What the source text doubles
 * too, and what the language doubles by right (French “vous vous”, German “die die”), is left alone; so are languages that
 * double words to mean something, as Indonesian and Turkish do.
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
  description: 'A word stands twice in a row.',
  severity: 'warning',
  tags: ['unit', 'content', 'language'],
  check(document, report) {
    const language = languageOf(document.targetLocale)
    if (DOUBLING_LANGUAGES.has(language)) return
    const allowed = DOUBLED_WORDS[language]
    for (const { unit, source, target } of soundPairs(document)) {
      if (unit.context.kind === 'code' || !mayDouble.test(target.text)) continue
      const words = doubledIn(proseText(target)).filter(
        (word) => !allowed?.has(word.toLowerCase()) && !isLabelEnd(target.markup, word),
      )
      if (words.length === 0 || isDoubling(proseText(source))) continue
      for (const word of new Set(words)) {
        report({
          reason: `Unexpected ${quote(`${word} ${word}`)} in the translation of unit \`${unit.id}\`, expected the word once`,
          place: target.place,
          actual: target.text,
          note: 'Take out one of the two words, or put in the one that was meant.',
        })
      }
    }
  },
})

/** Whether the first of the two ends a label in bold (`**Assistent ausführen** ausführen`): then the second is the sentence's own. */
function isLabelEnd(markup: string, word: string): boolean {
  const label = `(?:\\*\\*|__|<(?:b|strong)>)[^*_<]*\\s${word}(?:\\*\\*|__|</(?:b|strong)>)`
  return new RegExp(`${label}\\s+${word}`, 'iu').test(markup)
}

/** A cheap test that every doubled word passes. */
const mayDouble = /(\p{L})\s+\p{L}*\1/iu

/** Not inside a name, a path or a hyphenated word; the second may begin an address (`sip:`). */
const doubled =
  /(?<![\p{L}\p{M}\p{N}\p{Pd}_.’'\\/@#&$])(\p{L}[\p{L}\p{M}\p{N}]*)\s+(\1)(?![\p{L}\p{M}\p{N}_]|[\p{Pd}’'\\/@][\p{L}\p{N}]|\.\p{L}|\s?:\p{L})/giu

/** The words that stand twice; with a capital only where the first one begins the sentence. */
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
 * Whether a text says something twice in a row, with punctuation or one short word between: a label before its sentence, an
 * example, “the port is port 80”. Its translation may then do so too.
 */
function isDoubling(text: string): boolean {
  return saysTwice.test(text)
}

const saysTwice =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}]+(?:\s[\p{L}\p{N}]+){0,3})[^\p{L}\p{N}]+(?:\p{L}{1,3}\s)?\1(?![\p{L}\p{N}])/iu
