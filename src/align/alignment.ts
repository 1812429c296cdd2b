/** What came of aligning two texts. */
export interface Alignment {
  /** In the order of the left. */
  readonly joins: readonly Join[]
  /** Why pieces were not joined, by index. */
  readonly left: ReadonlyMap<number, AlignmentReason>
  readonly right: ReadonlyMap<number, AlignmentReason>
}

/** Pieces that belong together: indexes that follow each other on either side; more than one where a side was split or merged. */
export interface Join {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly method: 'known' | 'text' | 'concatenation' | 'similarity'
  /** For `similarity`: above 0 and below 1. */
  readonly similarity?: number
}

/** Why a piece was not joined: it has no text, there are several like it, or there is none. */
export type AlignmentReason = 'empty' | 'ambiguous' | 'no-counterpart'
