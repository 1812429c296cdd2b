import { unitsOf } from '../../model/units-of.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * The two sides of a unit have the same id, which shows that they belong together. If the ids differ, the
 * translation may be next to the wrong source text.
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
  description: 'The two sides of a unit have different ids.',
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
        note: 'If the two texts mean the same, make the ids equal; if not, pair each text with its own counterpart.',
      })
    }
  },
})
