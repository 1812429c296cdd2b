import type { ElementContent } from 'hast'
import type { TextPart } from '../model/hast.ts'

/** What a token in the skeleton's text stands for. */
export type TokenValue =
  | { readonly type: 'unit'; readonly key: string }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'nodes'; readonly nodes: readonly ElementContent[] }

/**
 * Turns units into characters that pass through any parser unchanged, and back.
 *
 * A token is a private-use character, a number, and another private-use character, neither of which the input holds. To Markdown
 * they are letters; in HTML they are text.
 */
export class SlotCodec {
  readonly #open: string
  readonly #close: string
  readonly #pattern: RegExp
  readonly #values: TokenValue[] = []

  /** @param text all text that tokens will be mixed with. */
  constructor(text: string) {
    const [open, close] = unusedCharacters(text, PRIVATE_USE, 2)
    this.#open = open!
    this.#close = close!
    this.#pattern = new RegExp(`${open}(\\d+)${close}`)
  }

  /** The token for a value. */
  encode(value: TokenValue): string {
    this.#values.push(value)
    return `${this.#open}${this.#values.length - 1}${this.#close}`
  }

  /** The keys of the units by number of their token; `undefined` for other tokens. */
  unitKeys(): readonly (string | undefined)[] {
    return this.#values.map((value) => (value.type === 'unit' ? value.key : undefined))
  }

  /** Whether there is a token in `text`. */
  has(text: string): boolean {
    return text.includes(this.#open)
  }

  /** The numbers of the tokens in a text, in order: the first value encoded has 0. */
  numbers(text: string): number[] {
    const numbers: number[] = []
    for (let at = text.indexOf(this.#open); at >= 0; at = text.indexOf(this.#open, at + 1)) {
      const end = text.indexOf(this.#close, at)
      if (end < 0) break
      const number = Number(text.slice(at + 1, end))
      if (number < this.#values.length) numbers.push(number)
    }
    return numbers
  }

  /** Splits a text into literal pieces and values. */
  decode(text: string): (string | TokenValue)[] {
    const pieces = text.split(this.#pattern)
    const result: (string | TokenValue)[] = []
    for (const [index, piece] of pieces.entries()) {
      const value = index % 2 === 1 ? this.#values[Number(piece)] : undefined
      if (value) result.push(value)
      else if (piece !== '') result.push(piece)
    }
    return result
  }

  /** Splits a text into parts: inserted text becomes literal, inserted nodes are left out. */
  parts(text: string): TextPart[] {
    const parts: TextPart[] = []
    for (const piece of this.decode(text)) {
      if (typeof piece === 'string') parts.push(piece)
      else if (piece.type === 'unit') parts.push({ unit: piece.key })
      else if (piece.type === 'text') parts.push(piece.value)
    }
    return parts
  }

  /** Whether a character ends a token. */
  ends(character: string): boolean {
    return character === this.#close
  }

  /** The units' tokens in a text with their offsets, in order. */
  *tokens(text: string): Generator<{ readonly key: string; readonly start: number; readonly end: number }> {
    for (const match of text.matchAll(new RegExp(this.#pattern, 'g'))) {
      const value = this.#values[Number(match[1])]
      if (value?.type === 'unit')
        yield { key: value.key, start: match.index, end: match.index + match[0].length }
    }
  }

  /** Removes tokens that a cut has left incomplete: nothing of them may reach an output. */
  strip(text: string): string {
    return text.replaceAll(this.#open, '').replaceAll(this.#close, '')
  }
}

const PRIVATE_USE: readonly [number, number] = [0xe000, 0xf8ff]

/** The first characters of a range that a text does not hold; throws `RangeError` if there are not that many. */
export function unusedCharacters(text: string, range: readonly [number, number], count: number): string[] {
  const found: string[] = []
  for (let code = range[0]; code <= range[1] && found.length < count; code++) {
    const character = String.fromCharCode(code)
    if (!text.includes(character)) found.push(character)
  }
  if (found.length < count) throw new RangeError('The text uses every character of the range')
  return found
}
