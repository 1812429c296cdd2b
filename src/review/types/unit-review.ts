import type { AlignmentReason } from '../../align/alignment.ts'
import type { UnitDecision } from './decisions.ts'

/**
 * The difference between two versions of a text, by the least that explains it: white space, the markup
 * around equal words, addresses in equal markup, punctuation marks, letter case, or the words themselves.
 */
export type TextChange = 'same' | 'whitespace' | 'markup' | 'url' | 'punctuation' | 'case' | 'text'

/** A change of the target; `became-source`: it is now the source text, and was not before. */
export type TargetChange = TextChange | 'became-source'

/** The number of units before and after; `split` and `merged` units have several ids on one side. */
export type StructureChange = 'one-to-one' | 'split' | 'merged' | 'new' | 'removed'

/** The one word for a unit, derived from its facts. */
export type Headline =
  | 'unchanged'
  /** The source text changed; of the target only white space, markup or addresses. */
  | 'source-changed'
  /** The target text changed under an equal source text. */
  | 'retranslated'
  | 'source-changed+retranslated'
  /** The source text changed, and the target did not. */
  | 'stale'
  /** The target became the source text. */
  | 'untranslated'
  /** Both texts are the same in another place. */
  | 'moved'
  | 'split'
  | 'merged'
  | 'new'
  | 'removed'
  /** Only markup or addresses changed, on either side. */
  | 'markup-only'
  /** Only white space changed, on either side. */
  | 'whitespace-only'

/** How an old and a new unit were found to be the same. */
export type UnitJoinMethod =
  /** Equal ids, prefix included, and equal source texts. */
  | 'id'
  /** Equal source texts, unique or beside joined units. */
  | 'text'
  /** One of several equal source texts between the same joined units: in document order. */
  | 'order'
  /** The same slot between joined neighbours: units without source text, or the only ones left there. */
  | 'slot'
  /** Equal concatenations of several units. */
  | 'concatenation'
  /** Similar source texts, with no other candidate nearly as similar. */
  | 'similarity'

/** How a unit was joined, or why it was not: new and removed units have a reason. */
export type UnitJoin =
  | {
      readonly method: UnitJoinMethod
      /** For `similarity`: share of common words, above 0 and below 1. */
      readonly similarity?: number
    }
  | { readonly method: 'none'; readonly reason: AlignmentReason }

/** Where a unit stands in its document, as its line shows. */
export type UnitPlace = 'heading' | 'table-head' | 'table-cell' | 'step' | 'list-item' | 'text'

/** The texts of a unit in both versions, as Markdown or HTML without its frame; `null` for what is missing. */
export interface UnitTexts {
  readonly oldSource: string | null
  readonly newSource: string | null
  readonly oldTarget: string | null
  readonly newTarget: string | null
}

/** What a translator may overlook: it changed in the source and not in the target, or differs between two targets. */
export type RiskSign = 'numbers' | 'literals' | 'negation'

/** A finding of `check` on one side of a review. */
export interface ReviewFinding {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly reason: string
  /** Line and column in the file, from 1. */
  readonly line?: number
  readonly column?: number
  /** Identity by rule and texts, as in reports of `check`. */
  readonly fingerprint: string
}

/** Findings of a unit that only one side has; absent if rules were not run. */
export interface UnitFindings {
  /** Findings of the new side that the old side did not have. */
  readonly added: readonly ReviewFinding[]
  /** Findings of the old side that the new side does not have. */
  readonly solved: readonly ReviewFinding[]
}

/** A unit, or the units it was split into or merged from, in both versions of a document. */
export interface UnitReview {
  readonly headline: Headline
  /** Ids as written in the new file, in document order; empty for a removed unit. */
  readonly newIds: readonly string[]
  /** Ids as written in the old file; empty for a new unit. */
  readonly oldIds: readonly string[]
  readonly source: TextChange
  readonly target: TargetChange
  readonly structure: StructureChange
  /** Whether it stands elsewhere among its neighbours: outside the longest sequence of units in their old order. */
  readonly moved: boolean
  readonly join: UnitJoin
  /** Source words of the new version, or of the old one if it was removed. */
  readonly words: number
  /** Where it stands in the new document, or in the old one if it was removed. Absent for unchanged units. */
  readonly place?: UnitPlace
  /** Heading above it, as source text; absent before the first heading and for unchanged units. */
  readonly heading?: string
  /** Offset of the unit in the new file in UTF-16 code units (in the old file if it was removed), from its first delimiter. */
  readonly offset?: number
  /** Line of that offset, from 1. */
  readonly line?: number
  /** Absent for unchanged units. */
  readonly texts?: UnitTexts
  /** What decisions name it by; absent for unchanged units. */
  readonly key?: string
  /** Decisions on its texts; absent if there are none. */
  readonly decisions?: readonly UnitDecision[]
  /** Signs of risk; absent if there are none. */
  readonly signs?: readonly RiskSign[]
  /** Absent if both sides have the same findings, or rules were not run. */
  readonly findings?: UnitFindings
}
