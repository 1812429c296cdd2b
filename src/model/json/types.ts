/**
 * The models as JSON: what the types of the models say, but for what follows from the rest, which is left out. `toJson` and `fromJson`
 * convert.
 */
import type { Properties } from 'hast'
import type { BilingualDocument, FullTree, LinkReference, Skeleton } from '../document.ts'
import type { SlotProperties, UnitReference } from '../hast.ts'
import type {
  JoinedTarget,
  JoinedUnit,
  LocaleEdition,
  MultilingualDocument,
  MultilingualSkeleton,
  MultilingualUnit,
  OwnStructure,
  UnjoinedUnit,
} from '../multilingual.ts'
import type { Place } from '../place.ts'
import type { Table, TableCell, TableRow } from '../table.ts'
import type { Segment, Side, TranslationUnit, UnitDefect, WrittenContent } from '../unit.ts'

/** A bilingual document. */
export interface DocumentJson
  extends Omit<BilingualDocument, 'units' | 'includedUnits' | 'skeleton' | 'tables' | 'links'> {
  /** The units by key; `order` has their order. */
  readonly units: Readonly<Record<string, UnitJson>>
  /** Units of included files, keyed `PATH#KEY`. Their places are in those files. */
  readonly includedUnits: Readonly<Record<string, UnitJson>>
  readonly skeleton: SkeletonJson
  readonly tables: readonly TableJson[]
  /** Links and images, in document order. */
  readonly links: readonly LinkJson[]
}

/** A node of a tree: a text, a slot, or an element. */
export type NodeJson = string | UnitReference | ElementJson

/** An element of a tree. */
export interface ElementJson {
  readonly tagName: string
  /** Attributes, named as in hast; absent where there are none. */
  readonly properties?: Properties
  /** Attributes whose value holds units. */
  readonly slots?: SlotProperties
  /** Absent where there are none. */
  readonly children?: readonly NodeJson[]
}

/** The document minus its text. */
export interface SkeletonJson extends Pick<Skeleton, 'parts'> {
  /** The parsed content with a slot for each unit, sanitized; front matter excluded. */
  readonly tree: readonly NodeJson[]
  /** By side, content parsed in full where filling the slots would not give what the text gives. */
  readonly full?: Partial<Readonly<Record<Side, FullTreeJson>>>
}

/** A side's content parsed in full, and why that was necessary. */
export interface FullTreeJson extends Pick<FullTree, 'because'> {
  readonly tree: readonly NodeJson[]
}

/** A unit. */
export interface UnitJson
  extends Omit<TranslationUnit, 'key' | 'id' | 'source' | 'target' | 'syntax' | 'defects'> {
  /** The ttu-id; absent where it is the key. */
  readonly id?: string
  /** Source side; `null` if the input has none. */
  readonly source: SegmentJson | null
  /** Target side; `null` if the input has none. */
  readonly target: SegmentJson | null
  /** How both sides' markup is read; absent for Markdown. */
  readonly syntax?: 'html' | 'text'
  /** What is wrong with its delimiters; absent where nothing is. */
  readonly defects?: readonly UnitDefect[]
}

/** One side's text of a unit. */
export interface SegmentJson extends Omit<Segment, 'text' | 'content' | 'written' | 'place'> {
  /** Plain text; absent where it is `markup`. */
  readonly text?: string
  /** Inline content; absent where it is just the text. */
  readonly content?: readonly NodeJson[]
  /** What `markup` says as it is written, only where translation or the localization tool broke it. */
  readonly written?: WrittenJson
  /** Where `markup` stands in the input; absent where the unit's delimiters are those of the localization tool, as they tell that. */
  readonly place?: Place
}

/** What broken markup says, read as it is. */
export interface WrittenJson extends Pick<WrittenContent, 'text'> {
  /** Inline content; absent where it is just `text`. */
  readonly content?: readonly NodeJson[]
}

/** A link or an image. */
export interface LinkJson extends Omit<LinkReference, 'place'> {
  /** Where it stands; absent where that is the segment of its unit and side. */
  readonly place?: Place
}

