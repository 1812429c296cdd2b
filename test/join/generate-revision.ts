/** A unit of a generated locale: which units of the original it translates, by index, and its source text. */
export interface GeneratedUnit {
  readonly source: string
  /** Indexes of the originals that it comes from; empty for a unit that is new. */
  readonly from: readonly number[]
}

/** What happened to the units of a generated revision. */
export interface GeneratedRevision {
  readonly units: readonly GeneratedUnit[]
  /** Number of changes of each kind. */
  readonly counts: Readonly<Record<'split' | 'merged' | 'moved' | 'inserted' | 'deleted', number>>
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Splits, merges, moves, inserts and deletes units, and knows what became of each.
 *
 * @param rate share of the units that each kind of change is tried on.
 * @param strange texts to insert: of other documents.
 */
export function generateRevision(
  sources: readonly string[],
  strange: readonly string[],
  random: () => number,
  rate: number,
): GeneratedRevision {
  const counts = { split: 0, merged: 0, moved: 0, inserted: 0, deleted: 0 }
  let units: GeneratedUnit[] = sources.map((source, index) => ({ source, from: [index] }))

  units = units.flatMap((unit) => {
    const chance = random()
    if (chance < rate) {
      counts.deleted++
      return []
    }
    if (chance < 2 * rate) {
      counts.inserted++
      return [unit, { source: strange[Math.floor(random() * strange.length)]!, from: [] }]
    }
    if (chance < 3 * rate) {
      const halves = split(unit, random)
      if (halves.length > 1) counts.split++
      return halves
    }
    return [unit]
  })

  for (let at = 0; at + 1 < units.length; at++) {
    const [one, next] = [units[at]!, units[at + 1]!]
    if (random() >= rate || one.from.length !== 1 || next.from.length !== 1 || one.from[0] === next.from[0])
      continue
    units.splice(at, 2, { source: `${one.source} ${next.source}`, from: [...one.from, ...next.from] })
    counts.merged++
  }

  for (let moves = Math.round((units.length * rate) / 4); moves > 0; moves--) {
    const start = Math.floor(random() * units.length)
    const block = units.splice(start, 1 + Math.floor(random() * 6))
    units.splice(Math.floor(random() * (units.length + 1)), 0, ...block)
    counts.moved += block.length
  }
  return { units, counts }
}

/** A unit in two where it has several sentences, or else several words. */
function split(unit: GeneratedUnit, random: () => number): GeneratedUnit[] {
  const sentences = unit.source.split(/(?<=[.!?]) /)
  const words = unit.source.split(' ')
  const [parts, glue] = sentences.length > 1 ? [sentences, ' '] : [words.length > 5 ? words : [], ' ']
  if (parts.length < 2) return [unit]
  const at = 1 + Math.floor(random() * (parts.length - 1))
  return [parts.slice(0, at), parts.slice(at)].map((half) => ({ source: half.join(glue), from: unit.from }))
}
