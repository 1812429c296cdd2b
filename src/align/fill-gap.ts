import { similarity } from './similarity.ts'

/** Corresponding pieces of a gap. */
export interface GapPair {
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** 1 for texts that are equal apart from white space. */
  readonly similarity: number
}

/** Result of {@link fillGap}. */
export interface GapPairs {
  readonly pairs: readonly GapPair[]
  /** Pieces that were not joined because they have several possible counterparts. */
  readonly ambiguous: { readonly left: readonly number[]; readonly right: readonly number[] }
}

/** Minimum similarity of two versions of a text. */
const SIMILAR = 0.6
/** Minimum lead in similarity over the second-best counterpart. */
const MARGIN = 0.1
/** Maximum number of pieces that a piece is split into or merged from. */
const MOST_PARTS = 8
/** Maximum distance of a similar text from its expected position, in pieces; equal texts can be farther away. */
const WINDOW = 30
const EQUAL_WINDOW = 200
/** Maximum size of the table of pairs; larger gaps are split in half. */
const MOST_CELLS = 4_000_000

/**
 * Joins the open pieces of a gap in order, so that as much text as possible is joined.
 *
 * @param ours consecutive indexes of `left`.
 * @param theirs indexes of `right`, ascending.
 * @param whole counts of texts in the whole gap, if these pieces are only a part of it.
 */
export function fillGap(
  left: readonly string[],
  right: readonly string[],
  ours: readonly number[],
  theirs: readonly number[],
  whole?: Counts,
): GapPairs {
  if (ours.length === 0 || theirs.length === 0) return { pairs: [], ambiguous: { left: [], right: [] } }
  const a = ours.map((index) => pieceOf(left[index]!))
  const b = theirs.map((index) => pieceOf(right[index]!))
  const counts = whole ?? [countsOf(a), countsOf(b)]
  if (ours.length * theirs.length > MOST_CELLS) return inHalves(left, right, ours, theirs, counts)
  const step = theirs.length + 1
  // Best score from a cell to the end, and the step that leads there.
  const scores = new Float64Array((ours.length + 1) * step)
  const choices = new Map<number, Choice>()

  for (let i = ours.length - 1; i >= 0; i--) {
    for (let j = theirs.length - 1; j >= 0; j--) {
      const cell = i * step + j
      scores[cell] = Math.max(scores[cell + step]!, scores[cell + 1]!)
      const choice = choiceAt(i, j)
      if (!choice) continue
      const score = choice.score + scores[(i + choice.left) * step + j + choice.right]!
      if (score <= scores[cell]!) continue
      scores[cell] = score
      choices.set(cell, choice)
    }
  }
  return settle(followed())

  function choiceAt(i: number, j: number): Choice | undefined {
    const distance = Math.abs(j - (i * theirs.length) / ours.length)
    if (distance > EQUAL_WINDOW) return undefined
    const run = equalRun(a, b, i, j, (at) => theirs[at]! - theirs[j]! === at - j)
    if (run) return { ...run, score: run.length, similarity: 1 }
    if (distance > WINDOW) return undefined
    const value = similarity(a[i]!.words, b[j]!.words, SIMILAR)
    if (value === 0) return undefined
    const length = Math.min(a[i]!.compact.length, b[j]!.compact.length)
    return { left: 1, right: 1, score: length * value * 0.9, similarity: value }
  }

  /** The path with the best score. */
  function followed(): Taken[] {
    const taken: Taken[] = []
    let [i, j] = [0, 0]
    while (i < ours.length && j < theirs.length) {
      const cell = i * step + j
      const choice = choices.get(cell)
      if (choice) {
        taken.push({ ...choice, i, j })
        i += choice.left
        j += choice.right
      } else if (scores[cell + step]! >= scores[cell + 1]!) i++
      else j++
    }
    return taken
  }

  /** Drops pairs whose pieces have another counterpart that fits as well. */
  function settle(taken: readonly Taken[]): GapPairs {
    const pairs: GapPair[] = []
    const ambiguous = { left: new Set<number>(), right: new Set<number>() }
    const used = new Map(taken.filter(({ similarity: value }) => value === 1).map(({ i, j }) => [i, j]))
    const usedRight = new Set(used.values())
    for (const each of taken) {
      const { i, j } = each
      if (each.left === 1 && each.right === 1 && isOpen(each)) {
        for (const x of alike(a, i)) ambiguous.left.add(ours[x]!)
        for (const y of alike(b, j)) ambiguous.right.add(theirs[y]!)
        continue
      }
      pairs.push({
        left: ours.slice(i, i + each.left),
        right: theirs.slice(j, j + each.right),
        similarity: each.similarity,
      })
    }
    return { pairs, ambiguous: { left: [...ambiguous.left], right: [...ambiguous.right] } }

    function isOpen({ i, j, similarity: value }: Taken): boolean {
      if (value === 1) return counts[0].get(a[i]!.compact) !== counts[1].get(b[j]!.compact)
      const isRival = (x: number, y: number) =>
        similarity(a[x]!.words, b[y]!.words, value - MARGIN) > value - MARGIN
      for (let x = Math.max(0, i - WINDOW); x < Math.min(a.length, i + WINDOW); x++)
        if (x !== i && !used.has(x) && isRival(x, j)) return true
      for (let y = Math.max(0, j - WINDOW); y < Math.min(b.length, j + WINDOW); y++)
        if (y !== j && !usedRight.has(y) && isRival(i, y)) return true
      return false
    }
  }
}

