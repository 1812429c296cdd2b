import type { Node, Parent } from 'unist'

/**
 * Nodes that others are to take the place of, each parent's at once in the end: to splice them in one by one moves all siblings behind each
 * of them, and a spread of very many ends with a `RangeError`.
 */
export class NodeReplacements {
  readonly #byParent = new Map<Parent, Map<Node, readonly Node[]>>()

  /** Notes what takes the place of a child. */
  add(parent: Parent, child: Node, nodes: readonly Node[]): void {
    const known = this.#byParent.get(parent)
    if (known) known.set(child, nodes)
    else this.#byParent.set(parent, new Map([[child, nodes]]))
  }

  /** Puts all of it in place. */
  apply(): void {
    for (const [parent, byChild] of this.#byParent)
      parent.children = parent.children.flatMap((child) => byChild.get(child) ?? child)
  }
}
