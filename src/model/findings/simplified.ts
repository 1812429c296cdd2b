import type { Place } from '../place.ts'

/** What was read more simply than it is written, since reading it as written takes too long: the first of its kind in a document. */
export interface Simplified {
  /**
   * - `flattened`: elements are nested too deeply; those that are too deep are left out, what they hold is there.
   * - `blocks`: lists or quotes are nested too deeply for the parser; the text is read as plain text.
   * - `marks`: a paragraph holds too many marks for the parser; the text is read as plain text.
   * - `units`: units are nested too deeply; those that are too deep are a part of the text of the one they stand in.
   */
  readonly why: 'flattened' | 'blocks' | 'marks' | 'units'
  /** Where, if known. */
  readonly place?: Place
}
