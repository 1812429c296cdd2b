import type { Pair } from '../literals/sound-pairs.ts'
import type { MarkupSpan } from '../text/markup-spans.ts'

/** A unit with the markup of both sides. */
export interface Sides extends Pair {
  /** Markup of the source text and of the translation, each in order of its start. The first is read when it is asked for: few units need it. */
  readonly expected: readonly MarkupSpan[]
  readonly actual: readonly MarkupSpan[]
  /** Languages of the two sides. */
  readonly from: string
  readonly to: string
}

/** A fault at the edge of markup. */
export interface EdgeFault {
  /** Completes “Unexpected … in the translation of unit …, expected …”. */
  readonly found: string
  readonly wanted: string
  readonly note: string
  /** Range in the target's markup. */
  readonly start: number
  readonly end: number
  /** What to replace a range with, if only one repair is right. */
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string }
}

/** Readable names of markup. */
export const NAMES: Readonly<Record<MarkupSpan['kind'], string>> = {
  strong: 'bold text',
  emphasis: 'emphasized text',
  code: 'code',
  link: 'link',
}

/** The text between the delimiters. */
export function innerOf(span: MarkupSpan, markup: string): string {
  return markup.slice(span.innerStart, span.innerEnd)
}
