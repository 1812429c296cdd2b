import type { TranslationUnit } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * Units follow each other. A unit inside another one, or with delimiters that interleave with those of
 * another, has no text of its own: editing the outer unit changes the inner one too, and one of the two loses
 * its place on the page.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Ouvrez <span data-ttu-id="1f2e3-102">le menu</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">the menu</span></span>.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Open the menu.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Ouvrez le menu.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Open the menu.</span></span>
 * ```
 */
export const unitNested = defineRule({
  id: 'unit-nested',
  description: 'A unit is inside another one, or their delimiters interleave.',
  severity: 'error',
  tags: ['unit'],
  check(document, report) {
    const crossed = new Map<string, TranslationUnit[]>()
    for (const unit of unitsOf(document)) {
      if (unit.defects.includes('crossed')) {
        const halves = crossed.get(unit.id)
        if (halves) halves.push(unit)
        else crossed.set(unit.id, [unit])
      } else if (unit.defects.includes('nested')) {
        report(nested(unit, unit.parent === undefined ? undefined : document.units[unit.parent]))
      }
    }
    // The halves of a crossed unit are two units with the same id: one finding for both.
    for (const [unit, half] of crossed.values()) report(interleaved(unit!, half))
  },
})

function nested(unit: TranslationUnit, parent: TranslationUnit | undefined): Finding {
  const where = parent ? `inside unit \`${parent.id}\`` : 'inside another unit'
  return {
    reason: `Unexpected unit \`${unit.id}\` ${textOf(unit)} ${where}, expected units to follow each other`,
    place: unit.place,
    note: 'Move the inner unit before or after the outer one, or delete the delimiters of the surplus one.',
    ...(parent && { related: { reason: 'The outer unit', place: parent.place } }),
  }
}

function interleaved(unit: TranslationUnit, half: TranslationUnit | undefined): Finding {
  return {
    reason: `Unexpected unit \`${unit.id}\` ${textOf(unit)} whose delimiters interleave with those of another unit, expected units to follow each other`,
    place: unit.place,
    note: 'Put the source text of each unit directly after its translation.',
    ...(half && { related: { reason: 'The other half of the unit', place: half.place } }),
  }
}

function textOf(unit: TranslationUnit): string {
  return quote((unit.target ?? unit.source)?.text ?? '')
}
