import type { DecisionState, ItemState, UnitDecision } from '../types/decisions.ts'

/**
 * Sums up what reviewers say about a unit. They contradict each other if one approves what another wants fixed,
 * or if they suggest different texts; a suggestion says that the text needs a fix.
 */
export function stateOf(decisions: readonly UnitDecision[]): ItemState {
  const states = new Set<DecisionState>()
  const suggestions = new Set<string>()
  for (const { state, suggestion } of decisions) {
    if (state !== undefined) states.add(state)
    if (suggestion === undefined) continue
    states.add('needs-fix')
    suggestions.add(suggestion)
  }
  if (states.size > 1 || suggestions.size > 1) return 'contradicted'
  return [...states][0] ?? 'open'
}

/** The state of an item by those of its members: approved only if all of them are. */
export function stateOfMembers(states: readonly ItemState[]): ItemState {
  for (const state of ['contradicted', 'needs-fix', 'open'] as const) if (states.includes(state)) return state
  return 'approved'
}
