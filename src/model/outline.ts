import type { Position } from 'unist'
import type { TextPart } from './hast.ts'

/** A heading of the document; the outline lists them in document order. */
export interface OutlineEntry {
  /** Anchor of the heading, the same in every locale. */
  readonly id: string
  /** Heading level, 1 to 6. */
  readonly depth: number
  /** Text of the heading. */
  readonly parts: readonly TextPart[]
  /** Place of the heading in the input, if known. */
  readonly place?: Position
}
