import type { UnitTables } from '../../model/text.ts'
import type { Runbook, RunbookSection } from '../types.ts'
import { addFailures } from './failures.ts'
import { addJumps } from './jumps.ts'
import { addOutcomes } from './outcomes.ts'
import { askQuestions } from './questions.ts'

/** Adds to lettered sections what their English texts say of jumps, failures, results, times and shared conditions. */
export function addBranches(
  sections: readonly RunbookSection[],
  units: UnitTables,
): Pick<Runbook, 'questions' | 'sections'> {
  return askQuestions(addOutcomes(addFailures(addJumps(sections, units), units), units), units)
}
