/** The part of unist that the model's JSON uses. */
export interface Point {
  /** Line in the input, from 1. */
  line: number
  /** Column in the line, from 1, in UTF-16 code units. */
  column: number
  /** Offset in the input, from 0, in UTF-16 code units. */
  offset?: number
}
export interface Position {
  start: Point
  end: Point
}
export type Node = object
