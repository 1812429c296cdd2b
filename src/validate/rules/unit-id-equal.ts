import { unitsOf } from '../../model/units-of.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * The two sides of a unit name the same id: that is what says that they belong together. Where the ids differ, the translation
 * may stand beside the wrong source text.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const unitIdEqual = defineRule({
  id: 'unit-id-equal',
  description: 'The two sides of a unit name different ids.',
  severity: 'error',
  tags: ['unit'],
  check(document, report) {
    for (const unit of unitsOf(document)) {
      if (!unit.defects.includes('id-differs') || !unit.source || !unit.target) continue
      const actual = unit.sourceId ?? ''
      report({
        reason: `Unexpected id \`${actual}\` of the source text ${quote(unit.source.text)}, expected \`${unit.id}\` as on its translation ${quote(unit.target.text)}`,
        place: unit.source.place,
        actual,
        expected: [unit.id],
        note: 'If the two texts say the same, make the ids equal; if not, give each text the other half that belongs to it.',
      })
    }
  },
})
