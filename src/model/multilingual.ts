import type { BilingualDocument, FullTree, Handoff, Include, LinkReference, Metadata } from './document.ts'
import type { SkeletonTree, TextPart } from './hast.ts'
import type { OutlineEntry } from './outline.ts'
import type { Lined } from './place.ts'
import type { Table } from './table.ts'
import type { Segment, Syntax, TranslationUnit, UnitContext } from './unit.ts'

/**
 * All translations of one document: the bilingual documents of every locale joined. Pure data; `toJson` writes it.
 *
 * Skeleton and units come from the newest translated source revision. Everything else in a locale is kept with
 * the locale, so only the spelling of the other skeletons is lost.
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
  /** Locale of the bilingual document from which the skeleton, the units and their places come. */
  readonly base: string
  /** Title in the source locale; `null` if the document has none. */
  readonly title: string | null
  /** Translations by BCP 47 tag, the base first. */
  readonly locales: Readonly<Record<string, LocaleEdition>>
  /**
   * Units by key: the ordinal in the newest source revision as in ids (`113`, `p101`), followed by `~2`, … if it
   * is used more than once; the whole id if it has no ordinal.
   */
  readonly units: Readonly<Record<string, MultilingualUnit>>
  /** Keys of `units` in document order, because objects put integer-like keys first. */
  readonly order: readonly string[]
  /** Units of included files by `PATH#KEY`. */
  readonly includedUnits: Readonly<Record<string, MultilingualUnit>>
  readonly skeleton: MultilingualSkeleton
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly Table[]
  readonly includes: readonly Include[]
  /** Ids that links can point to. */
  readonly anchors: readonly string[]
}

/** The document minus its text, the same for all locales. */
export interface MultilingualSkeleton {
  /**
   * The base's input including its front matter, with units replaced by references: see {@link
   * BilingualDocument}.
   */
  readonly parts: readonly TextPart[]
  /** The parsed content with a slot for each unit, sanitized; front matter excluded. */
  readonly tree: SkeletonTree
  /** Locales with an identical skeleton, node by node, sorted. */
  readonly sharedBy: readonly string[]
  /**
   * Content parsed in full, by locale (including the source locale), if filling the slots would give another
   * result.
   */
  readonly full?: Readonly<Record<string, FullTree>>
}

/** One translation of the document. */
export interface LocaleEdition extends Lined {
  /** Title in this locale; `null` if the document has none. */
  readonly title: string | null
  readonly metadata: Metadata
  readonly handoff: Handoff
  /**
   * Translated source revision, compared with the newest:
   *
   * - `newest`: the same;
   * - `older`: an earlier one, so parts may be out of date;
   * - `unknown`: not in the front matter.
   */
  readonly revision: 'newest' | 'older' | 'unknown'
  /** Links and images, in the order of this locale's input; `unit` is the key in that input. */
  readonly links: readonly LinkReference[]
  /** Units of this locale without a counterpart in the newest source revision, as in its input. */
  readonly unjoined: readonly UnjoinedUnit[]
  /** Keys of the units without a translation in this locale. */
  readonly missing: readonly string[]
  /** The locale's own skeleton, with the keys of its input; absent if it shares the common one. */
  readonly own?: OwnStructure
}

/** Structure of a locale that does not share the skeleton. */
export interface OwnStructure {
  readonly parts: readonly TextPart[]
  readonly tree: SkeletonTree
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly Table[]
}

/** A unit of a locale that could not be joined, and the reason. */
export interface UnjoinedUnit {
  readonly unit: TranslationUnit
  /** Path of the included file that contains it; absent if it is in the document itself. */
  readonly include?: string
  readonly reason: UnjoinedReason
}

/**
 * - `no-counterpart`: the newest source revision has no equal or sufficiently similar text in a possible place;
 * - `ambiguous`: it has several, and nothing decides between them;
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
  /** Translations by BCP 47 tag; a locale that could not be joined here is absent. */
  readonly targets: Readonly<Record<string, JoinedTarget>>
}

/** A locale's translation of a unit. */
export interface JoinedTarget {
  /**
   * The locale's units that translate this one, in order: one; several if the unit is split in the locale; none if
   * the text is in the unit that `continues` names.
   */
  readonly units: readonly JoinedUnit[]
  /** Key of the unit whose translation also covers this one, because the locale merged both. */
  readonly continues?: string
  readonly join: JoinMethod
  /** For `similarity`: share of common words in the two source texts, between 0 and 1 (exclusive). */
  readonly similarity?: number
}

/**
 * Method by which a translation was joined:
 *
 * - `base`: it belongs to the document from which the units come;
 * - `ordinal`: same hand-off, same ordinal, equal source text;
 * - `text`: equal source text, found by alignment;
 * - `concatenation`: equal source text when several units are concatenated;
 * - `similarity`: similar source text in the same place: the source has changed since it was translated.
 */
export type JoinMethod = 'base' | 'ordinal' | 'text' | 'concatenation' | 'similarity'

/** A unit of one locale's input. */
export interface JoinedUnit {
  /** Key in that input. */
  readonly key: string
  /** The ttu-id in that input. */
  readonly id: string
  /** Translation; `null` if the input has none. */
  readonly target: Segment | null
  /** Translated source text, if it differs from the unit's. */
  readonly source?: Segment
}

/** A unit's translation in another locale. */
export interface OtherTranslation {
  readonly locale: string
  readonly target: Segment
}
