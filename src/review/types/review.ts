import type { DecisionCounts, ItemState, OutstandingDecision } from './decisions.ts'
import type { DocumentReview } from './document-review.ts'
import type { Headline } from './unit-review.ts'

/** Classes of risk, the highest first: the order in which a reviewer reads. */
export const RISKS = [
  /** An error or a warning of `check` that the old side did not have. */
  'regression',
  /** Numbers, literals or a negation changed in the source and not in the target. */
  'source-sign',
  'untranslated',
  'stale',
  /** Changed text of a document that went from human to machine translation. */
  'human-to-machine',
  'source-changed',
  'new',
  'split',
  'merged',
  /** Numbers, literals or codes differ between the two targets of an equal source. */
  'target-sign',
  'retranslated',
  'moved',
  /** Counted and folded. */
  'markup-only',
  'whitespace-only',
  'removed',
] as const

/** A class of risk. */
export type Risk = (typeof RISKS)[number]

/** A unit of a review: index of its document in `documents`, and its index in the document's `units`. */
export type ItemMember = readonly [document: number, unit: number]

/** Equal changes: one decision covers all members. */
export interface ReviewItem {
  readonly risk: Risk
  readonly headline: Headline
  /** Source words that changed, or all of them if the unit is new or no longer translated. */
  readonly words: number
  /** Units with the same source, old target and new target, in document order; at least one. */
  readonly members: readonly ItemMember[]
  /** What reviewers decided. */
  readonly state: ItemState
  /** Index in `groups`; absent if the item is in none. */
  readonly group?: number
}

/** Items with the same edit of words, offered together. Nothing is approved because it is similar. */
export interface ReviewGroup {
  /** The side that was edited. */
  readonly side: 'source' | 'target'
  /** Words that went and words that came, with the unit's unchanged text left out. */
  readonly removed: string
  readonly added: string
  /** Indexes in `items`, ascending; at least two. */
  readonly items: readonly number[]
}

/** Bands of effort, as CAT tools count source words. */
export const BANDS = ['new', '50-74', '75-84', '85-94', '95-99', '100', 'context', 'repetition'] as const

/** A band of effort: similarity to the nearest old source text in percent, or where an equal one was found. */
export type Band = (typeof BANDS)[number]

/** Source words by headline and band. */
export interface Effort {
  /** Bands without words are absent, as are headlines without bands. */
  readonly words: Readonly<Partial<Record<Headline, Readonly<Partial<Record<Band, number>>>>>>
  readonly weights: Readonly<Record<Band, number>>
  /** Sum of words times weights, rounded to whole words. */
  readonly weighted: number
}

/** Counts of a review. */
export interface ReviewCounts {
  readonly documents: {
    /** Documents of the new version, equal ones included. */
    readonly total: number
    /** Documents with equal bytes under the same path. */
    readonly equal: number
    readonly changed: number
    readonly added: number
    readonly removed: number
    readonly moved: number
  }
  /** Units by headline, units of equal documents left out. */
  readonly units: Readonly<Record<Headline, number>>
  /** Findings that units gained and lost; absent if rules were not run. */
  readonly findings?: { readonly added: number; readonly solved: number }
  /** Items by what reviewers decided; absent if no decisions were read. */
  readonly decisions?: DecisionCounts
}

/** What changed between two hand-offs. */
export interface Review {
  readonly type: 'review'
  readonly version: 1
  /** The compared folders or revisions, as given. */
  readonly base: string
  readonly head: string
  /** BCP 47 tag of the source side. */
  readonly sourceLocale: string
  /** BCP 47 tags of the target sides, sorted. */
  readonly locales: readonly string[]
  /** Sorted by path. */
  readonly documents: readonly DocumentReview[]
  /** What to review, by risk; unchanged units are in none. */
  readonly items: readonly ReviewItem[]
  readonly groups: readonly ReviewGroup[]
  /** Sorted by path and line; absent if no decisions were read. */
  readonly outstanding?: readonly OutstandingDecision[]
  readonly counts: ReviewCounts
  readonly effort: Effort
}
