import type { Side } from './unit.ts'

/** Names of a uid's target, as DocFX’s `displayProperty` selects them. */
export interface XrefNames {
  readonly name: string
  /** Name with the type of which it is a member. */
  readonly nameWithType: string
  readonly fullName: string
}

/** Selects one of the names. */
export type XrefProperty = keyof XrefNames

/** Target of a uid. */
export interface XrefTarget {
  /** Its URL, relative to the referring file or on another site; absent if only its names are known. */
  readonly href?: string
  /** Its names; missing ones are derived from the uid. */
  readonly names: Readonly<Record<Side, Partial<XrefNames>>>
}

/** Resolves a uid for the file `from` (relative to the root, with `/`); `undefined` if it is unknown. */
export type ResolveXref = (from: string, uid: string) => XrefTarget | undefined
