import type { UnitDefect } from '../model/unit.ts'

/** A piece of an input: the pieces of one scan follow each other without gap or overlap. */
export type SxsPiece = SxsText | SxsUnit

/** What stands between units. */
export interface SxsText {
  readonly type: 'text'
  /** Offsets in UTF-16 code units; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** A unit with its delimiters. */
export interface SxsUnit {
  readonly type: 'unit'
  /** The id of its target side, or of its source side where there is no target. */
  readonly id: string
  readonly start: number
  readonly end: number
  readonly target: SxsSide | null
  readonly source: SxsSide | null
  readonly defects: readonly UnitDefect[]
}

/** One side of a unit. */
export interface SxsSide {
  readonly id: string
  /** The side's text, without its delimiters. */
  readonly start: number
  readonly end: number
  /** Units that stand inside this side: empty in sound documents. */
  readonly units: readonly SxsUnit[]
}
