import type { ElementContent, Node, Root } from 'hast'

/** A piece of a text that mixes literal text with units. */
export type TextPart = string | UnitReference

/** Reference to a unit of the document by its key. */
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

/** Attribute values that contain units: property name to its parts, in order. */
export type SlotProperties = Record<string, TextPart[]>

declare module 'hast' {
  interface ElementContentMap {
    slot: Slot
  }
  interface RootContentMap {
    slot: Slot
  }
  interface ElementData {
    /** Attributes of this element whose values contain units; see {@link SlotProperties}. */
    slots?: SlotProperties
  }
}

/** A hast tree in which units are {@link Slot} nodes. */
export type SkeletonTree = Root

/** Content of a segment or a block: hast nodes. */
export type SkeletonContent = ElementContent
