import type { Alignment } from '../../src/align/alignment.ts'
import type { GeneratedRevision } from './generate-revision.ts'

/** How well an alignment found what is known to belong together. */
export interface Score {
  /** Pairs of an original and a generated unit that belong together. */
  pairs: number
  /** Of these, joined. */
  right: number
  /** Pairs that were joined and do not belong together. */
  wrong: number
}

/**
 * Compares an alignment of the original texts (left) with the generated ones (right). Units that were split and merged into each other
 * belong together as one group, as no text of it stands alone.
 */
export function scoreAlignment({ joins }: Alignment, { units }: GeneratedRevision): Score {
  const group = new Map<number, number>()
  const groupOf = (left: number): number => {
    const next = group.get(left) ?? left
    return next === left ? left : groupOf(next)
  }
  for (const { from } of units) for (const left of from) group.set(groupOf(left), groupOf(from[0]!))
  const truth = units.flatMap(({ from }, right) => from.map((left) => `${left}-${right}`))
  const found = joins.flatMap((join) =>
    join.left.flatMap((left) => join.right.map((right) => [left, right] as const)),
  )
  const pairs = new Set(found.map(([left, right]) => `${left}-${right}`))
  const wrong = found.filter(([left, right]) => {
    const from = units[right]!.from[0]
    return from === undefined || groupOf(from) !== groupOf(left)
  })
  return { pairs: truth.length, right: truth.filter((pair) => pairs.has(pair)).length, wrong: wrong.length }
}
