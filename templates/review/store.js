// Decisions: those that the page came with, those kept in this browser, and what the reviewer does now.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  /** Decisions by key and reviewer; by number of their unit; and those about no text of this review. */
  const all = new Map()
  const byUnit = new Map()
  const others = new Map()
  const listeners = []

  review.onChange = (listener) => listeners.push(listener)
  review.decisions = () => [...all.values()]
  review.otherCount = () => others.size
  review.decisionsOn = (unit) => [...(byUnit.get(unit)?.values() ?? [])]
  /** This reviewer's decision on a unit. */
  review.mine = (unit) => byUnit.get(unit)?.get(review.reviewer ?? '')

  /** Where a unit stands; the same as in reports. */
  review.stateOfUnit = (unit) => {
    const known = byUnit.get(unit)
    if (!known) return 'open'
    const states = new Set()
    const suggestions = new Set()
    for (const { state, suggestion } of known.values()) {
      if (state !== undefined) states.add(state)
      if (suggestion === undefined) continue
      states.add('needs-fix')
      suggestions.add(suggestion)
    }
    if (states.size > 1 || suggestions.size > 1) return 'contradicted'
    return [...states][0] ?? 'open'
  }

  /** Where an item stands: approved only if all its members are. */
  review.stateOf = (item) => {
    if (byUnit.size === 0) return 'open'
    const states = review.membersOf(item).map(review.stateOfUnit)
    return ['contradicted', 'needs-fix', 'open'].find((state) => states.includes(state)) ?? 'approved'
  }

  review.nameOf = ({ key, reviewer }) => JSON.stringify([key, reviewer ?? null])

  /** Takes decisions from a file or from storage, each to its unit; those that `isGone` go. */
  review.adopt = async (decisions) => {
    const byPath = Map.groupBy ? Map.groupBy(decisions, ({ path }) => path) : groupBy(decisions)
    for (const [path, own] of byPath) {
      const document = review.byPath.get(path)
      const opened = document === undefined ? undefined : await review.open(document)
      const numbers = new Map(opened?.units.map(({ key }, number) => [key, review.firsts[document] + number]))
      for (const decision of own) (decision.isGone ? drop : put)(decision, numbers.get(decision.key))
    }
    changed()
  }

  /**
   * Sets decisions of this reviewer, and keeps or sends them.
   *
   * @param changes list of `{ unit, decision }`; without a decision, the one there is goes.
   */
  review.change = (changes) => {
    for (const { unit, decision, gone } of changes) {
      if (decision) put(decision, unit)
      else if (gone) drop(gone, unit)
    }
    review.keep(changes)
    changed()
  }

  function put(decision, unit) {
    const name = review.nameOf(decision)
    all.set(name, decision)
    if (unit === undefined) others.set(name, decision)
    else {
      const known = byUnit.get(unit) ?? new Map()
      known.set(decision.reviewer ?? '', decision)
      byUnit.set(unit, known)
    }
  }

  function drop(decision, unit) {
    all.delete(review.nameOf(decision))
    others.delete(review.nameOf(decision))
    const known = byUnit.get(unit)
    known?.delete(decision.reviewer ?? '')
    if (known?.size === 0) byUnit.delete(unit)
  }

  function changed() {
    for (const listener of listeners) listener()
  }

  function groupBy(decisions) {
    const groups = new Map()
    for (const decision of decisions)
      groups.set(decision.path, [...(groups.get(decision.path) ?? []), decision])
    return groups
  }
})()
