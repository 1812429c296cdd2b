import type { Element, ElementContent, Root } from 'hast'
import type { Position } from 'unist'
import { work } from '../../model/build/work.ts'
import type { LinkReference } from '../../model/document.ts'
import type { TextPart } from '../../model/hast.ts'
import type { OutlineEntry } from '../../model/outline.ts'
import type { Place } from '../../model/place.ts'
import type { Table } from '../../model/table.ts'
import type { UnitContext } from '../../model/unit.ts'
import { blocksOf, isElement, partsOf } from './blocks.ts'
import { readTable } from './read-table.ts'
import { type IdsOfUnit, UniqueIds } from './unique-ids.ts'

/** The structure of a document, collected from the skeleton's tree in one walk. */
export interface Structure {
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly Table[]
  /** Context of each unit that has a slot, by key. */
  readonly contexts: ReadonlyMap<string, UnitContext>
  readonly anchors: readonly string[]
  readonly links: readonly LinkReference[]
}

/** Characters that file names cannot contain: a table's id names its files, and an anchor can be any text. */
const NOT_IN_NAMES = /[\p{C}"*/:<>?\\|]+/gu

/** Input of {@link collectStructure}. */
export interface StructureInput {
  readonly tree: Root
  /** Source text of parts, for ids. */
  readonly sourceText: (parts: readonly TextPart[]) => string
  readonly idsOf: IdsOfUnit
  /** Place in the input of a position in the tree. */
  readonly place: (position: Position | undefined) => Place | undefined
}

interface Scope {
  /** Position of the innermost element around that has one: some elements are made without. */
  readonly position?: Position
  readonly cell?: UnitContext['cell']
  readonly item?: UnitContext['item']
  readonly alert?: string
  readonly kind: UnitContext['kind']
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Walks a skeleton's tree. Headings without an id get one from their source text, so it is the same in every locale. */
export function collectStructure(input: StructureInput): Structure {
  const walk = new Walk(input)
  walk.children(input.tree.children as ElementContent[], { kind: 'other' })
  return walk
}

class Walk implements Structure {
  readonly input: StructureInput
  readonly outline: OutlineEntry[] = []
  readonly tables: Table[] = []
  readonly contexts = new Map<string, UnitContext>()
  readonly anchors: readonly string[]
  readonly links: LinkReference[] = []
  readonly ids: UniqueIds
  readonly tableIds = new Set<string>()
  /** Number of tables by name: the id of their heading as written. */
  readonly tableCounts = new Map<string, number>()
  /** Index of each table. */
  readonly indexes = new Map<Element, number>()
  /** Table, row and column of each cell visited so far. */
  readonly cells = new Map<Element, NonNullable<UnitContext['cell']>>()
  /** The open headings, outermost first. */
  path: OutlineEntry[] = []
  /** Name of the tables under the last heading. */
  tableName = 'table'

  constructor(input: StructureInput) {
    this.input = input
    this.ids = new UniqueIds(input.tree.children as ElementContent[], input.idsOf)
    this.anchors = this.ids.anchors
  }

  children(nodes: readonly ElementContent[], scope: Scope): void {
    for (const node of nodes) this.node(node, scope)
  }

  node(node: ElementContent, scope: Scope): void {
    if (node.type === 'slot') {
      this.note(node.unit, scope)
      return
    }
    if (!isElement(node)) return
    work.structureNodes++
    const inner = this.inner(node, scope)
    if (node.data?.slots) {
      for (const parts of Object.values(node.data.slots)) {
        for (const part of parts)
          if (typeof part !== 'string') this.note(part.unit, { ...inner, kind: 'attribute' })
      }
    }
    this.link(node, node.position ?? scope.position)
    const depth = HEADINGS.indexOf(node.tagName) + 1
    if (depth > 0) this.heading(node, depth, scope)
    else if (node.tagName === 'table') this.table(node, scope)
    else if (node.tagName === 'ol' || node.tagName === 'ul') this.list(node, scope)
    else this.children(node.children, inner)
  }

  note(key: string, scope: Scope): void {
    if (this.contexts.has(key)) return
    this.contexts.set(key, {
      kind: scope.kind,
      ...(this.outline.length > 0 ? { heading: this.outline.length - 1 } : {}),
      ...(scope.cell ? { cell: scope.cell } : {}),
      ...(scope.item ? { item: scope.item } : {}),
      ...(scope.alert ? { alert: scope.alert } : {}),
    })
  }

  /** The scope of an element's content. */
  inner(node: Element, around: Scope): Scope {
    const { tagName, properties, position } = node
    const scope = position ? { ...around, position } : around
    const cell = this.cells.get(node)
    if (cell) return { kind: 'table-cell', cell, ...(position && { position }) }
    if (typeof properties.dataAlert === 'string')
      return { ...scope, alert: properties.dataAlert, kind: 'paragraph' }
    if (tagName === 'pre' || tagName === 'code') return { ...scope, kind: 'code' }
    if (tagName === 'p' || tagName === 'dd' || tagName === 'dt') {
      return {
        ...scope,
        kind: scope.kind === 'list-item' || scope.kind === 'table-cell' ? scope.kind : 'paragraph',
      }
    }
    if (tagName === 'figcaption' || tagName === 'caption') return { ...scope, kind: 'caption' }
    return scope
  }

  list(node: Element, scope: Scope): void {
    const ordered = node.tagName === 'ol'
    const kind = scope.cell ? 'table-cell' : 'list-item'
    let number = typeof node.properties.start === 'number' ? node.properties.start - 1 : 0
    for (const child of node.children) {
      const isItem = isElement(child) && child.tagName === 'li'
      const path = isItem ? [...(scope.item?.path ?? []), ++number] : []
      this.node(child, isItem ? { ...scope, kind, item: { ordered, path } } : scope)
    }
  }

  heading(node: Element, depth: number, scope: Scope): void {
    const parts = partsOf(node.children)
    const footnotes = node.properties.id === 'footnote-label'
    const id = this.ids.ofHeading(node, () => this.input.sourceText(parts))
    const place = this.input.place(node.position)
    const entry: OutlineEntry = { id, depth, parts, ...(place ? { place } : {}) }
    if (!footnotes) {
      this.outline.push(entry)
      this.path = [...this.path.filter((open) => open.depth < depth), entry]
      this.tableName = this.ids.asWritten(node).replace(NOT_IN_NAMES, '-')
    }
    this.children(node.children, { ...scope, kind: 'heading' })
  }

  table(node: Element, scope: Scope): void {
    const heading = this.path[this.path.length - 1]
    const index = this.tables.length
    const id = this.tableId(this.tableName)
    const grid = readTable(node, this.input.place)
    const caption = node.children.find((child) => isElement(child) && child.tagName === 'caption')
    const own = caption ? partsOf((caption as Element).children) : []
    const format = node.properties.dataFormat === 'markdown' ? 'markdown' : 'html'
    delete node.properties.dataFormat
    const place = this.input.place(node.position)
    const table: Table = {
      type: 'table',
      index,
      id,
      caption: own.length > 0 ? own : (heading?.parts ?? []),
      ...(heading ? { heading: heading.id } : {}),
      format,
      columns: grid.columns,
      ...(grid.spansLeftOut ? { spansLeftOut: true } : {}),
      headerRows: grid.headerRows,
      rows: [],
      ...(place ? { place } : {}),
    }
    // Before the tables in its cells.
    this.tables.push(table)
    this.indexes.set(node, index)
    for (const { cells } of grid.rows)
      for (const { element, row, column } of cells) this.cells.set(element, { table: index, row, column })
    this.children(node.children, scope)
    const rows = grid.rows.map(({ section, cells, place: at }) => ({
      section,
      cells: cells.map(({ element, ...cell }) => ({
        ...cell,
        units: unitsOf(element),
        blocks: blocksOf(element.children, this.indexes),
      })),
      ...(at ? { place: at } : {}),
    }))
    this.tables[index] = { ...table, rows }
  }

  /** A unique id: the name, from the second table on with `-2`, `-3`, …. */
  tableId(name: string): string {
    let id = ''
    do {
      const count = (this.tableCounts.get(name) ?? 0) + 1
      this.tableCounts.set(name, count)
      id = count === 1 ? name : `${name}-${count}`
    } while (this.tableIds.has(id))
    this.tableIds.add(id)
    return id
  }

  link(node: Element, position: Position | undefined): void {
    const name = node.tagName === 'a' ? 'href' : node.tagName === 'img' ? 'src' : null
    // The way back from a footnote is not written by anyone.
    if (name === null || node.properties.dataFootnoteBackref !== undefined) return
    const url = node.properties[name]
    const place = this.input.place(position)
    if (typeof url !== 'string' || !place) return
    const include = node.data && 'include' in node.data ? String(node.data.include) : undefined
    this.links.push({ type: name === 'href' ? 'link' : 'image', url, place, ...(include ? { include } : {}) })
  }
}

/** Keys of the units in an element, in document order. */
function unitsOf(element: Element): string[] {
  const keys = new Set<string>()
  addUnits(element.children, keys)
  return [...keys]
}

function addUnits(nodes: readonly ElementContent[], keys: Set<string>): void {
  for (const node of nodes) {
    if (node.type === 'slot') keys.add(node.unit)
    if (!isElement(node)) continue
    if (node.data?.slots) {
      for (const parts of Object.values(node.data.slots))
        for (const part of parts) if (typeof part !== 'string') keys.add(part.unit)
    }
    addUnits(node.children, keys)
  }
}
