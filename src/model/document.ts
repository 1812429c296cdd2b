import type { Simplified } from './findings/simplified.ts'
import type { SkeletonTree, TextPart } from './hast.ts'
import type { OutlineEntry } from './outline.ts'
import type { Lined, Place } from './place.ts'
import type { Table } from './table.ts'
import type { Side, TranslationUnit, UnitDefect } from './unit.ts'

/** A bilingual document: one skeleton, and the units that fill it in either locale. Pure data; `toJson` writes it. */
export interface BilingualDocument extends Lined {
  readonly type: 'document'
  /** Version of this format. */
  readonly version: 2
  /** Path of the input relative to its root, with `/`, with its ending. */
  readonly path: string
  readonly format: 'markdown' | 'html'
  /** BCP 47 tag of the source side, for example `en-US`. */
  readonly sourceLocale: string
  /** BCP 47 tag of the target side, for example `fr-FR`. */
  readonly targetLocale: string
  /**
   * Title per side: the level 1 heading at the start, in both languages from one unit, else that of front matter, else
   * a first heading without others beside it; `null` if there is none.
   */
  readonly title: Readonly<Record<Side, string | null>>
  readonly metadata: Metadata
  readonly handoff: Handoff
  /** The units by key. */
  readonly units: Readonly<Record<string, TranslationUnit>>
  /** Keys of `units` in document order, because objects put integer-like keys first; nested units follow the unit that contains them. */
  readonly order: readonly string[]
  /** Units of included files by `PATH#KEY`, the key in slots and parts. Their places are in those files. */
  readonly includedUnits: Readonly<Record<string, TranslationUnit>>
  readonly skeleton: Skeleton
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly Table[]
  /** Constructs that the model simplifies; absent if there are none. */
  readonly simplified?: readonly Simplified[]
  /** Files that the document includes, directly or through other files, in order of appearance. */
  readonly includes: readonly Include[]
  /** Links and images, in document order. */
  readonly links: readonly LinkReference[]
  /** Ids that links can point to. */
  readonly anchors: readonly string[]
  /** Delimiters that belong to no unit. */
  readonly strays: readonly StrayDelimiter[]
}

/** The document minus its text. */
export interface Skeleton {
  /**
   * The whole input, with units replaced by references. Joining the literal parts with each unit as written
   * restores the input byte for byte; joining them with each unit's target as published makes the monolingual
   * document.
   */
  readonly parts: readonly TextPart[]
  /** The parsed content with a slot for each unit, sanitized; front matter excluded. */
  readonly tree: SkeletonTree
  /**
   * The parsed content of one side, if a segment's markup reaches beyond its edges, so that filling the slots
   * would differ from the monolingual document. Each piece of a segment is a `span` with `dataTtuId`.
   */
  readonly full?: Partial<Readonly<Record<Side, FullTree>>>
}

/** A side's content parsed in full, and the reason for it. */
export interface FullTree {
  readonly tree: SkeletonTree
  /** Keys of the units that made it necessary. */
  readonly because: readonly string[]
}

/** Front matter as data. */
export interface Metadata {
  /** Whether the document starts with front matter. */
  readonly present: boolean
  /** Values by key, in input order. */
  readonly entries: Readonly<Record<string, MetadataEntry>>
  /** YAML 1.2 errors; the entries contain everything readable. */
  readonly problems: readonly MetadataProblem[]
  /** The entire front matter, including its fences. */
  readonly place?: Place
}

/** A value of the front matter with its place. */
export interface MetadataEntry {
  readonly value: JsonValue
  readonly place: Place
  /** For a mapping: the places of the values in it, by JSON pointer (RFC 6901) relative to the value. */
  readonly places?: Readonly<Record<string, Place>>
}

/** An error in the front matter. */
export interface MetadataProblem {
  readonly reason: string
  readonly place: Place
}

/** A JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** Origin of the translation according to the front matter; fields that it lacks are absent. */
export interface Handoff {
  /** `ms.openlocfilehash`: hash of the translated source file. */
  readonly sourceHash?: string
  /** `ms.sourcegitcommit`: translated commit of the source repository. */
  readonly sourceCommit?: string
  /** `ms.translationtype`: `MT` machine, `HT` human. */
  readonly translationType?: string
  /** `ms.contentlocale` as written. */
  readonly contentLocale?: string
  /** `ms.lasthandoff` as written (usually month/day/year). */
  readonly lastHandoff?: string
  /** `ms.locfileid` as written. */
  readonly fileId?: string
  /** `ms.date` as written: date of the source document (usually month/day/year). */
  readonly date?: string
}

/** An `[!INCLUDE [title](path)]`. */
export interface Include {
  /** As written. */
  readonly url: string
  /** Path of the file relative to the root, with `/`; `null` if it is outside. */
  readonly path: string | null
  /**
   * - `found`: read;
   * - `missing`: no such file (or not text);
   * - `outside`: not inside the root, so not read;
   * - `private`: hidden (a name that begins with a dot, `node_modules`), so not read;
   * - `unreadable`: not a regular file, or too large; `problem` says which;
   * - `cycle`: it includes the file it is included by;
   * - `excess`: left out, because with it and its own includes the document would include too much.
   */
  readonly status: 'found' | 'missing' | 'outside' | 'private' | 'unreadable' | 'cycle' | 'excess'
  /** Kind of included file. */
  readonly kind: 'document' | 'code'
  /** Place of the reference, in the file that contains it. */
  readonly place: Place
  /** The included file that contains the reference; absent if it is in the document itself. */
  readonly from?: string
  /** Offsets of the lines of a document that was found: see {@link Lined.lines}. */
  readonly lines?: readonly number[]
  /** Why a file cannot be read or, for code, why a range or region was not found; for people. */
  readonly problem?: string
}

/** A link or an image. */
export interface LinkReference {
  readonly type: 'link' | 'image'
  /** URL as written, with character references decoded. */
  readonly url: string
  /** Its place: the segment that contains it, or the construct in the skeleton. */
  readonly place: Place
  /** Unit and side that contain it; absent if it is in the skeleton. */
  readonly unit?: string
  readonly side?: Side
  /** Path of the included file that contains it; `url` is relative to that file, `place` is in it. */
  readonly include?: string
}

/** A delimiter of the bilingual format that belongs to no unit. */
export interface StrayDelimiter {
  readonly type: 'stray'
  readonly reason: UnitDefect
  /** As written. */
  readonly markup: string
  readonly place: Place
}
