import type { Element, ElementContent } from 'hast'
import type { BilingualDocument, FullTree, LinkReference } from '../../model/document.ts'
import type { Segment, Side } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { elementsNamed } from '../structure/blocks.ts'

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

/**
 * Finds the links and images whose markup reaches over several units: only the tree of a side that is parsed in full has them. Each belongs to the
 * last unit of its text, since the address follows the text.
 */
export function linksOverUnits(
  { units }: Pick<BilingualDocument, 'units'>,
  full: Partial<Readonly<Record<Side, FullTree>>>,
  known: readonly LinkReference[],
): readonly LinkReference[] {
  return (['source', 'target'] as const).flatMap((side) => {
    const nodes = full[side]?.tree.children as readonly ElementContent[] | undefined
    if (!nodes) return []
    const urls = new Set(known.filter((link) => (link.side ?? side) === side).map(({ url }) => url))
    return linksIn(nodes).flatMap(({ unit, ...link }): LinkReference | [] => {
      const segment = unit === undefined ? undefined : units[unit]?.[side]
      if (unit === undefined || !segment || urls.has(link.url)) return []
      urls.add(link.url)
      return { ...link, place: segment.place, unit, side }
    })
  })
}

type LinkInUnit = Pick<LinkReference, 'type' | 'url' | 'unit'>

/** @param around the unit that contains the nodes. */
function linksIn(
  nodes: readonly ElementContent[],
  around?: string,
  found: LinkInUnit[] = [],
): readonly LinkInUnit[] {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const within = unitOf(node) ?? around
    const link = linkOf(node)
    const unit = link && (lastUnitIn(node.children) ?? within)
    if (link && unit !== undefined) found.push({ ...link, unit })
    linksIn(node.children, within, found)
  }
  return found
}

function unitOf({ properties: { dataTtuId } }: Element): string | undefined {
  return typeof dataTtuId === 'string' ? dataTtuId : undefined
}

function lastUnitIn(nodes: readonly ElementContent[]): string | undefined {
  return elementsNamed(nodes, 'span')
    .map(unitOf)
    .findLast((unit) => unit !== undefined)
}

function linkOf({ tagName, properties }: Element): Pick<LinkReference, 'type' | 'url'> | undefined {
  const url = tagName === 'a' ? properties.href : tagName === 'img' ? properties.src : undefined
  return typeof url === 'string' ? { type: tagName === 'a' ? 'link' : 'image', url } : undefined
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
    const { properties } = node
    const link = linkOf(node)
    if (link) found.links.push({ ...link, place: segment.place, unit, side })
    if (typeof properties.id === 'string' && properties.id !== '') found.anchors.push(properties.id)
    inNodes(node.children, unit, side, segment, found)
  }
}
