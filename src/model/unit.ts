import type { ElementContent } from 'hast'
import type { Place } from './place.ts'

/** A side of a bilingual document. */
export type Side = 'source' | 'target'

/**
 * Syntax of a side's text, decided by its place in the document: Markdown, HTML (raw HTML block or `.html` input),
 * or plain characters (code, front matter).
 */
export type Syntax = 'markdown' | 'html' | 'text'

/** One side's text of a unit (XLIFF 2.1, section 4.2.2.5 `<source>`, 4.2.2.6 `<target>`). */
export interface Segment {
  /** The characters between the side's delimiters, exactly as written. */
  readonly markup: string
  /**
   * `markup` as published, if that differs: without the escapes and the space before an address that the
   * localization tool added.
   */
  readonly published?: string
  /** Plain text: without markup, character references decoded, white space folded, trimmed. */
  readonly text: string
  /** Inline content as hast; absent if it is just `text`, so plain segments cost nothing. */
  readonly content?: ElementContent[]
  /**
   * Content of `markup` as written, only if translation or the localization tool broke it: `text` and `content`
   * then have the links, images, code and emphasis of the source side.
   */
  readonly written?: WrittenContent
  /** Place of `markup` in the input. */
  readonly place: Place
  /** Parts of `markup` that would change the block structure around it; absent if there are none. */
  readonly structure?: readonly StructureHazard[]
}

/** Content of broken markup, read as written. */
export interface WrittenContent {
  /** Plain text, including unrecognized marks. */
  readonly text: string
  /** Inline content as hast; absent if it is just `text`. */
  readonly content?: ElementContent[]
}

/** Part of a segment that would change the structure around it in Markdown. */
export interface StructureHazard {
  /**
   * - `block`: the text starts with or contains a block construct (heading, list, quote, fence, blank line);
   * - `pipe`: an unescaped `|` inside a pipe table;
   * - `unclosed`: an emphasis, code, link or image mark without its partner;
   * - `html`: an HTML tag without its partner.
   */
  readonly type: 'block' | 'pipe' | 'unclosed' | 'html'
  /** The offending characters as written. */
  readonly actual: string
  /** Their place in the input. */
  readonly place: Place
}

/** Defect in the delimiters of a unit. */
export type UnitDefect =
  /** The target side has no delimiters. */
  | 'target-missing'
  /** The source side has no delimiters. */
  | 'source-missing'
  /** The two sides have different ids. */
  | 'id-differs'
  /** The same id was used by an earlier unit of the document. */
  | 'id-doubled'
  /** The unit is inside a side of another unit. */
  | 'nested'
  /** The unit's delimiters interleave with those of another unit. */
  | 'crossed'
  /** The closing delimiter is missing: the end is a guess. */
  | 'truncated'
  /** The delimiters differ from the localization tool's spelling (for example `&quot;` for `"`). */
  | 'damaged'

/** An aligned pair of source and target text (XLIFF 2.1, section 4.2.2.3 `<unit>`). */
export interface TranslationUnit {
  /** Unique in its document: the id, followed by `~2`, `~3`, … if the id is used more than once. */
  readonly key: string
  /** The ttu-id as written on the target side (on the source side if there is no target): see `readUnitId`. */
  readonly id: string
  /** The id on the source side, if it differs from `id`. */
  readonly sourceId?: string
  /** Source side; `null` if the input has none. */
  readonly source: Segment | null
  /** Target side; `null` if the input has none. */
  readonly target: Segment | null
  /** Syntax of both sides' markup. */
  readonly syntax: Syntax
  /** From the first to the last delimiter, in the input. */
  readonly place: Place
  /** The unit as written, only if its delimiters differ from the localization tool's spelling. */
  readonly written?: string
  /** Place of the unit in the document's structure. */
  readonly context: UnitContext
  /** Defects of its delimiters; nearly always empty. */
  readonly defects: readonly UnitDefect[]
  /** Key of the unit around this one, for defect `nested`. */
  readonly parent?: string
  /**
   * Whether both sides are the same structural markup (such as a lone `</div>`), which stays in the skeleton as
   * text, so that the unit has no slot.
   */
  readonly structural?: boolean
}

/** Place of a unit in the document's structure. */
export interface UnitContext {
  /** Construct that contains the unit. */
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'list-item'
    | 'table-cell'
    | 'caption'
    | 'code'
    | 'attribute'
    | 'front-matter'
    | 'structure'
    | 'other'
  /** Index in the outline of the heading that contains or precedes the unit: see `headingsAbove`. Absent before the first heading. */
  readonly heading?: number
  /** Cell that contains the unit: index of the table, row and column in its grid, all from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** List item that contains the unit: its position in each list, outermost first, from 1. */
  readonly item?: { readonly ordered: boolean; readonly path: readonly number[] }
  /** Alert that contains the unit. */
  readonly alert?: string
}
