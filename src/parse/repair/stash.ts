/** Noncharacters (Unicode 15, section 23.7): no text has them. */
const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
const TOKEN = /\uFDD0(\d+)\uFDD1/g

/** Puts finished markup aside, so that later steps of a repair neither read nor change it. */
export class Stash {
  readonly #values: string[] = []

  /** Whether a text can be told from what stands for put-away markup. */
  static fits(text: string): boolean {
    return !text.includes(OPEN) && !text.includes(CLOSE)
  }

  /** Puts markup aside; gives what stands for it. */
  put(markup: string): string {
    this.#values.push(markup)
    return `${OPEN}${this.#values.length - 1}${CLOSE}`
  }

  /** The text with all that was put aside in its place. */
  restore(text: string): string {
    let restored = text
    while (restored.includes(OPEN)) {
      restored = restored.replace(TOKEN, (_, index: string) => this.#values[Number(index)] ?? '')
    }
    return restored
  }
}
