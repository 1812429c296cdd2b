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

  /** Notes that the made text from `start` to `end` was replaced by `size` other characters. */
  replace(start: number, end: number, size: number): void {
    const [first, last] = [this.#entryAt(start), this.#entryAt(end)]
    const before = this.toInput(start)
    const behind = this.toInput(end)
    const kept = this.#made[first] === start ? first : first + 1
    const isEntry = this.#made[last] === end
    const next = isEntry ? last : last + 1
    const inserted = isEntry ? [] : [end]
    const taken = next - kept
    this.#input.splice(kept, taken, before, ...inserted.map(() => behind))
    this.#literal.splice(kept, taken, false, ...inserted.map(() => this.#literal[last] ?? false))
    this.#made.splice(kept, taken, start, ...inserted)
    for (let at = kept + 1; at < this.#made.length; at++) this.#made[at]! += size - (end - start)
  }

  /** The input's offset for an offset of the made text; inside a replaced piece it is that piece's start. */
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
