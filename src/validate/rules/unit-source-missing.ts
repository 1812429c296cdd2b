import { unitsOf } from '../../model/units-of.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * A translation without its source text cannot be reviewed, and leaves a gap in the page of the source
 * locale. This happens if a merge or a manual edit drops the second half of a unit.
 *
 * `unit-nested` reports units whose delimiters interleave with those of another unit.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const unitSourceMissing = defineRule({
  id: 'unit-source-missing',
  description: 'A unit has a translation but no source text.',
  severity: 'error',
  tags: ['unit'],
  check(document, report) {
    for (const unit of unitsOf(document)) {
      if (unit.source || !unit.target || unit.defects.includes('crossed')) continue
      report({
        reason: `Unexpected translation ${quote(unit.target.text)} without its source text, expected both in unit \`${unit.id}\``,
        place: unit.place,
        note: `Put \`<span class="sxs-lookup"><span data-stu-id="${unit.id}">\`, the source text and \`</span></span>\` directly after it.`,
      })
    }
  },
})
