/** Maps offsets of a text made from the input back to the input; built by appending pieces in order. */
export class OffsetMap {
  readonly #made: number[] = []
  readonly #input: number[] = []
  readonly #literal: boolean[] = []

  /**
   * Records that the piece of the made text at `made` comes from the input at `input`; `literal` if the
   * characters are the same.
   */
  add(made: number, input: number, literal: boolean): void {
    this.#made.push(made)
    this.#input.push(input)
    this.#literal.push(literal)
  }

  /** Returns the map of a text in which ranges, in order, are replaced by `size` other characters each. */
  replaced(
    places: readonly { readonly start: number; readonly end: number; readonly size: number }[],
  ): OffsetMap {
    const map = new OffsetMap()
    let [next, shift] = [0, 0]
    const takeUntil = (end: number) => {
      for (; next < this.#made.length && this.#made[next]! < end; next++)
        map.add(this.#made[next]! + shift, this.#input[next]!, this.#literal[next]!)
    }
    for (const { start, end, size } of places) {
      takeUntil(start)
      map.add(start + shift, this.toInput(start), false)
      const last = this.#entryAt(end)
      while (next < this.#made.length && this.#made[next]! < end) next++
      shift += size - (end - start)
      if (this.#made[next] !== end) map.add(end + shift, this.toInput(end), this.#literal[last] ?? false)
    }
    takeUntil(Infinity)
    return map
  }

  /** Converts an offset of the made text to one of the input; inside a replaced piece, to that piece's start. */
  toInput(offset: number): number {
    const at = this.#entryAt(offset)
    const input = this.#input[at] ?? 0
    return this.#literal[at] ? input + offset - (this.#made[at] ?? 0) : input
  }

  #entryAt(offset: number): number {
    let low = 0
    let high = this.#made.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#made[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
