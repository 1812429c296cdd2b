import type { Element, RootContent } from 'hast'
import type { Table } from '../model/table.ts'

/** The tables and lists of a skeleton, and their keys in settings. */
export interface RunbookElements {
  /** Tables in document order, with the same indexes as in the model. */
  readonly tables: readonly Element[]
  /** Lists in document order, each before the lists nested in it. */
  readonly lists: readonly Element[]
  /** Key of each table or list; tables and lists are numbered separately. */
  readonly keys: ReadonlyMap<Element, string>
  /** The innermost table or list around a table or list, if any. */
  readonly parents: ReadonlyMap<Element, Element>
}

/**
 * Collects the tables and lists of a tree. A table's key is its id in the model. A list's key is the id of the
 * nearest heading before it (else `list`), from the second list on with `-2`, `-3`, ….
 */
export function collectElements(nodes: readonly RootContent[], models: readonly Table[]): RunbookElements {
  const tables: Element[] = []
  const lists: Element[] = []
  const keys = new Map<Element, string>()
  const parents = new Map<Element, Element>()
  const counts = new Map<string, number>()
  let heading = ''
  visit(nodes, null)
  for (const [at, table] of tables.entries()) keys.set(table, `#${models[at]?.id ?? 'table'}`)
  return { tables, lists, keys, parents }

  function visit(children: readonly RootContent[], parent: Element | null): void {
    for (const node of children) {
      if (node.type !== 'element') continue
      if (/^h[1-6]$/.test(node.tagName) && node.properties.id) heading = String(node.properties.id)
      const isTable = node.tagName === 'table'
      const isList = node.tagName === 'ol' || node.tagName === 'ul'
      if (isTable) tables.push(node)
      if (isList) {
        lists.push(node)
        keys.set(node, keyFor(heading || 'list'))
      }
      const isPart = isTable || isList
      if (isPart && parent) parents.set(node, parent)
      visit(node.children, isPart ? node : parent)
    }
  }

  function keyFor(name: string): string {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? `#${name}` : `#${name}-${count}`
  }
}
