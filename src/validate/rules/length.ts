import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { LENGTH_BANDS } from '../data/length-bands.ts'
import { DEFAULT_BAND, type LengthBand, SCRIPT_BANDS } from '../data/script-bands.ts'
import { defineRule } from '../engine/define-rule.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { languageOf } from '../text/language-of.ts'
import {
  isMeasured,
  LENGTH_CLASSES,
  lengthOf,
  lengthWithoutKept,
  lengthWithoutNames,
} from '../text/length-of.ts'

/**
 * A translation that is much shorter than usual has often lost a part of the source text; one that is much
 * longer often contains the text of another unit, or repeats something.
 *
 * The usual lengths come from real documents, by language pair and length of the source text; for other
 * pairs, the range is wider and depends on the script of the target. The rule skips texts of less than 30
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
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    const bands = bandsOf(document.sourceLocale, document.targetLocale)
    if (!bands) return
    const isOtherScript = scriptOf(document.targetLocale) !== 'Latn'
    for (const { unit, source, target } of soundPairs(document)) {
      if (!isMeasured(unit, source, target)) continue
      const [from, to] = [lengthOf(source), lengthOf(target)]
      const at = LENGTH_CLASSES.findLastIndex((least) => from >= least)
      const band = bands[at]
      if (!band || (to >= from * band[0] && to <= from * band[1])) continue
      const isShort = to < from * band[0]
      if (isShort && (from < ENOUGH || to >= lengthWithoutNames(source) * band[0])) continue
      if (!isShort && isOtherScript && lengthWithoutKept(source, target) <= from * band[1]) continue
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

/** Minimum length of source text to report a short translation: a name of three words is often one word in German. */
const ENOUGH = 40

/** The band of each length class; `undefined` if unknown. */
function bandsOf(sourceLocale: string, targetLocale: string): readonly LengthBand[] | undefined {
  const learned = LENGTH_BANDS[`${languageOf(sourceLocale)}-${languageOf(targetLocale)}`]
  if (learned) return learned
  const [from, to] = [scriptOf(sourceLocale), scriptOf(targetLocale)]
  // The bands only apply to sources in alphabetic scripts.
  if (!from || !to || SCRIPT_BANDS[from]) return undefined
  const band = SCRIPT_BANDS[to] ?? DEFAULT_BAND
  return LENGTH_CLASSES.map(() => band)
}

/** The script of a locale (ISO 15924). */
function scriptOf(tag: string): string | undefined {
  const canonical = canonicalLocale(tag)
  return canonical && new Intl.Locale(canonical).maximize().script
}
