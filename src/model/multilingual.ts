import type { BilingualDocument, FullTree, Handoff, Include, LinkReference, Metadata } from './document.ts'
import type { SkeletonTree, TextPart } from './hast.ts'
import type { OutlineEntry } from './outline.ts'
import type { Lined } from './place.ts'
import type { Table } from './table.ts'
import type { Segment, Syntax, TranslationUnit, UnitContext } from './unit.ts'

/**
 * All translations of one document: the bilingual documents of every locale joined. Pure data; `toJson` writes it.
 *
 * The newest of the source revisions that were translated gives the skeleton and the units; what a locale has besides is kept with
 * the locale, so nothing of the bilingual documents is lost but the spelling of their skeletons.
 */
export interface MultilingualDocument {
  readonly type: 'multilingual-document'
  /** Version of this format. */
  readonly version: 2
  /** Path of the inputs relative to their roots, with `/`, with its ending. */
  readonly path: string
  readonly format: BilingualDocument['format']
  /** BCP 47 tag of the source, for example `en-US`. */
  readonly sourceLocale: string
  /** Locale of the bilingual document that the skeleton, the units and the places in them come from. */
  readonly base: string
  /** Title in the source locale; `null` where the document does not tell. */
  readonly title: string | null
  /** The translations by BCP 47 tag, the base first. */
  readonly locales: Readonly<Record<string, LocaleEdition>>
  /**
   * The units by key: the ordinal in the newest source revision as ids have it (`113`, `p101`), followed by `~2`, … where it is used
   * more than once; the id where it carries no ordinal.
   */
  readonly units: Readonly<Record<string, MultilingualUnit>>
  /** The keys of `units` in document order: objects put keys that look like integers first. */
  readonly order: readonly string[]
  /** Units of included files, keyed `PATH#KEY`. */
  readonly includedUnits: Readonly<Record<string, MultilingualUnit>>
  readonly skeleton: MultilingualSkeleton
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly Table[]
  readonly includes: readonly Include[]
  /** Ids that a link can point at. */
  readonly anchors: readonly string[]
}

/** The document minus its text, the same for all locales. */
export interface MultilingualSkeleton {
  /** The base's input, its front matter included, units replaced by references: see {@link BilingualDocument}. */
  readonly parts: readonly TextPart[]
  /** The parsed content with a slot for each unit, sanitized; front matter excluded. */
  readonly tree: SkeletonTree
  /** Locales whose own skeleton is this one, node by node, sorted. */
  readonly sharedBy: readonly string[]
  /** By locale, the source locale among them: content parsed in full where filling the slots would not give what the text gives. */
  readonly full?: Readonly<Record<string, FullTree>>
}

/** One translation of the document. */
export interface LocaleEdition extends Lined {
  /** Title in this locale; `null` where the document does not tell. */
  readonly title: string | null
  readonly metadata: Metadata
  readonly handoff: Handoff
  /**
   * Which source revision was translated, seen from the newest:
   *
   * - `newest`: that one;
   * - `older`: an earlier one, so parts may be out of date;
   * - `unknown`: the front matter does not tell.
   */
  readonly revision: 'newest' | 'older' | 'unknown'
  /** Links and images, in the order of this locale's input; `unit` is the key in that input. */
  readonly links: readonly LinkReference[]
  /** Units of this locale that no unit of the newest source revision could be found for, as they stand in its input. */
  readonly unjoined: readonly UnjoinedUnit[]
  /** Keys of the units that this locale has no translation for. */
  readonly missing: readonly string[]
  /** The locale's own skeleton, its units named by their keys in its input; absent where it shares the common one. */
  readonly own?: OwnStructure
}

/** What a locale has where it does not share the skeleton. */
export interface OwnStructure {
  readonly parts: readonly TextPart[]
  readonly tree: SkeletonTree
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly Table[]
}

/** A unit of one locale that could not be joined, and why. */
export interface UnjoinedUnit {
  readonly unit: TranslationUnit
  /** Path of the included file that it comes from; absent where it is the document's own. */
  readonly include?: string
  readonly reason: UnjoinedReason
}

/**
 * - `no-counterpart`: the newest source revision has no text that is equal or similar enough where it could stand;
 * - `ambiguous`: it has several, and nothing tells which;
 * - `source-missing`: the unit has no source text to compare.
 */
export type UnjoinedReason = 'no-counterpart' | 'ambiguous' | 'source-missing'

/** A unit of the source with its translations. */
export interface MultilingualUnit {
  readonly key: string
  /** The source text; `null` if the input has none. */
  readonly source: Segment | null
  readonly syntax: Syntax
  readonly context: UnitContext
  /** See {@link TranslationUnit.structural}. */
  readonly structural?: boolean
  /** The translations by BCP 47 tag; a locale that could not be joined here is absent. */
  readonly targets: Readonly<Record<string, JoinedTarget>>
}

/** A locale's translation of a unit. */
export interface JoinedTarget {
  /**
   * The locale's units that translate this one, in order: one, or several where the locale kept apart what is merged here; none where
   * the text stands in the unit that `continues` names.
   */
  readonly units: readonly JoinedUnit[]
  /** Key of the unit whose translation covers this one as well: the locale merged what is apart here. */
  readonly continues?: string
  readonly join: JoinMethod
  /** For `similarity`: share of words that the two source texts have in common, above 0 and below 1. */
  readonly similarity?: number
}

/**
 * How a translation was joined:
 *
 * - `base`: it is the document that the units come from;
 * - `ordinal`: same hand-off, same ordinal, equal source text;
 * - `text`: equal source text, found by aligning;
 * - `concatenation`: the source texts of several units are together equal;
 * - `similarity`: similar source text in the same place: the source has changed since it was translated.
 */
export type JoinMethod = 'base' | 'ordinal' | 'text' | 'concatenation' | 'similarity'

/** A unit of one locale's input. */
export interface JoinedUnit {
  /** Its key in that input. */
  readonly key: string
  /** Its ttu-id in that input. */
  readonly id: string
  /** The translation; `null` if the input has none. */
  readonly target: Segment | null
  /** The source text that was translated, where it is not the unit's. */
  readonly source?: Segment
}

/** A unit's translation in another locale. */
export interface OtherTranslation {
  readonly locale: string
  readonly target: Segment
}
