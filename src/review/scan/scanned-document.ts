/** A bilingual text as far as a review needs it: units by side, and the text between them. */
export interface ScannedDocument {
  readonly text: string
  readonly front: ScannedFrontMatter
  /** In document order, nested units after the one around them. */
  readonly units: readonly ScannedUnit[]
  /** Text between top-level units after the front matter: one more than there are such units. */
  readonly literals: readonly string[]
}

/** What the front matter says about the hand-off. */
export interface ScannedFrontMatter {
  /** Lines without those of `ms.*`, which a hand-off sets. */
  readonly own: string
  /** `ms.*` lines. */
  readonly others: string
  /** Values of `ms.*` keys as written, quotation marks removed. */
  readonly sourceHash?: string
  readonly translationType?: string
  readonly contentLocale?: string
  readonly lastHandoff?: string
}

/** A unit as written. */
export interface ScannedUnit {
  /** Id of the target side, or of the source side if there is no target. */
  readonly id: string
  /** Markup of each side; `null` for a missing side. */
  readonly source: string | null
  readonly target: string | null
  /** Plain text of the source; empty if it has none. */
  readonly plain: string
  /** Offsets of its delimiters in the text. */
  readonly start: number
  readonly end: number
  /** Number of the literal before it in `literals`. */
  readonly slot: number
}
