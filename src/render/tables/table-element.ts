import type { Element, ElementContent, Root, RootContent } from 'hast'
import { work } from '../../model/build/work.ts'
import type { Table } from '../../model/table.ts'
import { fillNodes } from '../fill-skeleton.ts'
import type { PageScope } from '../page/page-scope.ts'

/** A filled copy of a table's element on one side; `null` if the skeleton has no element for it. */
export function fillTable(table: Table, scope: PageScope): Element | null {
  const { document, side } = scope
  work.tablesFilled++
  const { tree, full } = document.skeleton
  const tables = tablesIn(tree)
  const whole = full?.[side] ? tablesIn(full[side].tree) : []
  const element = whole.length === tables.length ? whole[table.index] : tables[table.index]
  const [filled] = element ? fillNodes(document, side, [element]) : []
  return filled?.type === 'element' ? filled : null
}

/** Tables by skeleton, which is immutable: searching the tree again for each table would take quadratic time. */
const known = new WeakMap<Root, readonly Element[]>()

function tablesIn(tree: Root): readonly Element[] {
  const tables = known.get(tree) ?? tablesOf(tree.children)
  known.set(tree, tables)
  return tables
}

/** The table elements of a tree in the order of the model: nested tables follow the one that contains them. */
export function tablesOf(nodes: readonly RootContent[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const below = tablesOf(node.children)
    return node.tagName === 'table' ? [node, ...below] : below
  })
}

/** A row of a table, and whether it is in the head. */
export interface TableElementRow {
  readonly inHead: boolean
  readonly row: Element
  readonly cells: readonly Element[]
}

/** The rows of a table, without those of nested tables. */
export function rowsOfTable(element: Element, inHead = false): readonly TableElementRow[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [{ inHead, row: child, cells: child.children.filter(isCell) }]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOfTable(child, child.tagName === 'thead') : []
  })
}

/** Whether a node is a cell. */
function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')
}
