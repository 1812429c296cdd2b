import type { Side } from './unit.ts'

/** The names of what a uid stands for, as DocFX’s `displayProperty` chooses among them. */
export interface XrefNames {
  readonly name: string
  /** With the type that it is a member of. */
  readonly nameWithType: string
  readonly fullName: string
}

/** Which of the names. */
export type XrefProperty = keyof XrefNames

/** What is known of a uid. */
export interface XrefTarget {
  /** Where it is: relative to the file that asks, or on another site; absent where only its names are known. */
  readonly href?: string
  /** Its names; where one is absent, the uid tells it. */
  readonly names: Readonly<Record<Side, Partial<XrefNames>>>
}

/** Finds what a uid stands for, asked by the file `from` (relative to the root, with `/`); `undefined` where it is not known. */
export type ResolveXref = (from: string, uid: string) => XrefTarget | undefined
