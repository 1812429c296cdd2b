/** Noncharacters (Unicode 15, section 23.7), which no text should contain. */
const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
const TOKEN = /\uFDD0(\d+)\uFDD1/g

/** Stashes finished markup, so that later steps of a repair neither read nor change it. */
export class Stash {
  readonly #values: string[] = []

  /** Whether a text is free of the characters of placeholders. */
  static fits(text: string): boolean {
    return !text.includes(OPEN) && !text.includes(CLOSE)
  }

  /** Stashes markup and returns its placeholder. */
  put(markup: string): string {
    this.#values.push(markup)
    return `${OPEN}${this.#values.length - 1}${CLOSE}`
  }

  /** Replaces all placeholders by their markup. */
  restore(text: string): string {
    let restored = text
    while (restored.includes(OPEN)) {
      restored = restored.replace(TOKEN, (_, index: string) => this.#values[Number(index)] ?? '')
    }
    return restored
  }
}
