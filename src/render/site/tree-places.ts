import type { SiteNode, SiteTree } from './site-tree.ts'

/** Place of a page in the navigation: the first one, if it has several. */
export interface TreePlace {
  readonly node: SiteNode
  /** From the top. */
  readonly ancestors: readonly SiteNode[]
  /** Nodes with the same parent, itself included. */
  readonly siblings: readonly SiteNode[]
  readonly previous: SiteNode | null
  readonly next: SiteNode | null
}

/** Finds the places of all pages, by the path of the page relative to the output folder. */
export function placesIn({ sections }: SiteTree): ReadonlyMap<string, TreePlace> {
  const places = new Map<string, TreePlace>()
  for (const nodes of sections) {
    const found: Omit<TreePlace, 'previous' | 'next'>[] = []
    const known = new Set<string>(places.keys())
    enter(nodes, [])
    for (const [at, place] of found.entries()) {
      const [previous = null, next = null] = [found[at - 1]?.node, found[at + 1]?.node]
      places.set(place.node.output!, { ...place, previous, next })
    }

    function enter(siblings: readonly SiteNode[], ancestors: readonly SiteNode[]): void {
      for (const node of siblings) {
        if (node.output !== null && !known.has(node.output)) {
          known.add(node.output)
          found.push({ node, ancestors, siblings })
        }
        enter(node.children, [...ancestors, node])
      }
    }
  }
  return places
}
