import GithubSlugger from 'github-slugger'
import type { Element, ElementContent } from 'hast'
import { isElement } from './blocks.ts'

/** Ids in the source text of a unit. */
export type IdsOfUnit = (unit: string) => readonly string[]

/**
 * Makes the ids of headings unique, so that each link leads to its own heading.
 *
 * The first element with an id keeps it; a later heading gets a number (`example-1`). All ids come from the tree and from source texts, so
 * they are the same in every locale.
 */
export class UniqueIds {
  /** The ids of elements, explicit ones first. */
  readonly anchors: string[] = []
  readonly #used = new Set<string>()
  readonly #slugger = new GithubSlugger()
  /** Ids of renamed headings as written. */
  readonly #written = new Map<Element, string>()

  /** Reads the explicit ids first, because generated ones must not collide with them. */
  constructor(nodes: readonly ElementContent[], idsOf: IdsOfUnit) {
    const repeated: Element[] = []
    this.#collect(nodes, idsOf, repeated)
    for (const heading of repeated) {
      this.#written.set(heading, idOf(heading))
      this.#name(heading, idOf(heading))
    }
  }

  /** The id of a heading; one without an id gets it from its text. */
  ofHeading(heading: Element, text: () => string): string {
    if (idOf(heading) === '') this.#name(heading, text())
    return idOf(heading)
  }

  /** The id of a heading before it was renamed. */
  asWritten(heading: Element): string {
    return this.#written.get(heading) ?? idOf(heading)
  }

  #collect(nodes: readonly ElementContent[], idsOf: IdsOfUnit, repeated: Element[]): void {
    for (const node of nodes) {
      if (node.type === 'slot') {
        for (const id of idsOf(node.unit)) this.#used.add(id)
        continue
      }
      if (!isElement(node)) continue
      const id = idOf(node)
      if (this.#used.has(id) && /^h[1-6]$/.test(node.tagName)) repeated.push(node)
      else if (id !== '') {
        this.#slugger.slug(id)
        this.#add(id)
      }
      this.#collect(node.children, idsOf, repeated)
    }
  }

  #name(heading: Element, text: string): void {
    let id = ''
    do id = this.#slugger.slug(text) || this.#slugger.slug('section')
    while (this.#used.has(id))
    heading.properties.id = id
    this.#add(id)
  }

  #add(id: string): void {
    this.#used.add(id)
    this.anchors.push(id)
  }
}

/** The id of an element; empty if it has none. */
function idOf({ properties: { id } }: Element): string {
  return typeof id === 'string' ? id : ''
}