/** A table as a grid. */
export interface TableJson extends Omit<Table, 'rows'> {
  readonly rows: readonly RowJson[]
}

/** A row of a table: the cells that start in it. */
export interface RowJson extends Omit<TableRow, 'cells'> {
  readonly cells: readonly CellJson[]
}

/** A cell of a table. Its row in the grid is the index of the row that it is in. */
export interface CellJson extends Omit<TableCell, 'row' | 'rowSpan' | 'columnSpan' | 'header' | 'units'> {
  /** Number of rows and columns that the cell takes; absent for one. */
  readonly rowSpan?: number
  readonly columnSpan?: number
  /** Whether it is a header cell; absent where it is not. */
  readonly header?: true
  /** Keys of the units in the cell, in order; absent where `blocks` name the same. */
  readonly units?: readonly string[]
}

/** All translations of one document. */
export interface MultilingualJson
  extends Omit<MultilingualDocument, 'locales' | 'units' | 'includedUnits' | 'skeleton' | 'tables'> {
  /** The translations by BCP 47 tag, the base first. */
  readonly locales: Readonly<Record<string, EditionJson>>
  /** The units by key; `order` has their order. */
  readonly units: Readonly<Record<string, MultilingualUnitJson>>
  /** Units of included files, keyed `PATH#KEY`. */
  readonly includedUnits: Readonly<Record<string, MultilingualUnitJson>>
  readonly skeleton: MultilingualSkeletonJson
  readonly tables: readonly TableJson[]
}

/** The document minus its text, the same for all locales. */
export interface MultilingualSkeletonJson extends Omit<MultilingualSkeleton, 'tree' | 'full'> {
  /** The parsed content with a slot for each unit, sanitized; front matter excluded. */
  readonly tree: readonly NodeJson[]
  /** By locale, content parsed in full where filling the slots would not give what the text gives. */
  readonly full?: Readonly<Record<string, FullTreeJson>>
}

/** One translation of the document. */
export interface EditionJson extends Omit<LocaleEdition, 'unjoined' | 'own'> {
  /** Units of this locale that no unit of the newest source revision could be found for. */
  readonly unjoined: readonly UnjoinedJson[]
  /** The locale's own skeleton; absent where it shares the common one. */
  readonly own?: OwnStructureJson
}

/** What a locale has where it does not share the skeleton. */
export interface OwnStructureJson extends Omit<OwnStructure, 'tree' | 'tables'> {
  readonly tree: readonly NodeJson[]
  readonly tables: readonly TableJson[]
}

/** A unit of one locale that could not be joined, and why. */
export interface UnjoinedJson extends Omit<UnjoinedUnit, 'unit'> {
  /** Its key in that input. */
  readonly key: string
  readonly unit: UnitJson
}

/** A unit of the source with its translations. */
export interface MultilingualUnitJson
  extends Omit<MultilingualUnit, 'key' | 'source' | 'syntax' | 'targets'> {
  /** The source text; `null` if the input has none. */
  readonly source: SegmentJson | null
  /** How the markup is read; absent for Markdown. */
  readonly syntax?: 'html' | 'text'
  /** The translations by BCP 47 tag; a locale that could not be joined here is absent. */
  readonly targets: Readonly<Record<string, JoinedTargetJson>>
}

/** A locale's translation of a unit. */
export interface JoinedTargetJson extends Omit<JoinedTarget, 'units'> {
  /** The locale's units that translate this one, in order. */
  readonly units: readonly JoinedUnitJson[]
}

/** A unit of one locale's input. */
export interface JoinedUnitJson extends Omit<JoinedUnit, 'id' | 'target' | 'source'> {
  /** Its ttu-id in that input; absent where it is the key. */
  readonly id?: string
  /** The translation; `null` if the input has none. */
  readonly target: SegmentJson | null
  /** The source text that was translated, where it is not the unit's. */
  readonly source?: SegmentJson
}
