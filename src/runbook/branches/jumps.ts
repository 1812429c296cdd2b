import type { UnitTables } from '../../model/text.ts'
import { textOfNodes } from '../content.ts'
import { mapStepLists } from '../item-steps.ts'
import { readJumps, type StatedJump, skipsItself } from '../language/jump.ts'
import { choicesIn, flattenSteps, mapSteps } from '../map-steps.ts'
import { numberOfSpoken } from '../step-numbers.ts'
import type { RunbookSection, Step, StepJump } from '../types.ts'

/** Adds to steps and items the jumps forward that their texts and notes state (“skip to step 7”). Jumps to unknown steps stay text. */
export function addJumps(sections: readonly RunbookSection[], units: UnitTables): readonly RunbookSection[] {
  return sections.map((section) =>
    mapStepLists(section, (steps) => {
      const all = flattenSteps(steps)
      const others = alternativesOf(all)
      return mapSteps(steps, (step) => addJump(step, all, others.get(step.number) ?? [], units))
    }),
  )
}

/** The numbers of the steps that each alternative rules out by itself. */
function alternativesOf(all: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    choicesIn(all).flatMap((options) => {
      const numbers = options.map(({ number }) => number)
      return numbers.map((number) => [number, numbers] as const)
    }),
  )
}

function addJump(step: Step, all: readonly Step[], others: readonly string[], units: UnitTables): Step {
  const content = step.parts.map((part) => (part.type === 'content' ? part.content : []))
  for (const [at, said] of [...content, step.notes].entries()) {
    const text = textOfNodes(said, units, 'source')
    const stated = readJumps(text)
    if (stated.length === 0 && skipsItself(text)) return { ...step, conditional: true }
    for (const each of stated) {
      // Sub-steps before the sentence are done before the jump.
      const jump = resolveJump(each, step, all, at === 0)
      const skips = jump?.skips.filter((number) => !others.includes(number)) ?? []
      if (jump && skips.length > 0) return { ...step, jump: { ...jump, skips } }
    }
  }
  return step
}

/** Finds the steps that a jump skips; `null` if it skips none, leads back, or names an unknown step. */
function resolveJump(
  stated: StatedJump,
  step: Step,
  all: readonly Step[],
  skipsSubSteps: boolean,
): StepJump | null {
  const from = all.findIndex(({ number }) => number === step.number)
  const numbers = all.map(({ number }) => number)
  if ('skip' in stated) {
    const [first, last] = stated.skip.map((name) => numbers.indexOf(numberOfSpoken(name))) as [number, number]
    if (first <= from || last < first) return null
    const end = numbers.findIndex((number, at) => at > last && !isBelow(number, numbers[last]!))
    const skipped = numbers.slice(first, end < 0 ? numbers.length : end)
    return { to: numbers[end] ?? '', skips: withoutSubSteps(skipped) }
  }
  if ('last' in stated) {
    const left = numbers.slice(from + 1).filter((number) => !number.includes('.'))
    // If the text counts one step too few, it means all that are left.
    if (left.length > stated.last + 1) return { to: '', skips: left.slice(-stated.last) }
  }
  const to = 'to' in stated ? stated.to : 'end'
  const target = to === 'end' ? numbers.length : numbers.indexOf(numberOfSpoken(to))
  if (target <= from) return null
  const between = numbers.slice(from + 1, target).filter((number) => {
    const holdsTarget = to !== 'end' && isBelow(numbers[target]!, number)
    return !holdsTarget && (skipsSubSteps || !isBelow(number, step.number))
  })
  const skips = withoutSubSteps(between)
  return skips.length > 0 ? { to: numbers[target] ?? '', skips } : null
}

/** Numbers without those of sub-steps of a step among them. */
function withoutSubSteps(numbers: readonly string[]): readonly string[] {
  return numbers.filter((number) => !numbers.some((other) => isBelow(number, other)))
}

/** Whether a number is that of a sub-step of a step. */
function isBelow(number: string, above: string): boolean {
  return number.startsWith(`${above}.`)
}
