// Decisions: those that the page came with, those kept in this browser, and what the reviewer does now.
;(() => {
  'use strict'

  const review = (lockstep.review ??= {})
  /**
   * What reviewers decided, in slots: `{ locale, key, path, reviewer, decisions }`, the decisions of a reviewer on a unit. There
   * is one decision, or several if files were merged; an empty slot says that they are gone.
   */
  const all = new Map()
  /** Slots by number of their unit and reviewer; and those about no text of this review, by name. */
  const byUnit = new Map()
  const others = new Map()
  const listeners = []

  review.onChange = (listener) => listeners.push(listener)
  review.slots = () => [...all.values()]
  review.otherCount = () => [...others.values()].reduce((sum, { decisions }) => sum + decisions.length, 0)
  review.decisionsOn = (unit) => [...(byUnit.get(unit)?.values() ?? [])].flatMap(({ decisions }) => decisions)
  /** This reviewer's decisions on a unit. */
  review.mine = (unit) => byUnit.get(unit)?.get(review.reviewer ?? '')?.decisions ?? []

  /** Where a unit stands; the same as in reports. */
  review.stateOfUnit = (unit) => {
    if (!byUnit.has(unit)) return 'open'
    const states = new Set()
    const suggestions = new Set()
    for (const { state, suggestion } of review.decisionsOn(unit)) {
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

  review.nameOf = ({ locale, key, reviewer }) => JSON.stringify([locale, key, reviewer ?? null])

  /** The slots of a file of decisions, together with what is in them already: only a reviewer's own decision replaces one. */
  review.slotsOf = ({ locale, decisions }) => {
    const slots = new Map()
    for (const decision of decisions) {
      const { key, path, reviewer } = decision
      const name = review.nameOf({ locale, key, reviewer })
      const slot = slots.get(name)
      if (slot) slot.decisions.push(decision)
      else slots.set(name, { locale, key, path, reviewer, decisions: [...(all.get(name)?.decisions ?? []), decision] })
    }
    for (const slot of slots.values()) slot.decisions = review.sortDecisions(slot.decisions)
    return [...slots.values()]
  }

  /** Takes slots from a file or from storage, each to its unit; gives those that are about a text of this review. */
  review.adopt = async (slots) => {
    const fitting = []
    for (const [path, own] of groupBy(slots, ({ path }) => path)) {
      const document = review.byPath.get(path)
      const opened = document === undefined ? undefined : await review.open(document)
      const numbers = new Map(opened?.units.map(({ key }, number) => [key, review.firsts[document] + number]))
      for (const slot of own) {
        const unit = review.index.documents[document]?.locale === slot.locale ? numbers.get(slot.key) : undefined
        put(slot, unit)
        if (unit !== undefined) fitting.push(slot)
      }
    }
    changed()
    return fitting
  }

  /**
   * Sets decisions of this reviewer, and keeps or sends them.
   *
   * @param changes list of `{ unit, slot }`.
   */
  review.change = (changes) => {
    for (const { unit, slot } of changes) put(slot, unit)
    review.keep(changes.map(({ slot }) => slot))
    changed()
  }

  function put(slot, unit) {
    const name = review.nameOf(slot)
    place(all, name, slot)
    if (unit === undefined) return place(others, name, slot)
    const known = byUnit.get(unit) ?? new Map()
    place(known, slot.reviewer ?? '', slot)
    if (known.size > 0) byUnit.set(unit, known)
    else byUnit.delete(unit)
  }

  function place(slots, name, slot) {
    if (slot.decisions.length > 0) slots.set(name, slot)
    else slots.delete(name)
  }

  function changed() {
    for (const listener of listeners) listener()
  }

  function groupBy(values, nameOf) {
    const groups = new Map()
    for (const value of values) {
      const group = groups.get(nameOf(value))
      if (group) group.push(value)
      else groups.set(nameOf(value), [value])
    }
    return groups
  }
})()
