import type { CheckItem, ProcedureSection, RunbookSection, StageSection, Step } from './types.ts'

/** An item of a stage as a step: what is expected, what stands beside it, and its sub-steps. */
export function itemToStep(item: CheckItem): Step {
  const { number, conditional, question, jump, onFailure, expected, observed, fields, parts = [] } = item
  return {
    number,
    optional: false,
    conditional,
    ...(question && { question }),
    ...(jump && { jump }),
    ...(observed && { expected: [] }),
    ...(onFailure && { onFailure }),
    notes: [],
    parts: [{ type: 'content', content: expected }, ...fields, ...parts],
  }
}

/** An item with what was found out about its step. */
function withStep(item: CheckItem, { conditional, jump, onFailure, parts }: Step): CheckItem {
  const below = parts.slice(1 + item.fields.length)
  return {
    ...item,
    ...(below.length > 0 && { parts: below }),
    conditional,
    ...(jump && { jump }),
    ...(onFailure && { onFailure }),
  }
}

/** Whether an item is an action rather than what is expected in a situation. */
export function isAction({ situation }: CheckItem): boolean {
  return situation.length === 0
}

/**
 * Changes each list of steps in a section: the steps of a procedure, or the items that a table has for a stage.
 *
 * @param change gets the steps, and whether they are work rather than what is expected in situations. It returns as
 *   many, in the same order.
 */
export function mapStepLists(
  section: RunbookSection,
  change: (steps: readonly Step[], areWork: boolean) => readonly Step[],
): RunbookSection {
  if (section.type === 'procedure') return { ...section, steps: change(section.steps, true) }
  if (section.type === 'context') return section
  const groups = section.groups.map((group) => {
    const steps = change(group.items.map(itemToStep), group.items.every(isAction))
    return { ...group, items: group.items.map((item, at) => withStep(item, steps[at]!)) }
  })
  return { ...section, groups }
}

/** Lists the steps of a procedure, or the actions of a stage, without their sub-steps. */
export function workOf(section: ProcedureSection | StageSection): readonly Step[] {
  if (section.type === 'procedure') return section.steps
  return section.groups.flatMap(({ items }) => items.filter(isAction).map(itemToStep))
}
