import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { TextPart } from '../model/hast.ts'
import type { OutlineEntry } from '../model/outline.ts'
import type { Block, Table } from '../model/table.ts'

/** Returns the new key of a unit; `undefined` if it has none. */
export type Rename = (key: string) => string | undefined

/** Copies a tree with the new keys of units; units without a new key keep theirs. */
export function renameInTree(tree: Root, rename: Rename): Root {
  return {
    ...tree,
    children: tree.children.map((node) => renameInNode(node as ElementContent, rename) as RootContent),
  }
}

function renameInNode(node: ElementContent, rename: Rename): ElementContent {
  if (node.type === 'slot') return { ...node, unit: rename(node.unit) ?? node.unit }
  if (node.type !== 'element') return node
  const element: Element = { ...node, children: node.children.map((child) => renameInNode(child, rename)) }
  const { dataTtuId } = node.properties
  if (typeof dataTtuId === 'string')
    element.properties = { ...node.properties, dataTtuId: rename(dataTtuId) ?? dataTtuId }
  if (node.data?.slots) {
    const slots = Object.entries(node.data.slots).map(([name, parts]) => [name, renameInParts(parts, rename)])
    element.data = { ...node.data, slots: Object.fromEntries(slots) }
  }
  return element
}

/** Copies parts with the new keys of units. */
export function renameInParts(parts: readonly TextPart[], rename: Rename): TextPart[] {
  return parts.map((part) => (typeof part === 'string' ? part : { unit: rename(part.unit) ?? part.unit }))
}

/** Copies an outline with the new keys of units. */
export function renameInOutline(outline: readonly OutlineEntry[], rename: Rename): OutlineEntry[] {
  return outline.map((entry) => ({ ...entry, parts: renameInParts(entry.parts, rename) }))
}

/** Copies tables with the new keys of units. */
export function renameInTables(tables: readonly Table[], rename: Rename): Table[] {
  return tables.map((table) => ({
    ...table,
    caption: renameInParts(table.caption, rename),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        units: cell.units.map((key) => rename(key) ?? key),
        blocks: cell.blocks.map((block) => renameInBlock(block, rename)),
      })),
    })),
  }))
}

function renameInBlock(block: Block, rename: Rename): Block {
  const all = (blocks: readonly Block[]) => blocks.map((each) => renameInBlock(each, rename))
  if (block.type === 'table') return block
  if (block.type === 'list') return { ...block, items: block.items.map(all) }
  if (block.type === 'group') return { ...block, blocks: all(block.blocks) }
  return { ...block, parts: renameInParts(block.parts, rename) }
}
