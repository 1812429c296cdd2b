import { groupBy } from '../../util/data/group-by.ts'
import type { Decision, DecisionFile } from '../types/decisions.ts'
import { formatDecision, sortDecisions } from './format-decisions.ts'
import { stateOf } from './state-of.ts'

/**
 * The union of the decisions of files of a locale. Contradicting ones stay beside each other.
 *
 * @param base the file that all come from: a decision in it that one of them changed or removed is gone.
 * @returns the decisions of all, and the other keys of all; of several values of a key the greatest.
 */
export function mergeDecisions(
  files: readonly [DecisionFile, ...DecisionFile[]],
  base?: DecisionFile,
): DecisionFile {
  const isKept = base ? createKept(files, base) : () => true
  return {
    ...mergedKeys(files),
    type: 'decisions',
    version: 1,
    locale: files[0].locale,
    decisions: sortDecisions(files.flatMap(({ decisions }) => decisions.filter(isKept))),
  }
}

/** Returns a function that tells decisions that are new, or still in all files, from those that somebody took back. */
function createKept(files: readonly DecisionFile[], base: DecisionFile): (decision: Decision) => boolean {
  const known = new Set(base.decisions.map(formatDecision))
  const own = files.map(({ decisions }) => new Set(decisions.map(formatDecision)))
  return (decision) => {
    const text = formatDecision(decision)
    return !known.has(text) || own.every((texts) => texts.has(text))
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

/**
 * All keys of all files but the decisions; of several values of one key the greatest by its JSON, so that the
 * order does not matter.
 */
function mergedKeys(files: readonly DecisionFile[]): object {
  const values = new Map<string, unknown>()
  for (const { decisions: _, ...file } of files) {
    for (const [key, value] of Object.entries(file)) {
      if (value === undefined) continue
      const known = values.get(key)
      if (known === undefined || JSON.stringify(known) < JSON.stringify(value)) values.set(key, value)
    }
  }
  return Object.fromEntries(values)
}
