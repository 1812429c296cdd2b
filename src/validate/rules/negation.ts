import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'
import { evidenceOfOthers, withEvidence } from '../evidence-of-others.ts'
import { soundPairs } from '../literals/sound-pairs.ts'
import { denialIn, denialsOf, isAffirmable } from '../text/denials.ts'
import { languageOf } from '../text/language-of.ts'
import { proseText } from '../text/prose-text.ts'

/**
 * A translation that affirms what the source text denies sends readers the opposite way: “must not be enabled” becomes
 * “must be enabled”. Such faults are rare, but nothing else does as much harm.
 *
 * The rule looks for “not”, “cannot”, “never” and the like in the source text, and for any word of denial in the
 * translation, including words that contain one (“impossible”) or can replace one (“fails”). Sentences whose translation
 * can affirm are not checked: “not only”, “not … until”, “do not forget”, “not more than”. It checks translations from
 * English into Arabic, Chinese, French, German, Italian, Japanese, Korean, Portuguese, Russian and Spanish.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cette option doit être activée.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">This option must not be enabled.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Cette option est indisponible.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">This option is not available.</span></span>
 * ```
 */
export const negation = defineRule({
  id: 'negation',
  description: 'A translation affirms what its source text denies.',
  severity: 'warning',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, { otherTranslations }) {
    if (languageOf(document.sourceLocale) !== 'en') return
    const denies = denialsOf(document.targetLocale)
    if (!denies) return
    for (const { unit, source, target } of soundPairs(document)) {
      const { kind } = unit.context
      if (kind === 'code' || kind === 'attribute' || kind === 'front-matter' || unit.syntax === 'text')
        continue
      const text = proseText(source)
      const denial = denialIn(text)
      if (denial === undefined || target.text === '' || denies(target.text, source.text)) continue
      if (isAffirmable(text)) continue
      const evidence = evidenceOfOthers(
        (otherTranslations?.(unit.key) ?? []).filter(({ locale }) => denialsOf(locale)),
        ({ locale, target: other }) => denialsOf(locale)?.(other.text, source.text) === false,
      )
      report({
        reason: `Unexpected translation of unit \`${unit.id}\` that denies nothing, expected it to deny what the source text denies with ${quote(denial)}`,
        place: target.place,
        actual: target.text,
        expected: [denial],
        ...withEvidence(evidence, {
          note: 'Check whether the translation says the opposite of the source text; if so, add the denial.',
        }),
      })
    }
  },
})
