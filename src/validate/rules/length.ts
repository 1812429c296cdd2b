import { defineRule } from '../engine/define-rule.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { lengthOf } from '../text/length-of.ts'
import { bandsOf, unusualLength, usualRatio } from '../text/usual-length.ts'

/**
 * A translation that is much shorter than usual has often lost a part of the source text; one that is much
 * longer often contains the text of another unit, or repeats something.
 *
 * The usual lengths come from real documents, by language pair and length of the source text; for other
 * pairs, the range is wider and depends on the script of the target. From 160 characters on, a translation is also too short if it has less
 * than 52% of the length that is usual in its document. The rule skips texts of less than 30
 * characters, code and untranslated texts, and does not count names that the translation abbreviates.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server after you have installed all of the updates that are listed below.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur après avoir installé toutes les mises à jour de la liste.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server after you have installed all of the updates that are listed below.</span></span>
 * ```
 */
export const length = defineRule({
  id: 'length',
  description: 'A translation is much shorter or longer than usual.',
  severity: 'info',
  tags: ['unit', 'content', 'length'],
  check(document, report, { otherTranslations }) {
    const bands = bandsOf(document.sourceLocale, document.targetLocale)
    if (!bands) return
    const pairs = soundPairs(document)
    const usual = usualRatio(pairs, bands)
    for (const pair of pairs) {
      const unusual = unusualLength(pair, bands, document.targetLocale, usual)
      if (!unusual) continue
      const { unit, target } = pair
      const { isShort, from, to, band } = unusual
      const others = (otherTranslations?.(unit.key) ?? []).filter(({ target: other }) => {
        const ratio = lengthOf(other) / from
        return isShort ? ratio < band[0] : ratio > band[1]
      })
      if (others.length * 2 > (otherTranslations?.(unit.key).length ?? 0)) continue
      report({
        reason: `Unexpected length of the translation of unit \`${unit.id}\`, ${to} characters for ${from}, expected ${Math.ceil(from * band[0])} to ${Math.floor(from * band[1])}`,
        place: target.place,
        actual: target.text,
        note: isShort
          ? 'Check whether a part of the source text is missing.'
          : 'Check whether it contains text of another unit, or repeats something.',
      })
    }
  },
})
