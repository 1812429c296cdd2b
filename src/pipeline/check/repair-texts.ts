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

/** A document in one locale, as it is. */
export interface Repairable {
  readonly input: Input
  readonly text: string
  readonly messages: readonly VFileMessage[]
  /** Whether it may be changed; else it only shows what repairs of the others do to it. */
  readonly isOpen: boolean
}

/** The texts of a document, repaired. */
export interface RepairedTexts {
  /** Those that changed. */
  readonly texts: ReadonlyMap<Input, string>
  /** Number of repairs by input. */
  readonly counts: ReadonlyMap<Input, number>
  /** What is found in the repaired texts. */
  readonly messages: ReadonlyMap<Input, readonly VFileMessage[]>
}

/** Times that one document is checked at most to find out which repairs are good. */
const MOST_CHECKS = 500

/** What is known of a document while it is repaired. */
interface State {
  readonly texts: ReadonlyMap<Input, string>
  readonly messages: ReadonlyMap<Input, readonly VFileMessage[]>
}

interface PlacedFix {
  readonly input: Input
  readonly fix: Fix
}

/**
 * Repairs a document until nothing is left to repair, so that repairing it again changes nothing.
 *
 * A repair is kept only if it is proved: the repaired text is checked, has the finding no more, and no finding that was not there. Of
 * several that do not hold together, as many are kept as do.
 *
 * @param documents its locales.
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

  /** Puts in all fixes that are proved; those that overlap one another are for the next time. */
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

/** Whether each rule finds as much less as was repaired, at least. */
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
