/**
 * The part of a parsed document that its translations share.
 *
 * If the text between the units and the source texts are equal in two translations of a document, the second reuses the `ParsedBody` of the
 * first: only its front matter, its units and the effect of their markup on the structure are read again. A document with includes does not
 * share its body.
 */

import type { Root } from 'hast'
import type { Position } from 'unist'
import type { Simplified } from '../model/findings/simplified.ts'
import type { Syntax } from '../model/unit.ts'
import type { PhrasingPlan } from './hazards/find-hazards.ts'

/** The first construct of a kind that was simplified, and its position in the text. */
export interface SimplifiedText {
  readonly why: Simplified['why']
  readonly position: Position | undefined
}

/** The parsed text of a document without its front matter: everything that does not depend on the translation. */
export interface ParsedBody {
  /** The skeleton's text after the front matter, with tokens in place of units. */
  readonly text: string
  /** Offset of `text` in the skeleton's text, to which positions refer. */
  readonly start: number
  /** The source texts of the units, because the meaning of Microsoft's constructs can depend on them. */
  readonly sources: readonly (string | null)[]
  /** By number of the token. */
  readonly syntaxes: readonly (Syntax | undefined)[]
  /** Link definitions. */
  readonly definitions: ReadonlyMap<string, string>
  readonly phrasing: readonly PhrasingPlan[]
  /** Simplified constructs, at positions in the skeleton's text. */
  readonly simplified: readonly SimplifiedText[]
  /** Sanitized, with tokens in place of units. Do not modify. */
  readonly tree: Root
}
