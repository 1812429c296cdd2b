import type { Root } from 'hast'
import type { Syntax } from '../model/unit.ts'
import type { PhrasingPlan } from './hazards.ts'

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
  /** Sanitized, tokens in the place of units; not to be changed. */
  readonly tree: Root
}
