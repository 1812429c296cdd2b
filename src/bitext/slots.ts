/**
 * A slot is a word of private-use characters.
 *
 * In the skeleton's text a slot is a private-use character, a number and another private-use character; the
 * input contains neither of the two characters. Markdown takes them for letters and HTML for text, so a slot
 * survives paragraphs, table cells, headings, link texts, image alts, code, raw HTML and attributes.
 *
 * The place of its slot in the tree decides how a unit's markup is read (as Markdown, HTML or characters):
 * `**x**` inside a raw HTML block stays literal. hast percent-encodes URLs, which would hide slots, so URLs
 * with slots are kept aside. A slot in an attribute becomes `data.slots`.
 */

import type { ElementContent } from 'hast'
import type { TextPart } from '../model/hast.ts'

/** The value that a token in the skeleton's text represents. */
export type TokenValue =
  | { readonly type: 'unit'; readonly key: string }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'nodes'; readonly nodes: readonly ElementContent[] }

/**
 * Encodes values as tokens that pass through any parser unchanged, and decodes them. A token is a number
 * between two private-use characters that the input does not contain.
 */
export class SlotCodec {
  readonly #open: string
  readonly #close: string
  readonly #values: TokenValue[] = []
  #holdsNodes = false

  /** @param text all text in which tokens will appear. */
  constructor(text: string) {
    const [open, close] = unusedCharacters(text, [PRIVATE_USE, ...OTHER_LETTERS], 2)
    this.#open = open!
    this.#close = close!
  }

  /** Returns a token for a value. */
  encode(value: TokenValue): string {
    this.#values.push(value)
    this.#holdsNodes ||= value.type === 'nodes'
    return `${this.#open}${this.#values.length - 1}${this.#close}`
  }

  /** Whether any token represents nodes. */
  get holdsNodes(): boolean {
    return this.#holdsNodes
  }

  /** Lists the keys of units by token number; `undefined` for other tokens. */
  unitKeys(): readonly (string | undefined)[] {
    return this.#values.map((value) => (value.type === 'unit' ? value.key : undefined))
  }

  /** Whether `text` contains a token. */
  has(text: string): boolean {
    return text.includes(this.#open)
  }

  /** Lists the numbers of the tokens in a text, in order; the first encoded value has number 0. */
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
    const result: (string | TokenValue)[] = []
    let from = 0
    for (let start = text.indexOf(this.#open); start >= 0; start = text.indexOf(this.#open, start + 1)) {
      const end = this.#endOf(text, start)
      if (end < 0) continue
      if (start > from) result.push(text.slice(from, start))
      const number = text.slice(start + 1, end - 1)
      result.push(this.#values[Number(number)] ?? number)
      from = end
    }
    if (from < text.length) result.push(text.slice(from))
    return result
  }

  /** Returns the end of the token at an offset, or -1 if there is none. */
  #endOf(text: string, start: number): number {
    let at = start + 1
    while (isDigit(text.charCodeAt(at))) at++
    return at > start + 1 && text[at] === this.#close ? at + 1 : -1
  }

  /** Splits a text into parts: inserted text becomes literal, inserted nodes are dropped. */
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

  /** Lists the unit tokens in a text with their offsets, in order. */
  tokens(text: string): { readonly key: string; readonly start: number; readonly end: number }[] {
    const found: { key: string; start: number; end: number }[] = []
    for (let start = text.indexOf(this.#open); start >= 0; start = text.indexOf(this.#open, start + 1)) {
      const end = this.#endOf(text, start)
      const value = end < 0 ? undefined : this.#values[Number(text.slice(start + 1, end - 1))]
      if (value?.type === 'unit') found.push({ key: value.key, start, end })
    }
    return found
  }

  /** Removes the characters of incomplete tokens, which must not reach an output. */
  strip(text: string): string {
    if (!text.includes(this.#open) && !text.includes(this.#close)) return text
    return text.replaceAll(this.#open, '').replaceAll(this.#close, '')
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

const PRIVATE_USE: CharacterRange = [0xe000, 0xf8ff]
/** Also letters to Markdown and text to HTML: Yi, Hangul, rare and common Han. No text contains all of them. */
export const OTHER_LETTERS: readonly CharacterRange[] = [
  [0xa000, 0xa48c],
  [0xac00, 0xd7a3],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9ffc],
]

/** First and last code unit of a range. */
export type CharacterRange = readonly [number, number]

/**
 * Finds the first `count` characters of the ranges that a text does not contain; throws `RangeError` if there
 * are too few.
 */
export function unusedCharacters(text: string, ranges: readonly CharacterRange[], count: number): string[] {
  const found: string[] = []
  for (const [first, last] of ranges)
    for (let code = first; code <= last; code++) {
      if (found.length === count) return found
      const character = String.fromCharCode(code)
      if (!text.includes(character)) found.push(character)
    }
  if (found.length < count) throw new RangeError('The text uses every character of the ranges')
  return found
}
