import type { RunbookContent, Step, StepPart } from './types.ts'

/** A copy of steps with each one changed, sub-steps and alternatives before the step that has them. */
export function mapSteps(steps: readonly Step[], change: (step: Step) => Step): readonly Step[] {
  const mapPart = (part: StepPart): StepPart => {
    if (part.type === 'steps') return { ...part, steps: mapSteps(part.steps, change) }
    return part.type === 'choice' ? { ...part, options: mapSteps(part.options, change) } : part
  }
  return steps.map((step) => change({ ...step, parts: step.parts.map(mapPart) }))
}

/** Lists the sub-steps or alternatives of a piece of a step. */
export function subStepsOf<Content>(part: StepPart<Content>): readonly Step<Content>[] {
  if (part.type === 'steps') return part.steps
  return part.type === 'choice' ? part.options : []
}

/** Lists steps in document order, each before its sub-steps and alternatives. */
export function flattenSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...step.parts.flatMap((part) => flattenSteps(subStepsOf(part)))])
}

/** Lists the steps with which steps can end: the last one or its last sub-step, or all alternatives of a last choice. */
export function endsOf(steps: readonly Step[]): readonly Step[] {
  return steps.slice(-1).flatMap((step) => {
    const part = step.parts.findLast((each) => subStepsOf(each).length > 0)
    if (part?.type === 'choice') return part.options.flatMap((option) => endsOf([option]))
    return part?.type === 'steps' ? endsOf(part.steps) : [step]
  })
}

/** Lists the choices among the pieces of steps, each as its alternatives; sub-steps are not looked into. */
export function choicesIn(steps: readonly Step[]): readonly (readonly Step[])[] {
  return steps.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'choice' ? [part.options] : [])))
}

/** Lists the content of a step and its sub-steps, without notes. */
export function contentOf(step: Step): RunbookContent {
  return step.parts.flatMap((part) =>
    'content' in part ? [...part.content] : subStepsOf(part).flatMap(contentOf),
  )
}
