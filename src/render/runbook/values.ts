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
  /** Steps whose commands have it. */
  readonly steps: readonly ValueStep[]
}

/** A step that uses a value. */
export interface ValueStep {
  /** Name of its row. */
  readonly ref: string
  /** The name as shown: `A 3`. */
  readonly shown: string
}

/** The values of a runbook, each with the steps whose commands have it. */
export function valuesOf(values: Runbook['values'], rows: readonly RunbookRow[]): readonly ValueView[] {
  return values.map(({ name, spellings }, at) => {
    const number = at + 1
    const refs = new Set<string>()
    let ref = ''
    for (const row of rows) {
      // What follows the sub-steps of a step, or is a note before it, has no name of its own.
      ref = row.ref || ref
      if (ref !== '' && row.content.includes(`data-value="${number}"`)) refs.add(ref)
    }
    const steps = [...refs].map((each) => ({ ref: each, shown: each.replace('-', ' ') }))
    return { number, name, written: spellings[0] ?? name, steps }
  })
}
