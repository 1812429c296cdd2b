import { FUNCTION_WORDS } from '../data/function-words.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { evidenceOfOthers } from '../evidence-of-others.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * A translation that equals its source text was forgotten, or not translated because it looked like code.
 * Names, code and headings of a word or two are the same in both languages; a text with at least four
 * lower-case words, including a function word of the source language (“the”, “of”, “is”), is not.
 *
 * If most other locales have the source text too, the finding is a hint: the text may not need translation.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Restart the server and wait.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server and wait.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Microsoft Lync Server 2013 Planning Guide</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Microsoft Lync Server 2013 Planning Guide</span></span>
 * ```
 */
export const untranslated = defineRule({
  id: 'untranslated',
  description: 'A translation equals its source text, which is prose.',
  severity: 'warning',
  tags: ['unit', 'text'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    const language = languageOf(document.sourceLocale)
    if (!FUNCTION_WORDS[language] || language === languageOf(document.targetLocale)) return
    for (const { unit, source, target } of soundPairs(document)) {
      if (unit.context.kind === 'code' || unit.syntax === 'text') continue
      if (Math.abs(source.text.length - target.text.length) > 4 || bare(source.text) !== bare(target.text))
        continue
      if (!isProseIn(language, proseText(target))) continue
      const evidence = evidenceOfOthers(
        otherTranslations?.(unit.key) ?? [],
        (other) => bare(other.target.text) === bare(source.text),
      )
      report({
        ...(evidence.severity && { severity: evidence.severity }),
        reason: `Unexpected source text ${quote(target.text)} as the translation of unit \`${unit.id}\`, expected it translated`,
        place: target.place,
        actual: target.text,
        note: evidence.severity
          ? 'Most other locales have the source text too: it may not need translation.'
          : 'Translate it. If it is a name or code that stays unchanged, ignore the finding.',
      })
    }
  },
})

/** Minimum number of lower-case words in prose. */
const ENOUGH = 4

/** Whether a text has enough words for prose, and at least as many function words of a language as half of those of any other. */
function isProseIn(language: string, text: string): boolean {
  const words = text
    .split(/[\s\u00A0]+/u)
    .map((word) => word.replace(/^[("“‘'«[]+|[.,;:!?)"”’'»\]…]+$/gu, ''))
    .filter((word) => /^\p{Ll}+(?:['’-]\p{Ll}+)*$/u.test(word))
  if (words.length < ENOUGH) return false
  const count = (of: ReadonlySet<string>) => words.filter((word) => of.has(word)).length
  const own = count(FUNCTION_WORDS[language]!)
  // Some source texts are in a third language, such as the law of a country.
  return own > 0 && Object.values(FUNCTION_WORDS).every((others) => count(others) <= 2 * own)
}

/** Removes characters that typography changes: spaces, quotation marks and final marks. */
function bare(text: string): string {
  return text.replace(/[\s\u00A0\u202F"“”„‘’'«».:]+/gu, '')
}
