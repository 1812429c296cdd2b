import type { BilingualDocument } from '../../model/document.ts'
import { unitsOf } from '../../model/units-of.ts'
import { deriveRunbook } from '../../runbook/derive-runbook.ts'
import { stepsNamedIn } from '../../runbook/language/step-names.ts'
import { numbersOfSteps, stepsByUnit } from '../../runbook/step-numbers.ts'
import { defineRule } from '../engine/define-rule.ts'
import { quote } from '../engine/quote.ts'

/**
 * “Repeat step 9” sends an operator to a step that the procedure does not have, usually because steps were removed or
 * renumbered in the source.
 *
 * It checks the source text of steps against all procedures of the document’s runbook, and against headings (“Step 2: …”).
 * Texts with a link, and references to the steps of something else are not checked: “step 9 of the wizard”, “Step 4
 * (Email)”, or “Complete steps 1 through 5” as the third step.
 *
 * Fails:
 *
 * ```md
 * ## <span data-ttu-id="1f2e3-101">Pour redémarrer</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">To restart</span></span>
 *
 * 1. <span data-ttu-id="1f2e3-102">Arrêtez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Stop the server.</span></span>
 * 2. <span data-ttu-id="1f2e3-103">Répétez l’étape 4.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-103">Repeat step 4.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * ## <span data-ttu-id="1f2e3-101">Pour redémarrer</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">To restart</span></span>
 *
 * 1. <span data-ttu-id="1f2e3-102">Arrêtez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-102">Stop the server.</span></span>
 * 2. <span data-ttu-id="1f2e3-103">Répétez l’étape 1.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-103">Repeat step 1.</span></span>
 * ```
 */
export const stepReference = defineRule({
  id: 'step-reference',
  description: 'A step refers to a step that the document does not have.',
  severity: 'warning',
  tags: ['runbook', 'content'],
  check(document, report) {
    const named = unitsOf(document).flatMap((unit) => {
      const { source, context } = unit
      if (!source || context.kind === 'heading' || context.kind === 'code') return []
      if (source.markup.includes('](') || /<a\s/i.test(source.markup)) return []
      return stepsNamedIn(withoutScreens(source.text)).map((number) => ({ unit, number }))
    })
    // Most documents name no steps, or items of their lists.
    const numbers = numbersInLists(document)
    if (named.every(({ number }) => numbers.has(number))) return
    const runbook = deriveRunbook(document)
    const steps = runbook ? numbersOfSteps(runbook) : undefined
    // Without lists of steps the numbers are those of something else.
    if (!runbook || !steps || steps.size === 0) return
    const inSteps = stepsByUnit(runbook)
    const inHeadings = numbersInHeadings(document)
    for (const { unit, number } of named) {
      const own = inSteps.get(unit.key)
      if (own === undefined || steps.has(number) || inHeadings.has(number)) continue
      if (isOfSomethingElse(unit.source!.text, Number.parseInt(own, 10))) continue
      report({
        reason: `Unexpected reference to step ${number} in ${quote(unit.source!.text)}, expected a step of this document`,
        place: unit.source!.place,
        unit: unit.key,
        actual: number,
        note: 'Correct the number in the source, or name the document or section that has the step.',
      })
    }
  },
})

/** Removes steps with a name, which are screens of a wizard: “Step 4 (Email)”. */
function withoutScreens(text: string): string {
  return text.replace(/\bStep \d+ \(\p{Lu}[^()]*\)/gu, '')
}

/** The numbers of the items of lists. */
function numbersInLists(document: BilingualDocument): ReadonlySet<string> {
  return new Set(
    unitsOf(document).flatMap(({ context: { item } }) =>
      item?.ordered && item.path.length === 1 ? String(item.path[0]) : [],
    ),
  )
}

/** The numbers of the sections that headings call steps: “Step 2: Get numbers”. */
function numbersInHeadings(document: BilingualDocument): ReadonlySet<string> {
  return new Set(
    unitsOf(document).flatMap(({ source, context }) => {
      const number = context.kind === 'heading' && /^\s*step\s+(\d+)/i.exec(source?.text ?? '')?.[1]
      return number ? [number] : []
    }),
  )
}

/** Whether a step asks to complete steps that would include itself. */
function isOfSomethingElse(text: string, own: number): boolean {
  const range = /\b(?:complete|perform|follow|do|finish)\s+steps (\d+)(?: (?:through|to) |–|-)(\d+)/i.exec(
    text,
  )
  return range !== null && Number(range[1]) <= own && own <= Number(range[2])
}
