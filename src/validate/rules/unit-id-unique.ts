import type { TranslationUnit } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * Tools find a unit of a document by its id: comments, exchange files and links to a segment all refer to it.
 * A repeated id refers to two texts. This happens if a passage is copied within a document with its markup.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Oui</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Yes</span></span>
 *
 * <span data-ttu-id="1f2e3-101">Non</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">No</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Oui</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Yes</span></span>
 *
 * <span data-ttu-id="1f2e3-102">Non</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">No</span></span>
 * ```
 */
export const unitIdUnique = defineRule({
  id: 'unit-id-unique',
  description: 'Several units of a document have the same id.',
  severity: 'error',
  tags: ['unit'],
  check(document, report) {
    const first = new Map<string, TranslationUnit>()
    for (const unit of unitsOf(document)) {
      const earlier = first.get(unit.id)
      if (!earlier) first.set(unit.id, unit)
      if (!unit.defects.includes('id-doubled')) continue
      const text = (unit.target ?? unit.source)?.text ?? ''
      report({
        reason: `Unexpected second use of id \`${unit.id}\` for ${quote(text)}, expected an id that no other unit of the document has`,
        place: unit.place,
        actual: unit.id,
        note: 'If the passage is a copy, delete it; if not, have the localization tool renumber the document.',
        ...(earlier && earlier !== unit && { related: { reason: 'The first use', place: earlier.place } }),
      })
    }
  },
})
