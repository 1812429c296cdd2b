/** Result of aligning two texts. */
export interface Alignment {
  /** In the order of the left. */
  readonly joins: readonly Join[]
  /** Why pieces were not joined, by index. */
  readonly left: ReadonlyMap<number, AlignmentReason>
  readonly right: ReadonlyMap<number, AlignmentReason>
}

/** Corresponding pieces: consecutive indexes on each side, several if a piece was split or merged. */
export interface Join {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly method: 'known' | 'text' | 'concatenation' | 'similarity'
  /** For `similarity`: above 0 and below 1. */
  readonly similarity?: number
}

/** Why a piece was not joined: it has no text, several counterparts, or none. */
export type AlignmentReason = 'empty' | 'ambiguous' | 'no-counterpart'
