import type { Point, Position } from 'unist'

/** Converts offsets of a text to lines and columns; lines end with a line feed, a carriage return or both. */
export class Places {
  readonly #length: number
  /** Start offsets of the lines. */
  readonly #lines: readonly number[]
  /** Index of the line found last: the next lookup is usually near it. */
  #last = 0

  constructor(text: string) {
    this.#length = text.length
    this.#lines = linesOf(text)
  }

  /** Returns the place between two offsets; offsets beyond the text become its end. */
  range(start: number, end: number): Position {
    return { start: this.point(start), end: this.point(Math.max(start, end)) }
  }

  point(at: number): Point {
    const offset = Math.min(at, this.#length)
    const line = this.#lineAt(offset)
    return { line: line + 1, column: offset - this.#lines[line]! + 1, offset }
  }

  #lineAt(offset: number): number {
    const lines = this.#lines
    let low = this.#last
    if (lines[low]! > offset || (lines[low + 1] ?? Infinity) <= offset) {
      let high = lines.length - 1
      if (lines[low]! > offset) low = 0
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (lines[middle]! <= offset) low = middle
        else high = middle - 1
      }
      this.#last = low
    }
    return low
  }
}

function linesOf(text: string): number[] {
  const lines = [0]
  if (text.includes('\r')) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) lines.push(index + end.length)
    return lines
  }
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.push(end + 1)
  return lines
}
