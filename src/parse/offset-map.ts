/** Says where in the input an offset of a text made from it stands; made by appending pieces in order. */
export class OffsetMap {
  readonly #made: number[] = []
  readonly #input: number[] = []
  readonly #literal: boolean[] = []

  /** Notes that from `made` on, the made text has what the input has at `input`; `literal` if it is the same characters. */
  add(made: number, input: number, literal: boolean): void {
    this.#made.push(made)
    this.#input.push(input)
    this.#literal.push(literal)
  }

  /** The input's offset for an offset of the made text; inside a replaced piece it is that piece's start. */
  toInput(offset: number): number {
    let low = 0
    let high = this.#made.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#made[middle]! <= offset) low = middle
      else high = middle - 1
    }
    const input = this.#input[low] ?? 0
    return this.#literal[low] ? input + offset - (this.#made[low] ?? 0) : input
  }
}
