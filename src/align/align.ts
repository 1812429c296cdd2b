import type { Alignment, AlignmentReason, Join } from './alignment.ts'
import { fillGap, type GapPair } from './fill-gap.ts'
import { uniquePairs } from './unique-pairs.ts'

/** Minimum length of a text to join it anywhere if it occurs once on each side. */
const LONG_ENOUGH = 12
/** Maximum number of rounds; the joins of each round anchor the next one. */
const ROUNDS = 4

/**
 * Aligns the pieces of two revisions of a text in the same language.
 *
 * Equal pieces are joined first: those that occur once on each side, then their neighbours. In the gaps
 * between these, runs of pieces with equal concatenations (split and merged sentences) and similar pieces are
 * joined in order. Pieces with several equally good counterparts are not joined but reported as ambiguous:
 * nothing is guessed.
 *
 * @param left texts with white space folded; empty texts are never joined.
 * @param right as `left`.
 * @param known pairs of indexes that are known to belong together.
 */
export function align(
  left: readonly string[],
  right: readonly string[],
  known: readonly (readonly [number, number])[] = [],
): Alignment {
  const joins: Join[] = []
  const ofLeft = new Int32Array(left.length).fill(-1)
  const ofRight = new Int32Array(right.length).fill(-1)
  const ambiguous = { left: new Set<number>(), right: new Set<number>() }

  function join(made: Join): void {
    for (const index of made.left) ofLeft[index] = made.right[0]!
    for (const index of made.right) ofRight[index] = made.left[0]!
    joins.push(made)
  }

  function isFree(i: number, j: number): boolean {
    return i >= 0 && j >= 0 && i < left.length && j < right.length && ofLeft[i] === -1 && ofRight[j] === -1
  }

  for (const [i, j] of known) if (isFree(i, j)) join({ left: [i], right: [j], method: 'known' })
  const isOpen = joins.length < left.length || joins.length < right.length
  if (isOpen) {
    for (let round = 0; round < ROUNDS; round++) {
      const before = joins.length
      // Texts may have become unique among the remaining ones.
      joinUnique()
      spread()
      fillGaps()
      if (joins.length === before) break
    }
  }
  joins.sort((a, b) => a.left[0]! - b.left[0]!)
  return {
    joins,
    left: reasonsOf(left, ofLeft, ambiguous.left),
    right: reasonsOf(right, ofRight, ambiguous.right),
  }

  /** Joins equal texts that occur once on each side; short ones, maybe a coincidence, only if a neighbour agrees. */
  function joinUnique(): void {
    for (const [i, j] of uniquePairs(left, right, ofLeft, ofRight)) {
      const agrees = left[i]!.length >= LONG_ENOUGH || isEqual(i - 1, j - 1) || isEqual(i + 1, j + 1)
      if (agrees) join({ left: [i], right: [j], method: 'text' })
    }
  }

  function isEqual(i: number, j: number): boolean {
    return left[i] !== undefined && left[i] === right[j]
  }

  /**
   * Extends joins to equal neighbours, and theirs. If the extensions from before and from behind reach
   * different pieces, as in a list of equal pieces that lost one, they are not joined.
   */
  function spread(): void {
    const candidates: [number, number][] = []
    // Both texts' starts and ends match as well: going forwards starts at -1, going backwards at the length.
    const edges = { left: [left.length, -1], right: [right.length, -1] }
    for (const { left: ours, right: theirs } of [...joins, edges]) {
      for (const [step, start, end] of [
        [1, ours.at(-1)!, theirs.at(-1)!],
        [-1, ours[0]!, theirs[0]!],
      ] as const) {
        let [i, j] = [start + step, end + step]
        for (; isFree(i, j) && left[i] !== '' && left[i] === right[j]; i += step, j += step)
          candidates.push([i, j])
      }
    }
    const rights = conflicts(candidates)
    const lefts = conflicts(candidates.map(([i, j]) => [j, i]))
    for (const [i, j] of candidates) {
      if (!rights.has(i) && !lefts.has(j) && isFree(i, j)) join({ left: [i], right: [j], method: 'text' })
    }
  }

  /** Joins pieces in the gaps between joined neighbours. */
  function fillGaps(): void {
    ambiguous.left.clear()
    ambiguous.right.clear()
    for (let start = 0; start < left.length; start++) {
      if (ofLeft[start] !== -1) continue
      let end = start
      while (end < left.length && ofLeft[end] === -1) end++
      const ours = range(start, end)
      const theirs = openAfter(lastOf(start - 1)).concat(openBefore(firstOf(end)))
      const found = fillGap(
        left,
        right,
        ours,
        [...new Set(theirs)].sort((a, b) => a - b),
      )
      for (const pair of found.pairs) join(toJoin(pair))
      for (const i of found.ambiguous.left) ambiguous.left.add(i)
      for (const j of found.ambiguous.right) ambiguous.right.add(j)
      start = end
    }
  }

  /** The last piece of the right that belongs to a piece of the left; -1 before the first. */
  function lastOf(i: number): number {
    if (i < 0) return -1
    let j = ofLeft[i]!
    while (j + 1 < right.length && ofRight[j + 1] !== -1 && ofRight[j + 1] === ofRight[j]) j++
    return j
  }

  function firstOf(i: number): number {
    return i >= left.length ? right.length : ofLeft[i]!
  }

  /** The open pieces of the right after a piece, up to the next joined one. */
  function openAfter(j: number): number[] {
    let end = j + 1
    while (end < right.length && ofRight[end] === -1) end++
    return range(j + 1, end)
  }

  /** The open pieces of the right before a piece, back to the previous joined one. */
  function openBefore(j: number): number[] {
    let start = j
    while (start > 0 && ofRight[start - 1] === -1) start--
    return range(start, j)
  }
}

/** Indexes that are paired with more than one other. */
function conflicts(pairs: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const first = new Map<number, number>()
  const several = new Set<number>()
  for (const [one, other] of pairs) {
    const known = first.get(one)
    if (known === undefined) first.set(one, other)
    else if (known !== other) several.add(one)
  }
  return several
}

function toJoin({ left, right, similarity }: GapPair): Join {
  if (similarity < 1) return { left, right, method: 'similarity', similarity }
  return { left, right, method: left.length === 1 && right.length === 1 ? 'text' : 'concatenation' }
}

function reasonsOf(
  texts: readonly string[],
  joined: Int32Array,
  ambiguous: ReadonlySet<number>,
): ReadonlyMap<number, AlignmentReason> {
  const reasons = new Map<number, AlignmentReason>()
  for (const [index, text] of texts.entries()) {
    if (joined[index] !== -1) continue
    reasons.set(index, text === '' ? 'empty' : ambiguous.has(index) ? 'ambiguous' : 'no-counterpart')
  }
  return reasons
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at)
}