/** A possible step: how many pieces it joins on each side. */
interface Choice {
  readonly left: number
  readonly right: number
  readonly score: number
  readonly similarity: number
}

/** A step of the best path, from cell `i`, `j`. */
interface Taken extends Choice {
  readonly i: number
  readonly j: number
}

/** How often each text occurs in a gap, on the left and on the right. */
type Counts = readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>]

/** A text prepared for comparison. */
interface Piece {
  /** Without white space, which merging and splitting change. */
  readonly compact: string
  readonly words: readonly string[]
}

function pieceOf(text: string): Piece {
  return {
    compact: text.replace(/\s+/g, ''),
    // Scripts without spaces: each character is a word.
    words:
      text
        .toLowerCase()
        .match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{M}\p{N}]+/gu) ?? [],
  }
}

/** The shortest runs from here on with equal concatenations on both sides. */
function equalRun(
  a: readonly Piece[],
  b: readonly Piece[],
  i: number,
  j: number,
  follows: (j: number) => boolean,
): { readonly left: number; readonly right: number; readonly length: number } | undefined {
  let [x, y] = [i, j]
  let [ours, theirs] = [a[x]!.compact, b[y]!.compact]
  if (ours === '' || theirs === '') return undefined
  while (ours !== theirs) {
    if (theirs.startsWith(ours)) {
      const next = a[++x]
      if (!next || x - i >= MOST_PARTS) return undefined
      ours += next.compact
    } else if (ours.startsWith(theirs)) {
      const next = b[++y]
      if (!next || y - j >= MOST_PARTS || !follows(y)) return undefined
      theirs += next.compact
    } else return undefined
  }
  return { left: x - i + 1, right: y - j + 1, length: ours.length }
}

function countsOf(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { compact } of pieces) counts.set(compact, (counts.get(compact) ?? 0) + 1)
  return counts
}

/** The pieces with the same text. */
function alike(pieces: readonly Piece[], index: number): readonly number[] {
  const { compact } = pieces[index]!
  return pieces.flatMap((piece, at) => (piece.compact === compact ? [at] : []))
}

function inHalves(
  left: readonly string[],
  right: readonly string[],
  ours: readonly number[],
  theirs: readonly number[],
  counts: Counts,
): GapPairs {
  const [x, y] = [ours.length >> 1, theirs.length >> 1]
  const parts = [
    fillGap(left, right, ours.slice(0, x), theirs.slice(0, y), counts),
    fillGap(left, right, ours.slice(x), theirs.slice(y), counts),
  ]
  return {
    pairs: parts.flatMap(({ pairs }) => pairs),
    ambiguous: {
      left: parts.flatMap(({ ambiguous }) => ambiguous.left),
      right: parts.flatMap(({ ambiguous }) => ambiguous.right),
    },
  }
}
