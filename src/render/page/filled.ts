import type { Element, ElementContent, Properties } from 'hast'
import { otherSide, unitOf } from '../../model/text.ts'
import type { Segment } from '../../model/unit.ts'
import { fillProperties, isEmptySegment, plainTextOf } from '../fill-skeleton.ts'
import { labelsOf } from './labels-of.ts'
import type { PageScope } from './page-scope.ts'

/** What is asked of a skeleton as if its slots were filled, without a tree that is. */
type Filling = Pick<PageScope, 'document' | 'side' | 'label'>

/** The segment that fills a slot, the other side's where there is none; `null` where the slot stays empty. */
function segmentOf({ document, side }: Filling, key: string): Segment | null {
  const unit = unitOf(document, key)
  const segment = unit?.[side] ?? unit?.[otherSide(side)]
  return segment && !isEmptySegment(segment) ? segment : null
}

/** The properties of an element with the side in them; nothing is filled in what stands in a segment. */
export function propertiesOf(filling: Filling, element: Element, inSegment: boolean): Properties {
  if (inSegment || !element.data?.slots) return element.properties
  return fillProperties(filling.document, filling.side, element)
}

/** Whether a paragraph shows nothing, so that it is left out: see `dropBlankParagraphs`. */
export function isBlankParagraph(filling: Filling, element: Element, inSegment: boolean): boolean {
  for (const _ in propertiesOf(filling, element, inSegment)) return false
  for (const child of element.children) if (!isBlankContent(filling, child, inSegment)) return false
  return true
}

function isBlankContent(filling: Filling, node: ElementContent, inSegment: boolean): boolean {
  switch (node.type) {
    case 'text':
      return node.value.trim() === ''
    case 'slot':
      return !inSegment && segmentOf(filling, node.unit) === null
    case 'element':
      return node.tagName === 'span' && isBlankParagraph(filling, node, inSegment)
    default:
      return node.type === 'comment'
  }
}

/** Whether nodes hold neither text nor images: see `unheadBlankCells`. */
export function areBlank(filling: Filling, nodes: readonly ElementContent[], inSegment: boolean): boolean {
  for (const node of nodes) if (!isBlank(filling, node, inSegment)) return false
  return true
}

function isBlank(filling: Filling, node: ElementContent, inSegment: boolean): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'element') {
    const isLabelled = labelsOf(node.properties, filling).some((label) => label.text.trim() !== '')
    return !isLabelled && node.tagName !== 'img' && areBlank(filling, node.children, inSegment)
  }
  const segment = node.type === 'slot' && !inSegment ? segmentOf(filling, node.unit) : null
  if (!segment) return true
  return segment.content ? areBlank(filling, segment.content, true) : segment.text.trim() === ''
}

/** The text of nodes, with their labels; once it is longer than `enough`, the rest may be left out. */
export function textOf(
  filling: Filling,
  nodes: readonly ElementContent[],
  inSegment: boolean,
  enough = Number.POSITIVE_INFINITY,
): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'slot') text += inSegment ? '' : textOfSlot(filling, node.unit, enough)
    else if (node.type === 'element') {
      if (node.tagName === 'p' && isBlankParagraph(filling, node, inSegment)) continue
      for (const label of labelsOf(node.properties, filling)) text += label.text
      text += textOf(filling, node.children, inSegment, enough)
    }
    if (text.length > enough) break
  }
  return text
}

function textOfSlot(filling: Filling, key: string, enough: number): string {
  const segment = segmentOf(filling, key)
  if (!segment) return ''
  return segment.content ? textOf(filling, segment.content, true, enough) : plainTextOf(segment)
}
