import type { Node, Parent } from 'unist'

/**
 * Collects replacements of nodes and applies them once per parent: splicing them in one by one moves all later
 * siblings each time, and spreading very many arguments throws a `RangeError`.
 */
export class NodeReplacements {
  readonly #byParent = new Map<Parent, Map<Node, readonly Node[]>>()

  /** Schedules the replacement of a child by other nodes. */
  add(parent: Parent, child: Node, nodes: readonly Node[]): void {
    const known = this.#byParent.get(parent)
    if (known) known.set(child, nodes)
    else this.#byParent.set(parent, new Map([[child, nodes]]))
  }

  /** Applies all scheduled replacements. */
  apply(): void {
    for (const [parent, byChild] of this.#byParent)
      parent.children = parent.children.flatMap((child) => byChild.get(child) ?? child)
  }
}
