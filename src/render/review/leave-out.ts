import type { Element, ElementContent, Parents, Root } from 'hast'
import { EXIT, visit } from '../../util/tree/visit.ts'
import { element } from '../page/element.ts'
import { segmentKey } from '../segment-key.ts'

/** Elements whose children can be left out one by one. */
const CONTAINERS = new Set(['blockquote', 'details', 'div', 'dl', 'li', 'ol', 'section', 'ul'])
/** Elements that can be left out. */
const BLOCKS = new Set([
  ...CONTAINERS,
  'aside',
  'dd',
  'dt',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'p',
  'pre',
  'table',
])
/** Number of rows up to which a table without changes stays whole beside a change. */
const FEW_ROWS = 4

/** Whether a unit changed, by its key. */
type IsChanged = (key: string) => boolean

/**
 * Leaves out what did not change, but for the block on each side of a change; a gap says how many units it stands
 * for. A table with a change stays whole, because a cell says little without its row and head. Changes `tree`.
 */
export function leaveOut(tree: Root, isChanged: IsChanged): void {
  prune(tree, isChanged)
}

function prune(parent: Parents, isChanged: IsChanged): void {
  const children = parent.children as ElementContent[]
  const blocks = children.filter(isBlock)
  const has = blocks.map((block) => hasChange(block, isChanged))
  const kept = new Set(blocks.filter((_, at) => has[at] || has[at - 1] || has[at + 1]))
  for (const [at, block] of blocks.entries()) {
    if (has[at]) {
      if (CONTAINERS.has(block.tagName)) prune(block, isChanged)
    } else if (kept.has(block)) keepEdge(block, has[at + 1] ? 'end' : 'start')
  }
  parent.children = withGaps(parent, children, kept) as typeof parent.children
}

/** Replaces children that are not kept by gaps. */
function withGaps(
  parent: Parents,
  children: readonly ElementContent[],
  kept: ReadonlySet<Element>,
): ElementContent[] {
  const isOrdered = parent.type === 'element' && parent.tagName === 'ol'
  let number = isOrdered ? Number(parent.properties.start ?? 1) : 0
  const result: ElementContent[] = []
  let left = 0
  const close = () => {
    if (left > 0) result.push(gap(parent, left))
    left = 0
  }
  for (const child of children) {
    const isItem = isOrdered && child.type === 'element' && child.tagName === 'li'
    if (isBlock(child) && !kept.has(child)) left += unitsIn(child)
    else {
      if (isItem) child.properties.value ??= String(number)
      if (child.type !== 'text' || child.value.trim() !== '') close()
      result.push(child)
    }
    if (isItem) number++
  }
  close()
  return result
}

/** Keeps only the part of a block that is nearest to a change. */
function keepEdge(block: Element, edge: 'start' | 'end'): void {
  const children = block.children.filter(isBlock)
  if (block.tagName === 'table') keepEdgeOfTable(block, edge)
  else if (block.tagName !== 'li' && CONTAINERS.has(block.tagName) && children.length > 0) {
    const own = edge === 'start' ? children[0]! : children.at(-1)!
    keepEdge(own, edge)
    block.children = withGaps(block, block.children, new Set([own]))
  }
}

function keepEdgeOfTable(table: Element, edge: 'start' | 'end'): void {
  const rows: { readonly row: Element; readonly parent: Element }[] = []
  visit(table, 'element', (node, _, parent) => {
    if (node.tagName === 'tr' && parent?.type === 'element' && parent.tagName !== 'thead')
      rows.push({ row: node, parent })
  })
  if (rows.length <= FEW_ROWS) return
  const own = edge === 'start' ? rows[0]! : rows.at(-1)!
  for (const { row, parent } of rows) {
    if (row === own.row) continue
    parent.children = parent.children.filter((child) => child !== row)
  }
  const count = rows.reduce((sum, { row }) => sum + (row === own.row ? 0 : unitsIn(row)), 0)
  const others = element('tr', { className: ['gap-row'] }, [
    element('td', { colSpan: 1000 }, [gap(table, count)]),
  ])
  if (edge === 'start') own.parent.children.push(others)
  else own.parent.children.unshift(others)
}

function gap(parent: Parents, units: number): Element {
  const isList = parent.type === 'element' && (parent.tagName === 'ol' || parent.tagName === 'ul')
  return element(isList ? 'li' : 'p', { className: ['gap'], dataN: units }, [])
}

function isBlock(node: { readonly type: string }): node is Element {
  return node.type === 'element' && BLOCKS.has((node as Element).tagName)
}

function hasChange(block: Element, isChanged: IsChanged): boolean {
  let found = false
  visit(block, 'element', (node) => {
    const key = segmentKey(node)
    if (key === undefined || !isChanged(key)) return
    found = true
    return EXIT
  })
  return found
}

/** Number of units in a block, each counted once. */
function unitsIn(block: Element): number {
  const keys = new Set<string>()
  visit(block, 'element', (node) => {
    const key = segmentKey(node)
    if (key !== undefined) keys.add(key)
  })
  return keys.size
}
