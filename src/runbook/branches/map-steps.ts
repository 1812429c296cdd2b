import type { RunbookSection, Step, StepPart } from '../types.ts'

/** A copy of steps with each one changed, sub-steps and alternatives before the step that has them. */
export function mapSteps(steps: readonly Step[], change: (step: Step) => Step): readonly Step[] {
  const mapPart = (part: StepPart): StepPart => {
    if (part.type === 'steps') return { ...part, steps: mapSteps(part.steps, change) }
    return part.type === 'choice' ? { ...part, options: mapSteps(part.options, change) } : part
  }
  return steps.map((step) => change({ ...step, parts: step.parts.map(mapPart) }))
}

/** A copy of sections with each step of their procedures changed. */
export function mapSectionSteps(
  sections: readonly RunbookSection[],
  change: (step: Step, section: RunbookSection) => Step,
): readonly RunbookSection[] {
  return sections.map((section) =>
    section.type === 'procedure'
      ? { ...section, steps: mapSteps(section.steps, (step) => change(step, section)) }
      : section,
  )
}

/** Lists steps in document order, each before its sub-steps and alternatives. */
export function flattenSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [
    step,
    ...step.parts.flatMap((part) => {
      if (part.type === 'steps') return flattenSteps(part.steps)
      return part.type === 'choice' ? flattenSteps(part.options) : []
    }),
  ])
}
