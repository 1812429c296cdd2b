/**
 * A text with inline codes, as translation tools see it: what a translator may change is text, and markup is codes (XLIFF 1.2, section 2.3
 * "Inline elements"; XLIFF 2.1, section 4.7 "Inline content").
 *
 * Its parts, joined, are the markup that it was made of.
 */
export type CodedText = readonly CodedPart[]

/** A piece of a coded text. */
export type CodedPart = PlainPart | InlineCode

/** Text between codes. */
export interface PlainPart {
  readonly type: 'text'
  /** As read: without escapes and character references, line breaks as `\n`. */
  readonly text: string
  /** As written. */
  readonly markup: string
}

/** A code that a translator may move, but not change. */
export interface InlineCode {
  /**
   * - `open` and `close`: a pair around a text, with the same `id`, properly nested;
   * - `alone`: a code without a text of its own;
   * - `begin` and `end`: half of a pair whose other half is elsewhere, for example in another unit.
   */
  readonly type: 'open' | 'close' | 'alone' | 'begin' | 'end'
  /** Number of the code in its unit, from 1. Codes of a target have the numbers of the source codes that they correspond to. */
  readonly id: number
  readonly kind: CodeKind
  /** As written. */
  readonly markup: string
  /** What a reader sees instead of an `alone` code; may be empty. */
  readonly shown?: string
}

/** What a code does. */
export type CodeKind =
  | 'bold'
  | 'italic'
  | 'strike'
  | 'link'
  | 'image'
  | 'code'
  | 'formula'
  | 'break'
  /** Markup of lines and blocks: list marks, paragraphs, table rows. */
  | 'block'
  /** A construct of Microsoft's Markdown, such as an include. */
  | 'construct'
  /** Any other HTML tag or comment. */
  | 'tag'

/** Whether a code is one of a pair, and which. */
export type CodeType = InlineCode['type']

/** The markup of a coded text. */
export function markupOf(coded: CodedText): string {
  return coded.map(({ markup }) => markup).join('')
}

/** The text between the codes. */
export function plainOf(coded: CodedText): string {
  return coded.map((part) => (part.type === 'text' ? part.text : '')).join('')
}

/** Parts with neighbouring texts joined. */
export function withJoinedTexts<Part extends { readonly type: string; readonly markup: string }>(
  parts: readonly (PlainPart | Part)[],
): (PlainPart | Part)[] {
  const joined: (PlainPart | Part)[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && isText(part) && isText(last))
      joined[joined.length - 1] = {
        type: 'text',
        text: last.text + part.text,
        markup: last.markup + part.markup,
      }
    else joined.push(part)
  }
  return joined
}

function isText(part: { readonly type: string }): part is PlainPart {
  return part.type === 'text'
}

/** The codes of a coded text, in order. */
export function codesOf(coded: CodedText): readonly InlineCode[] {
  return coded.filter((part) => part.type !== 'text')
}

/** A coded text as a comparable string: equal ones have the same texts and the same codes in the same places. */
export function signatureOf(coded: CodedText): string {
  const parts: (string | [string, number])[] = []
  for (const part of coded) {
    const last = parts.length - 1
    if (part.type !== 'text') parts.push([part.type, part.id])
    else if (typeof parts[last] === 'string') parts[last] += part.text
    else if (part.text !== '') parts.push(part.text)
  }
  return JSON.stringify(parts)
}
