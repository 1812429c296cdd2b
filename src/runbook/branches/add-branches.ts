import type { Table } from '../../model/table.ts'
import type { UnitTables } from '../../model/text.ts'
import type { Runbook, RunbookSection } from '../types.ts'
import { addFailures } from './failures.ts'
import { addJumps } from './jumps.ts'
import { addOutcomes } from './outcomes.ts'
import { askQuestions } from './questions.ts'
import { addTableReferences } from './table-references.ts'

/** Adds to lettered sections what their English texts say of jumps, failures, results, times, tables and shared conditions. */
export function addBranches(
  sections: readonly RunbookSection[],
  units: UnitTables & { readonly tables: readonly Table[] },
): Pick<Runbook, 'questions' | 'sections'> {
  const steps = addOutcomes(addFailures(addJumps(sections, units), units), units)
  return askQuestions(addTableReferences(steps, units.tables, units), units)
}
