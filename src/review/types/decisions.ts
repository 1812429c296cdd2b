/** What a reviewer can decide about the texts of a unit. */
export type DecisionState = 'approved' | 'needs-fix'

/** What a reviewer says about a unit. */
export interface UnitDecision {
  /** Absent if the reviewer only comments, or suggests a text: then the unit needs a fix. */
  readonly state?: DecisionState
  readonly comment?: string
  /** The target as it should be, as Markdown or HTML without its frame, like the target that it replaces. */
  readonly suggestion?: string
  /** Name of the reviewer. */
  readonly reviewer?: string
  /** Date and time (ISO 8601), if reviewers want it written. */
  readonly at?: string
}

/** A decision on a unit. It applies as long as both texts of the unit are those that it was made on. */
export interface Decision extends UnitDecision {
  /** Key of the unit: a hash of its path, both texts and its number among the units with equal texts. */
  readonly key: string
  /** Path of the document, relative to the reviewed folder or revision, with `/`. */
  readonly path: string
  /** The texts that the decision was made on, for readers of the file; `null` for a missing side. */
  readonly source: string | null
  readonly target: string | null
}

/** The decisions on the translations of a locale: `reviews/<locale>.review.json`. */
export interface DecisionFile {
  readonly $schema?: string
  readonly type: 'decisions'
  readonly version: 1
  /** BCP 47 tag of the target side. */
  readonly locale: string
  /** Sorted by path, key and reviewer. */
  readonly decisions: readonly Decision[]
}

/** Where an item stands: the first of contradicted, needs-fix and open that one of its members is, else approved. */
export type ItemState = 'open' | 'approved' | 'needs-fix' | 'contradicted'

/** What reviewers want changed in a unit that no item is about, because neither of its texts has changed. */
export interface OutstandingDecision {
  /** Path of the document, relative to the new version, with `/`. */
  readonly path: string
  /** BCP 47 tag of the target side. */
  readonly locale: string
  /** Line of the unit, from 1. */
  readonly line: number
  readonly source: string | null
  readonly target: string | null
  readonly state: 'needs-fix' | 'contradicted'
  readonly decisions: readonly UnitDecision[]
}

/** Counts of a review's decisions. */
export interface DecisionCounts {
  /** Items by state; open ones without those of folded classes: `markup-only`, `whitespace-only`, `removed`. */
  readonly open: number
  readonly approved: number
  readonly 'needs-fix': number
  readonly contradicted: number
  /** Units that no item is about, whose texts a reviewer wants changed. */
  readonly outstanding: number
  /** Decisions on texts that no document has any longer. */
  readonly lapsed: number
}
