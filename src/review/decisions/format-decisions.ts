import { compare } from '../../util/data/compare.ts'
import type { Decision, DecisionFile } from '../types/decisions.ts'

/** Keys of a decision in the order in which they are written; others follow, sorted. */
const KEYS = [
  'key',
  'path',
  'state',
  'comment',
  'suggestion',
  'reviewer',
  'at',
  'source',
  'target',
] as const satisfies readonly (keyof Decision)[]
const FILE_KEYS = ['$schema', 'type', 'version', 'locale'] as const satisfies readonly (keyof DecisionFile)[]

/** The text of a file of decisions: sorted, one decision to a block, equal ones once. */
export function formatDecisions({ decisions, ...file }: DecisionFile): string {
  const head = inOrder(file, FILE_KEYS)
  return `${JSON.stringify({ ...head, decisions: sortDecisions(decisions) }, undefined, 2)}\n`
}

/** Texts of decisions whose keys are in order: a server sorts the same ones at each change. */
const texts = new WeakMap<Decision, string>()

/** Sorts decisions by path, key and reviewer, drops equal ones, and brings their keys into order. */
export function sortDecisions(decisions: readonly Decision[]): readonly Decision[] {
  const byText = new Map<string, Decision>()
  for (const decision of decisions) {
    const known = texts.get(decision)
    const ordered = known === undefined ? inOrder(decision, KEYS) : decision
    const text = known ?? JSON.stringify(ordered)
    texts.set(ordered, text)
    byText.set(text, ordered)
  }
  return [...byText]
    .sort(
      ([one, a], [other, b]) =>
        compare(a.path, b.path) ||
        compare(a.key, b.key) ||
        compare(a.reviewer ?? '', b.reviewer ?? '') ||
        compare(one, other),
    )
    .map(([, decision]) => decision)
}

/** The text of a decision, the same for equal ones. */
export function formatDecision(decision: Decision): string {
  return texts.get(decision) ?? JSON.stringify(inOrder(decision, KEYS))
}

/** A copy of an object with known keys first, then the others, sorted at every depth. */
function inOrder<Value extends object>(value: Value, known: readonly string[]): Value {
  const entries = new Map(Object.entries(value))
  const others = [...entries.keys()].filter((key) => !known.includes(key)).sort(compare)
  const names = [...known.filter((key) => entries.get(key) !== undefined), ...others]
  // An own key `__proto__` stays one.
  return Object.fromEntries(
    names.map((name) => [name, known.includes(name) ? entries.get(name) : sorted(entries.get(name))]),
  ) as Value
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  return typeof value === 'object' && value !== null ? inOrder(value, []) : value
}
