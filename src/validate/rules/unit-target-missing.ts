import { unitsOf } from '../../model/units-of.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * Without a translation, readers get the source text in the middle of the translated page. This happens if a
 * merge or a manual edit drops the first half of a unit.
 *
 * `unit-nested` reports units whose delimiters interleave with those of another unit.
 *
 * Fails:
 *
 * ```md
 * <span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const unitTargetMissing = defineRule({
  id: 'unit-target-missing',
  description: 'A unit has a source text but no translation.',
  severity: 'error',
  tags: ['unit'],
  check(document, report) {
    for (const unit of unitsOf(document)) {
      if (unit.target || !unit.source || unit.defects.includes('crossed')) continue
      report({
        reason: `Unexpected source text ${quote(unit.source.text)} without a translation, expected both in unit \`${unit.id}\``,
        place: unit.place,
        note: `Put \`<span data-ttu-id="${unit.id}">\`, the translation and \`</span>\` directly before it.`,
      })
    }
  },
})
