import type { ElementContent } from 'hast'
import type { Place } from './place.ts'

/** Which side of a bilingual document. */
export type Side = 'source' | 'target'

/**
 * How a side's text is read, which its place in the document decides: as Markdown, as HTML (raw HTML block or `.html`
 * input), or as characters (code, front matter).
 */
export type Syntax = 'markdown' | 'html' | 'text'

/** One side's text of a unit (XLIFF 2.1, section 4.2.2.5 `<source>`, 4.2.2.6 `<target>`). */
export interface Segment {
  /** The characters between the side's delimiters, exactly as written. */
  readonly markup: string
  /**
   * `markup` as it is published, where that differs: without the escapes, and the space before an address, that the localization tool
   * has put in.
   */
  readonly published?: string
  /** Plain text: markup removed, character references decoded, runs of white space folded to one space, trimmed. */
  readonly text: string
  /** Inline content as hast; absent where it is just `text`, so plain segments cost nothing. */
  readonly content?: ElementContent[]
  /**
   * What `markup` says as it is written, only where translation or the localization tool broke it: `text` and `content` then have the
   * links, images, code and emphasis that the source side tells.
   */
  readonly written?: WrittenContent
  /** Where `markup` stands in the input. */
  readonly place: Place
  /** What in `markup` would change the block structure around it; absent where nothing would. */
  readonly structure?: readonly StructureHazard[]
}

/** What broken markup says, read as it is. */
export interface WrittenContent {
  /** Plain text, marks that mean nothing included. */
  readonly text: string
  /** Inline content as hast; absent where it is just `text`. */
  readonly content?: ElementContent[]
}

/** Something in a segment that, placed back into Markdown, changes the structure around it. */
export interface StructureHazard {
  /**
   * - `block`: the text starts or holds a block construct (heading, list, quote, fence, blank line);
   * - `pipe`: an unescaped `|` inside a pipe table;
   * - `unclosed`: an emphasis, code, link or image mark without its partner;
   * - `html`: an HTML tag without its partner.
   */
  readonly type: 'block' | 'pipe' | 'unclosed' | 'html'
  /** The offending characters as written. */
  readonly actual: string
  /** Where they stand in the input. */
  readonly place: Place
}

/** Something wrong with how the delimiters of a unit stand in the input. */
export type UnitDefect =
  /** The target side has no delimiters. */
  | 'target-missing'
  /** The source side has no delimiters. */
  | 'source-missing'
  /** The two sides name different ids. */
  | 'id-differs'
  /** The same id was used by an earlier unit of the document. */
  | 'id-doubled'
  /** The unit stands inside a side of another unit. */
  | 'nested'
  /** The unit's delimiters interleave with those of another unit. */
  | 'crossed'
  /** The closing delimiter is missing: the end is a guess. */
  | 'truncated'
  /** The delimiters are not written as the localization tool writes them (for example `&quot;` for `"`). */
  | 'damaged'

/** An aligned pair of source and target text, the unit of everything (XLIFF 2.1, section 4.2.2.3 `<unit>`). */
export interface TranslationUnit {
  /** Unique in its document: the id, followed by `~2`, `~3`, … where an id is used more than once. */
  readonly key: string
  /** The ttu-id as written on the target side (on the source side where there is no target): see `readUnitId`. */
  readonly id: string
  /** The id on the source side, only where it differs from `id`. */
  readonly sourceId?: string
  /** Source side; `null` if the input has none. */
  readonly source: Segment | null
  /** Target side; `null` if the input has none. */
  readonly target: Segment | null
  /** How both sides' markup is read. */
  readonly syntax: Syntax
  /** From the first to the last delimiter, in the input. */
  readonly place: Place
  /** The unit as it stands in the input, only where its delimiters are not written as the localization tool writes them. */
  readonly written?: string
  /** Where in the document's structure the unit stands. */
  readonly context: UnitContext
  /** What is wrong with its delimiters; empty for nearly every unit. */
  readonly defects: readonly UnitDefect[]
  /** Key of the unit this one stands in, for defect `nested`. */
  readonly parent?: string
  /**
   * Whether both sides are the same structural markup (such as a lone `</div>`), which stays in the skeleton as text:
   * the unit then has no slot.
   */
  readonly structural?: boolean
}

/** Where in the document's structure a unit stands. */
export interface UnitContext {
  /** The construct that holds the unit. */
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
  /** Index in the outline of the heading that the unit is under, or in: see `headingsAbove`. Absent before the first one. */
  readonly heading?: number
  /** Cell that holds the unit; all counts are from 0, `row` and `column` in the table's grid. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** List item that holds the unit: position in each list from the outermost in, from 1. */
  readonly item?: { readonly ordered: boolean; readonly path: readonly number[] }
  /** Alert that holds the unit. */
  readonly alert?: string
}
