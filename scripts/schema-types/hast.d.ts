import type { Node } from 'unist'

export type { Node }
/** The part of hast that the model's JSON uses. */
export interface ElementContentMap {
  text: Text
  element: Element
  slot: Slot
}
export interface RootContentMap {
  text: Text
  element: Element
  slot: Slot
}
export type ElementContent = ElementContentMap[keyof ElementContentMap]
export type RootContent = RootContentMap[keyof RootContentMap]
/** Slot for a unit in the skeleton. */
export interface Slot {
  type: 'slot'
  /** Key of the unit. */
  unit: string
}
export interface ElementData {
  /** Attributes whose values contain units. */
  slots?: Record<string, (string | { unit: string })[]>
}
/** Properties of an element, with hast's names. */
export interface Properties {
  [name: string]: string | number | boolean | null | (string | number)[]
}
export interface Text {
  type: 'text'
  value: string
}
export interface Element {
  type: 'element'
  tagName: string
  properties: Properties
  children: ElementContent[]
  data?: ElementData
}
export interface Root {
  type: 'root'
  children: RootContent[]
}
