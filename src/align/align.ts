import type { Alignment, AlignmentReason, Join } from './alignment.ts'
import { fillGap, type GapPair } from './fill-gap.ts'
import { uniquePairs } from './unique-pairs.ts'

/** Fewest characters of a text that is joined wherever it stands, because it stands only once on each side. */
const LONG_ENOUGH = 12
/** Most rounds of looking between what is joined; each round gives the next one more to hold on to. */
const ROUNDS = 4

/**
 * Aligns two revisions of a text, piece by piece, in the same language: pieces of the left with pieces of the right.
 *
 * Equal pieces are joined first: those that stand once on each side, then their neighbours. Between what is joined, pieces that are
 * together equal (split and merged sentences) and pieces that are similar are joined in order. What several pieces could be joined
 * with equally well is left alone and said to be ambiguous: nothing is guessed.
 *
 * @param left texts, white space folded; an empty text is never joined.
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
      // What is left may stand once only now.
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

  /** Joins equal texts that stand once on each side; short ones, which may do so by chance, only where a neighbour agrees. */
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
   * Joins the equal neighbours of what is joined, and theirs. Where the way from before and the way from behind lead to different
   * pieces, as in a list of equal ones of which one is gone, nothing is joined.
   */
  function spread(): void {
    const candidates: [number, number][] = []
    // The beginning and the end belong together as well: the way from before starts behind the last index, that from behind before the first.
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

  /** Joins what stands between joined neighbours. */
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

  /** The open pieces of the right that follow one, up to the next that is joined. */
  function openAfter(j: number): number[] {
    let end = j + 1
    while (end < right.length && ofRight[end] === -1) end++
    return range(j + 1, end)
  }

  /** The open pieces of the right before one. */
  function openBefore(j: number): number[] {
    let start = j
    while (start > 0 && ofRight[start - 1] === -1) start--
    return range(start, j)
  }
}

/** What is paired with more than one other. */
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
