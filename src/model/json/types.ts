/**
 * The models as JSON: the types of the models without derived properties. `toJson` and `fromJson` convert.
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
  /** Units of included files, by `PATH#KEY`. Their places are in those files. */
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
  /** Attributes with their names in hast; absent if there are none. */
  readonly properties?: Properties
  /** Attributes whose values contain units. */
  readonly slots?: SlotProperties
  /** Absent if there are none. */
  readonly children?: readonly NodeJson[]
}

/** The document minus its text. */
export interface SkeletonJson extends Pick<Skeleton, 'parts'> {
  /** The parsed content with a slot for each unit, sanitized; front matter excluded. */
  readonly tree: readonly NodeJson[]
  /** Content parsed in full, by side, if filling the slots would give another result. */
  readonly full?: Partial<Readonly<Record<Side, FullTreeJson>>>
}

/** A side's content parsed in full, and why that was necessary. */
export interface FullTreeJson extends Pick<FullTree, 'because'> {
  readonly tree: readonly NodeJson[]
}

/** A unit. */
export interface UnitJson
  extends Omit<TranslationUnit, 'key' | 'id' | 'source' | 'target' | 'syntax' | 'defects'> {
  /** The ttu-id; absent if it is the key. */
  readonly id?: string
  /** Source side; `null` if the input has none. */
  readonly source: SegmentJson | null
  /** Target side; `null` if the input has none. */
  readonly target: SegmentJson | null
  /** Syntax of both sides' markup; absent for Markdown. */
  readonly syntax?: 'html' | 'text'
  /** Defects of its delimiters; absent if there are none. */
  readonly defects?: readonly UnitDefect[]
}

/** One side's text of a unit. */
export interface SegmentJson extends Omit<Segment, 'text' | 'content' | 'written' | 'place'> {
  /** Plain text; absent if it equals `markup`. */
  readonly text?: string
  /** Inline content; absent if it is just the text. */
  readonly content?: readonly NodeJson[]
  /** Content of `markup` as written, only if translation or the localization tool broke it. */
  readonly written?: WrittenJson
  /** Place of `markup` in the input; absent if the unit has the localization tool's delimiters, from which it can be derived. */
  readonly place?: Place
}

/** Content of broken markup, read as written. */
export interface WrittenJson extends Pick<WrittenContent, 'text'> {
  /** Inline content; absent if it is just `text`. */
  readonly content?: readonly NodeJson[]
}

/** A link or an image. */
export interface LinkJson extends Omit<LinkReference, 'place'> {
  /** Its place; absent if it is the segment of its unit and side. */
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

/** A cell of a table. Its row in the grid is the index of the row that contains it. */
export interface CellJson extends Omit<TableCell, 'row' | 'rowSpan' | 'columnSpan' | 'header' | 'units'> {
  /** Number of rows and columns that the cell spans; absent for one. */
  readonly rowSpan?: number
  readonly columnSpan?: number
  /** Set for header cells. */
  readonly header?: true
  /** Keys of the units in the cell, in order; absent if they are the same as in `blocks`. */
  readonly units?: readonly string[]
}

/** All translations of one document. */
export interface MultilingualJson
  extends Omit<MultilingualDocument, 'locales' | 'units' | 'includedUnits' | 'skeleton' | 'tables'> {
  /** The translations by BCP 47 tag, the base first. */
  readonly locales: Readonly<Record<string, EditionJson>>
  /** The units by key; `order` has their order. */
  readonly units: Readonly<Record<string, MultilingualUnitJson>>
  /** Units of included files, by `PATH#KEY`. */
  readonly includedUnits: Readonly<Record<string, MultilingualUnitJson>>
  readonly skeleton: MultilingualSkeletonJson
  readonly tables: readonly TableJson[]
}

/** The document minus its text, the same for all locales. */
export interface MultilingualSkeletonJson extends Omit<MultilingualSkeleton, 'tree' | 'full'> {
  /** The parsed content with a slot for each unit, sanitized; front matter excluded. */
  readonly tree: readonly NodeJson[]
  /** Content parsed in full, by locale, if filling the slots would give another result. */
  readonly full?: Readonly<Record<string, FullTreeJson>>
}

/** One translation of the document. */
export interface EditionJson extends Omit<LocaleEdition, 'unjoined' | 'own'> {
  /** Units of this locale without a counterpart in the newest source revision. */
  readonly unjoined: readonly UnjoinedJson[]
  /** The locale's own skeleton; absent if it shares the common one. */
  readonly own?: OwnStructureJson
}

/** Structure of a locale that does not share the skeleton. */
export interface OwnStructureJson extends Omit<OwnStructure, 'tree' | 'tables'> {
  readonly tree: readonly NodeJson[]
  readonly tables: readonly TableJson[]
}

/** A unit of a locale that could not be joined, and the reason. */
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
  /** Syntax of the markup; absent for Markdown. */
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
  /** Its ttu-id in that input; absent if it is the key. */
  readonly id?: string
  /** The translation; `null` if the input has none. */
  readonly target: SegmentJson | null
  /** Translated source text, if it differs from the unit's. */
  readonly source?: SegmentJson
}
