import type { Segment } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'
import { defineRule } from '../engine/define-rule.ts'
import { enumerate, quote } from '../engine/quote.ts'
import { type Pair, soundPairs } from '../literals/sound-pairs.ts'
import { asWritten } from '../text/as-written.ts'
import { isBlank } from '../text/blank.ts'
import { boldTexts, hasBold } from '../text/bold-texts.ts'

/**
 * Names of the user interface are bold so that readers find them. If the source text has bold text and its translation has none, or less,
 * the marks were lost in translation.
 *
 * Bold texts with no word, comma or bracket between them count as one, and so do repeated ones. A translation that writes quotation marks or
 * brackets instead follows the habit of its language, unless others of the document have both (`[**Next**]`), and so does a document most of
 * whose translations have no bold text; both are skipped.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cliquez sur Enregistrer pour continuer.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click **Save** to continue.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cliquez sur **Enregistrer** pour continuer.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Click **Save** to continue.</span></span>
 * ```
 */
export const bold = defineRule({
  id: 'bold',
  description: 'Bold text of the source text is not bold in the translation.',
  severity: 'info',
  tags: ['unit', 'content', 'markup'],
  check(document, report, { otherTranslations }) {
    const pairs = soundPairs(document).filter(({ source }) => hasBold(source))
    const isHabit = memoize((_: 'marks') => areMarksHabit(pairs))
    const kept = pairs.filter(({ target }) => hasBold(target)).length
    // Where most have none, that is a habit; a single unit says nothing.
    if (pairs.length > 1 && kept * 2 < pairs.length) return
    for (const { unit, source, target } of pairs) {
      if (unit.context.kind === 'code' || isBlank(target)) continue
      const [expected, actual] = [new Set(boldTexts(source, true)), boldTexts(target)]
      if (actual.length >= expected.size) continue
      if (hasMoreMarks(source, target) && isHabit('marks')) continue
      const others = otherTranslations?.(unit.key) ?? []
      if (others.filter((other) => boldTexts(other.target).length < expected.size).length * 2 > others.length)
        continue
      report({
        reason: `Unexpected ${actual.length === 0 ? 'translation without bold text' : enumerate(actual.map((text) => quote(text)))} in unit \`${unit.id}\`, expected ${enumerate([...expected].map((text) => quote(text)))} in bold as in the source text`,
        place: target.place,
        actual: target.text,
        expected: [...expected],
        note: 'Make bold in the translation what is bold in the source text.',
      })
    }
  },
})

/** Least number of translations that have both bold text and marks, to show that marks do not replace bold text. */
const LEAST = 3

/** Whether quotation marks or brackets may replace bold text in a document; not where nearly all translations have both: `[**Next**]`. */
function areMarksHabit(pairs: readonly Pair[]): boolean {
  let [both, instead] = [0, 0]
  for (const { source, target } of pairs) {
    if (!hasMoreMarks(source, target)) continue
    if (boldTexts(target).length >= new Set(boldTexts(source, true)).size) both++
    else instead++
  }
  return both < LEAST || (instead - 1) * 10 > both
}

/** Whether a translation shows marks that its source text does not have: quotation marks or brackets, or broken marks. */
function hasMoreMarks(source: Segment, target: Segment): boolean {
  const countOf = (segment: Segment) => asWritten(segment).text.match(marks)?.length ?? 0
  return countOf(target) > countOf(source)
}

const marks = /[«»„“”"「」『』[\]［］【】*]/g
