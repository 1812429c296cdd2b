import type { Place } from '../place.ts'

/**
 * A construct that would take too long to read as written and was simplified: the first of its kind in a
 * document.
 */
export interface Simplified {
  /**
   * - `flattened`: elements are nested too deeply; the deepest are removed, their content stays.
   * - `blocks`: lists or quotes are nested too deeply for the parser; the text is read as plain text.
   * - `marks`: a paragraph has too many marks for the parser; the text is read as plain text.
   * - `units`: units are nested too deeply; the deepest are read as text of the enclosing unit.
   */
  readonly why: 'flattened' | 'blocks' | 'marks' | 'units'
  /** Its place, if known. */
  readonly place?: Place
}
