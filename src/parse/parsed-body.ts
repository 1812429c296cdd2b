/**
 * The part of a parsed document that its translations share.
 *
 * If the text between the units and the source texts are equal in two translations of a document, the second reuses the `ParsedBody` of the
 * first: only its front matter, its units and the effect of their markup on the structure are read again. A document with includes is read
 * by itself.
 */

import type { Root } from 'hast'
import type { Position } from 'unist'
import type { Simplified } from '../model/findings/simplified.ts'
import type { Syntax } from '../model/unit.ts'
import type { PhrasingPlan } from './hazards/find-hazards.ts'

/** What of a text was read more simply than it is written, the first of its kind, and where in the text. */
export interface SimplifiedText {
  readonly why: Simplified['why']
  readonly position: Position | undefined
}

/** What was parsed of a document's text but for its front matter: all that does not depend on the translations. */
export interface ParsedBody {
  /** The skeleton's text behind the front matter, tokens in the place of units. */
  readonly text: string
  /** Offset of `text` in the skeleton's text that positions are of. */
  readonly start: number
  /** The source texts of the units, which what Microsoft's Markdown means may depend on. */
  readonly sources: readonly (string | null)[]
  /** By number of the token. */
  readonly syntaxes: readonly (Syntax | undefined)[]
  /** Link definitions. */
  readonly definitions: ReadonlyMap<string, string>
  readonly phrasing: readonly PhrasingPlan[]
  /** What was read more simply than it is written, at positions in the skeleton's text. */
  readonly simplified: readonly SimplifiedText[]
  /** Sanitized, tokens in the place of units; not to be changed. */
  readonly tree: Root
}
