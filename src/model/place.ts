/** Places in an input as offsets, and their lines and columns for people. */
import type { Point, Position } from 'unist'

/** A place in an input: the offset of its first character and the offset after its last one, in UTF-16 code units. */
export type Place = readonly [start: number, end: number]

/** An input with known lines: a document, an edition of one, or a file that it includes. */
export interface Lined {
  /** Offset of the start of each line. Lines end with a line feed, a carriage return or both. */
  readonly lines: readonly number[]
}

/** Finds the offsets of the lines of a text. */
export function linesOf(text: string): number[] {
  const lines = [0]
  if (text.includes('\r')) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) lines.push(index + end.length)
    return lines
  }
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.push(end + 1)
  return lines
}

/** The line and column of an offset, both from 1, as editors count them. */
export function positionOf({ lines }: Lined, offset: number): Point & { offset: number } {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1, offset }
}

/** Converts a place to the position of a message. */
export function toPosition(input: Lined, [start, end]: Place): Position {
  return { start: positionOf(input, start), end: positionOf(input, end) }
}
