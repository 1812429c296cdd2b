import type { UnitDefect } from '../model/unit.ts'

/** A piece of an input: the pieces of a scan cover the input without gap or overlap. */
export type SxsPiece = SxsText | SxsUnit

/** Text between units. */
export interface SxsText {
  readonly type: 'text'
  /** Offsets in UTF-16 code units; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** A unit with its delimiters. */
export interface SxsUnit {
  readonly type: 'unit'
  /** Id of the target side, or of the source side if there is no target. */
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
  /** Range of the side's text, without its delimiters. */
  readonly start: number
  readonly end: number
  /** Units inside this side; empty in sound documents. */
  readonly units: readonly SxsUnit[]
}
