/** Cost of an included file and everything that it includes in turn. */
export interface IncludeCost {
  /** Characters. */
  readonly length: number
  readonly files: number
  /** Levels of includes, including its own. */
  readonly levels: number
}

/**
 * Maximum for one document. Without it, a chain of files that each include the next twice grows
 * exponentially.
 */
const MOST: IncludeCost = { length: 2 * 2 ** 20, files: 1000, levels: 100 }

/**
 * Counts what a document has included so far. One file always fits, however long it is. A file that does not
 * fit with everything that it includes is left out as a whole, so the result does not depend on which files
 * were read before.
 */
export class IncludeBudget {
  #length = 0
  #files = 0
  /** Level of the current file, and the deepest level reached. */
  #level = 0
  #deepest = 0
  #isExceeded = false
  readonly #refused = new Set<string>()

  /**
   * Adds a file of known cost.
   *
   * @returns whether it fits.
   */
  take(path: string, cost: IncludeCost): boolean {
    if (this.#level === 0 && this.#refused.has(path)) return false
    if (!this.#fits(cost)) {
      if (this.#level === 0) this.#refused.add(path)
      else this.#isExceeded = true
      return false
    }
    this.#length += cost.length
    this.#files += cost.files
    this.#deepest = Math.max(this.#deepest, this.#level + cost.levels)
    return true
  }

  /**
   * Reads a file and adds it.
   *
   * @param read reads the file, and adds its includes.
   * @returns the result of `read` and its cost; `null` if it does not fit.
   */
  takeRead<Result>(
    path: string,
    length: number,
    read: () => Result,
  ): { readonly result: Result; readonly cost: IncludeCost } | null {
    const [lengthBefore, filesBefore, deepestBefore] = [this.#length, this.#files, this.#deepest]
    if (!this.take(path, { length, files: 1, levels: 1 })) return null
    this.#level++
    this.#deepest = this.#level
    const result = read()
    this.#level--
    const cost = {
      length: this.#length - lengthBefore,
      files: this.#files - filesBefore,
      levels: this.#deepest - this.#level,
    }
    this.#deepest = Math.max(deepestBefore, this.#deepest)
    if (!this.#isExceeded) return { result, cost }
    if (this.#level === 0) {
      this.#isExceeded = false
      this.#refused.add(path)
      this.#length = lengthBefore
      this.#files = filesBefore
    }
    return null
  }

  /** Repeats an action that includes the same files again, which costs the document itself nothing more. */
  again<Result>(action: () => Result): Result {
    if (this.#level > 0) return action()
    const before = [this.#length, this.#files] as const
    this.#length = 0
    this.#files = 0
    const result = action()
    ;[this.#length, this.#files] = before
    return result
  }

  #fits({ length, files, levels }: IncludeCost): boolean {
    return (
      !this.#isExceeded &&
      (this.#length === 0 || this.#length + length <= MOST.length) &&
      this.#files + files <= MOST.files &&
      this.#level + levels <= MOST.levels
    )
  }
}
