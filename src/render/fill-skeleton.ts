import type { Element, ElementContent, ElementData, Properties, Root, RootContent } from 'hast'
import { work } from '../model/build/work.ts'
import type { BilingualDocument } from '../model/document.ts'
import type { TextPart } from '../model/hast.ts'
import { isSafeUrl, isUrlProperty } from '../model/safe-url.ts'
import { otherSide, textOfUnit, unitOf } from '../model/text.ts'
import type { Segment, Side, TranslationUnit } from '../model/unit.ts'
import { cloneTree } from '../util/tree/clone-tree.ts'
import { localeOf } from './context.ts'

declare module 'hast' {
  interface ElementData {
    /** On the `span` of a segment: key of its unit. */
    unit?: string
    /** On an image of a translated document: its alternative text is outside of segments, so in the target language. */
    isTargetAlt?: boolean
  }
}

/**
 * Returns the content of a document in one locale: the skeleton with each slot filled with that side's segment.
 *
 * Each segment is `<span data-ttu-id="…">` (`dataTtuId`, with the unit's key in `data.unit`). If a side is
 * missing, the other one replaces it, with `lang`. The result is a deep copy.
 */
export function fillSkeleton(document: BilingualDocument, side: Side): Root {
  work.skeletonsFilled++
  const tree = document.skeleton.full?.[side]?.tree ?? document.skeleton.tree
  return {
    type: 'root',
    children: fillNodes(document, side, tree.children as ElementContent[]) as RootContent[],
  }
}

/** Fills a part of a skeleton: see {@link fillSkeleton}. */
export function fillNodes(
  document: BilingualDocument,
  side: Side,
  nodes: readonly ElementContent[],
): ElementContent[] {
  return nodes.flatMap((node) => fillNode(document, side, node))
}

function fillNode(document: BilingualDocument, side: Side, node: ElementContent): ElementContent[] {
  if (node.type === 'slot') return fillSlot(document, side, node.unit)
  if (node.type !== 'element') return [{ ...node }]
  const element: Element = {
    type: 'element',
    tagName: node.tagName,
    properties: fillProperties(document, side, node),
    children: fillNodes(document, side, node.children),
  }
  if (node.tagName === 'img' && node.properties.alt && !node.data?.slots?.alt && hasUnits(document))
    element.data = { isTargetAlt: true } as ElementData
  const key = node.properties.dataTtuId
  if (typeof key === 'string') {
    const unit = unitOf(document, key)
    if (unit && !unit[side]) element.properties.lang = localeOf(document, otherSide(side))
    mark(element, unit, key)
  }
  return [element]
}

function hasUnits({ units }: BilingualDocument): boolean {
  for (const key in units) if (Object.hasOwn(units, key)) return true
  return false
}

/** Copies the properties of an element and fills slots in them. */
function fillProperties(document: BilingualDocument, side: Side, { properties, data }: Element): Properties {
  const filled = { ...properties }
  for (const [name, parts] of Object.entries(data?.slots ?? {})) {
    const value = attributeText(document, side, parts)
    if (!isUrlProperty(name) || isSafeUrl(name, value)) filled[name] = value
  }
  return filled
}

function fillSlot(document: BilingualDocument, side: Side, key: string): ElementContent[] {
  const unit = unitOf(document, key)
  if (!unit) return []
  const present = unit[side] ? side : otherSide(side)
  const segment = unit[present]
  if (!segment) return []
  if (isEmptySegment(segment)) return []
  const children: ElementContent[] = segment.content
    ? cloneTree(segment.content)
    : [{ type: 'text', value: plainTextOf(segment) }]
  const properties: Properties = {}
  if (present !== side) properties.lang = localeOf(document, present)
  const element: Element = { type: 'element', tagName: 'span', properties, children }
  mark(element, unit, key)
  return [element]
}

/** Whether a segment is empty, so that its slot stays empty. */
function isEmptySegment({ content, markup, text }: Segment): boolean {
  return content ? content.length === 0 : markup === '' && text === ''
}

/** Text of a segment without markup, with the white space at its edges that separates it from its neighbours. */
function plainTextOf({ markup, text }: Segment): string {
  if (text === '') return ' '
  return `${isSpaceAt(markup, 0) ? ' ' : ''}${text}${isSpaceAt(markup, markup.length - 1) ? ' ' : ''}`
}

/** Whether a text has white space at an index; checks the code unit first, which is faster. */
function isSpaceAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code > 32 && code < 160) return false
  return /^\s/.test(text.charAt(index))
}

function mark(element: Element, unit: TranslationUnit | undefined, key: string): void {
  element.properties.dataTtuId = unit?.id ?? key
  element.data = { unit: key } as ElementData
}

/** Returns the plain text of an attribute. */
function attributeText(document: BilingualDocument, side: Side, parts: readonly TextPart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : textOfUnit(unitOf(document, part.unit), side)))
    .join('')
}
