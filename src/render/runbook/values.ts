import type { Runbook } from '../../runbook/derive-runbook.ts'
import type { RunbookRow } from './rows.ts'

/** A value that an operator fills in. */
export interface ValueView {
  /** Counted from 1. */
  readonly number: number
  /** Name of the placeholder: `Pool FQDN`. */
  readonly name: string
  /** The placeholder as first written: `<Pool FQDN>`. */
  readonly written: string
  /** Steps that have it. */
  readonly steps: readonly ValueStep[]
}

/** A step that uses a value. */
export interface ValueStep {
  /** Name of its row. */
  readonly ref: string
  /** The name as shown: `A 3`. */
  readonly shown: string
}

/** The values of a runbook, each with the steps that have it. */
export function valuesOf(values: Runbook['values'], rows: readonly RunbookRow[]): readonly ValueView[] {
  const steps = stepsOf(rows)
  return values.map(({ name, spellings }, at) => {
    const number = at + 1
    const used = [...(steps.get(`${number}`) ?? [])].map(([ref, shown]) => ({ ref, shown }))
    return { number, name, written: spellings[0] ?? name, steps: used }
  })
}

/** The steps that use each value, as they are shown by their names; by the value's number. */
function stepsOf(rows: readonly RunbookRow[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const steps = new Map<string, Map<string, string>>()
  let last: RunbookRow | undefined
  for (const [at, row] of rows.entries()) {
    // What follows the sub-steps of a step has no name of its own; nor has a note before one.
    last = row.ref ? row : last
    const owner = row.note ? rows.slice(at).find(({ ref }) => ref) : last
    if (!owner) continue
    const { ref } = owner
    const shown = `${ref.replace(/-.*$/, '')} ${owner.number}`
    for (const [, number] of row.content.matchAll(/data-value="(\d+)"/g)) {
      const own = steps.get(number!) ?? new Map<string, string>()
      steps.set(number!, own.set(ref, shown))
    }
  }
  return steps
}
