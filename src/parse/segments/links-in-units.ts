import type { ElementContent } from 'hast'
import type { BilingualDocument, LinkReference } from '../../model/document.ts'
import type { Segment, Side } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'

/** Links and anchors in the units of a document. */
export interface LinksInUnits {
  readonly links: readonly LinkReference[]
  /** Ids that a link can point to. */
  readonly anchors: readonly string[]
}

/** Finds the links, images and anchors in the segments of units, in document order. */
export function linksInUnits(document: Pick<BilingualDocument, 'units' | 'order'>): LinksInUnits {
  const found = { links: [] as LinkReference[], anchors: [] as string[] }
  for (const unit of unitsOf(document)) {
    if (unit.source?.content) inNodes(unit.source.content, unit.key, 'source', unit.source, found)
    if (unit.target?.content) inNodes(unit.target.content, unit.key, 'target', unit.target, found)
  }
  return found
}

function inNodes(
  nodes: readonly ElementContent[],
  unit: string,
  side: Side,
  segment: Segment,
  found: { links: LinkReference[]; anchors: string[] },
): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const { tagName, properties } = node
    const url = tagName === 'a' ? properties.href : tagName === 'img' ? properties.src : undefined
    if (typeof url === 'string') {
      const type = tagName === 'a' ? 'link' : 'image'
      found.links.push({ type, url, place: segment.place, unit, side })
    }
    if (typeof properties.id === 'string' && properties.id !== '') found.anchors.push(properties.id)
    inNodes(node.children, unit, side, segment, found)
  }
}
