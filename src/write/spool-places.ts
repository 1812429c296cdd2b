import type { SpoolPlace } from './spool.ts'

/** Places in a spool, by their number from 0. */
export interface SpoolPlaces {
  readonly length: number
  /** Adds a place and returns its number. */
  add(place: SpoolPlace): number
  at(number: number): SpoolPlace
}

/** Creates a list of places as two of numbers, which take less memory than pairs. */
export function createSpoolPlaces(): SpoolPlaces {
  const [starts, lengths]: [number[], number[]] = [[], []]
  return {
    get length() {
      return starts.length
    },
    add: ([start, length]) => {
      lengths.push(length)
      return starts.push(start) - 1
    },
    at: (number) => [starts[number]!, lengths[number]!],
  }
}
