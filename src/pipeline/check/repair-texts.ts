/**
 * Proves repairs before they are written.
 *
 * The repaired text is parsed and checked again; its finding must be gone, with no new one in exchange. If several repairs conflict, halves are tried.
 * This repeats until nothing is left to repair, so a second run changes nothing.
 */

import type { VFileMessage } from 'vfile-message'
import { applyFixes, type Fix } from '../../model/findings/fix.ts'
import type { Input } from '../../read/input.ts'
import type { Recheck } from '../document/parsed-document.ts'

/** A document in one locale, before repairs. */
export interface Repairable {
  readonly input: Input
  readonly text: string
  readonly messages: readonly VFileMessage[]
  /** Whether it may change; otherwise it only shows how repairs of the others affect it. */
  readonly isOpen: boolean
}

/** The repaired texts of a document. */
export interface RepairedTexts {
  /** Only the changed texts. */
  readonly texts: ReadonlyMap<Input, string>
  /** Number of repairs by input. */
  readonly counts: ReadonlyMap<Input, number>
  /** Messages of all texts after the repairs. */
  readonly messages: ReadonlyMap<Input, readonly VFileMessage[]>
}

/** Maximum number of times that one document is checked to find out which repairs work. */
const MOST_CHECKS = 500

/** Intermediate texts of a document, with their messages. */
interface State {
  readonly texts: ReadonlyMap<Input, string>
  readonly messages: ReadonlyMap<Input, readonly VFileMessage[]>
}

/** A repair and the input that it belongs to. */
interface PlacedFix {
  readonly input: Input
  readonly fix: Fix
}

/**
 * Repairs a document until nothing is left to repair, so that a second run changes nothing.
 *
 * Keeps a repair only if a check of the repaired text proves it: its finding is gone and no new one has
 * appeared. If several repairs do not work together, keeps as many as do.
 *
 * @param documents the locales of the document.
 */
export function repairTexts(documents: readonly Repairable[], recheck: Recheck): RepairedTexts {
  const counts = new Map<Input, number>()
  const open = new Set(documents.flatMap(({ input, isOpen }) => (isOpen ? input : [])))
  let checks = 0
  let state: State = {
    texts: new Map(documents.map(({ input, text }) => [input, text])),
    messages: new Map(documents.map(({ input, messages }) => [input, messages])),
  }
  for (;;) {
    const accepted = repairOnce(state)
    if (!accepted) break
    state = accepted.state
    for (const { input } of accepted.applied) counts.set(input, (counts.get(input) ?? 0) + 1)
  }
  const texts = new Map([...state.texts].filter(([input]) => counts.has(input)))
  return { texts, counts, messages: state.messages }

  /** Applies all fixes that are proved; overlapping ones wait for the next round. */
  function repairOnce(before: State): { state: State; applied: readonly PlacedFix[] } | undefined {
    let good: { state: State; applied: readonly PlacedFix[] } | undefined
    const take = (part: readonly PlacedFix[]): void => {
      const known = good?.applied ?? []
      const { texts, applied } = applyAll(before.texts, [...known, ...part])
      if (applied.length <= known.length || checks++ >= MOST_CHECKS) return
      const found = recheck(texts)
      const messages = new Map(documents.map(({ input }) => [input, found.get(input) ?? []]))
      if (isProved(before.messages, messages, applied)) {
        good = { state: { texts, messages }, applied }
      } else if (part.length > 1) {
        const half = Math.ceil(part.length / 2)
        take(part.slice(0, half))
        take(part.slice(half))
      }
    }
    take(
      [...before.messages]
        .filter(([input]) => open.has(input))
        .flatMap(([input, all]) => all.flatMap(({ fix }) => (fix ? { input, fix } : []))),
    )
    return good
  }
}

function applyAll(
  texts: State['texts'],
  fixes: readonly PlacedFix[],
): { texts: State['texts']; applied: readonly PlacedFix[] } {
  const fixed = new Map(texts)
  const applied: PlacedFix[] = []
  for (const [input, text] of texts) {
    const own = applyFixes(
      text,
      fixes.filter((each) => each.input === input).map(({ fix }) => fix),
    )
    fixed.set(input, own.text)
    for (const fix of own.applied) applied.push({ input, fix })
  }
  return { texts: fixed, applied }
}

/** Whether the count of each rule fell by at least the number of its repairs. */
function isProved(
  before: State['messages'],
  after: State['messages'],
  applied: readonly PlacedFix[],
): boolean {
  const names = new Set(applied.map(({ input, fix }) => nameOf(input, fix)))
  const allowed = countByRule(before, (input, { fix }) => !fix || !names.has(nameOf(input, fix)))
  return [...countByRule(after)].every(([rule, count]) => count <= (allowed.get(rule) ?? 0))
}

function nameOf({ absolute }: Input, { place, text }: Fix): string {
  return `${absolute}\0${place.start.offset}-${place.end.offset} ${text}`
}

function countByRule(
  messages: State['messages'],
  isCounted: (input: Input, message: VFileMessage) => boolean = () => true,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [input, all] of messages) {
    for (const message of all) {
      const { ruleId = '' } = message
      if (isCounted(input, message)) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
    }
  }
  return counts
}
