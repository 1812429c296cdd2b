import { groupBy } from '../../util/data/group-by.ts'
import type { Decision, DecisionFile } from '../types/decisions.ts'
import { sortDecisions } from './format-decisions.ts'
import { stateOf } from './state-of.ts'

/**
 * The union of the decisions of files of a locale. Contradicting ones stay beside each other.
 *
 * @returns the first file with the decisions of all, and with the keys that only others have.
 */
export function mergeDecisions(files: readonly [DecisionFile, ...DecisionFile[]]): DecisionFile {
  const [first] = files
  return {
    ...mergedKeys(files),
    type: 'decisions',
    version: 1,
    locale: first.locale,
    decisions: sortDecisions(files.flatMap(({ decisions }) => decisions)),
  }
}

/** The decisions that contradict each other, by key. */
export function contradictionsIn({ decisions }: DecisionFile): ReadonlyMap<string, readonly Decision[]> {
  const byKey = groupBy(decisions, ({ key }) => key)
  return new Map([...byKey].filter(([, own]) => stateOf(own) === 'contradicted'))
}

/** What to change in a file of decisions. */
export interface DecisionChanges {
  /** Decisions that replace those of the same reviewer on the same unit. */
  readonly set: readonly Decision[]
  /** Decisions to remove: those of a reviewer, or of nobody in particular, on a unit. */
  readonly remove: readonly { readonly key: string; readonly reviewer?: string }[]
}

/** Changes a file of decisions. */
export function changeDecisions(file: DecisionFile, { set, remove }: DecisionChanges): DecisionFile {
  const gone = new Set([...set, ...remove].map(nameOf))
  const kept = file.decisions.filter((decision) => !gone.has(nameOf(decision)))
  return { ...file, decisions: sortDecisions([...kept, ...set]) }
}

function nameOf({ key, reviewer }: { readonly key: string; readonly reviewer?: string }): string {
  return JSON.stringify([key, reviewer ?? null])
}

/** All keys of all files; of several values of one key the greatest by its JSON, so that the order does not matter. */
function mergedKeys(files: readonly DecisionFile[]): object {
  const values = new Map<string, unknown>()
  for (const file of files) {
    for (const [key, value] of Object.entries(file)) {
      if (value === undefined) continue
      const known = values.get(key)
      if (known === undefined || JSON.stringify(known) < JSON.stringify(value)) values.set(key, value)
    }
  }
  return Object.fromEntries(values)
}
