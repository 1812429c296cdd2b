import type { Node, Parent } from 'unist'
import type { visit as unistVisit } from 'unist-util-visit'

/** Continues with the next node and skips the children of this one. */
export const SKIP = 'skip' as const
/** Ends the walk. */
export const EXIT = false as const

/**
 * Result of a visitor: nothing to continue, {@link SKIP}, {@link EXIT}, or the index of the next sibling to
 * visit.
 */
type Result = undefined | null | boolean | number | 'skip' | readonly unknown[]
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result
type Test = string | readonly string[] | null | undefined

/**
 * Visits nodes in preorder like `unist-util-visit`, with the same types; a test can only be a node type, or a
 * list.
 *
 * The original defines a named function per node for its stack traces, which took a quarter of the parsing
 * time.
 */
export const visit = visitNodes as unknown as typeof unistVisit

function visitNodes(tree: Node, test: Test | Visitor, visitor?: Visitor): void {
  if (typeof test === 'function') walk(tree, undefined, undefined, null, test)
  else walk(tree, undefined, undefined, test, visitor!)
}

/** Returns `false` if the visitor ended the walk, else the index of the next sibling if the visitor returned one. */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  test: Test,
  visitor: Visitor,
): number | false | undefined {
  let next: number | undefined
  if (!test || (typeof test === 'string' ? node.type === test : test.includes(node.type))) {
    let result = visitor(node, index, parent)
    let isSkipped = false
    if (Array.isArray(result)) {
      isSkipped = result[0] === SKIP
      if (result[0] === EXIT) return false
      result = result[1] as Result
    }
    if (result === EXIT) return false
    if (result === SKIP) isSkipped = true
    else if (typeof result === 'number') next = result
    if (isSkipped) return next
  }
  const { children } = node as Parent
  if (!children) return next
  for (let at = 0; at >= 0 && at < children.length; ) {
    const result = walk(children[at]!, at, node as Parent, test, visitor)
    if (result === false) return false
    at = result ?? at + 1
  }
  return next
}
