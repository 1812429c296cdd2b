import type { ElementContent, Node, Root } from 'hast'

/** A piece of text that mixes literal text with units: what remains of a string once its units are slots. */
export type TextPart = string | UnitReference

/** Names a unit of the document by its key. */
export interface UnitReference {
  /** Key of the unit: see `unitOf`. */
  readonly unit: string
}

/** A place in the skeleton that a unit fills, as a hast node. */
export interface Slot extends Node {
  type: 'slot'
  /** Key of the unit: see `unitOf`. */
  unit: string
}

/** Attribute values that hold units: property name to its parts, in order. */
export type SlotProperties = Record<string, TextPart[]>

declare module 'hast' {
  interface ElementContentMap {
    slot: Slot
  }
  interface RootContentMap {
    slot: Slot
  }
  interface ElementData {
    /** Attributes of this element whose value holds units; see {@link SlotProperties}. */
    slots?: SlotProperties
  }
}

/** A hast tree in which units are {@link Slot} nodes. */
export type SkeletonTree = Root

/** Content of a segment or a block: hast nodes. */
export type SkeletonContent = ElementContent
