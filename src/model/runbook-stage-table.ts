import type { Element, ElementContent } from 'hast'
import { contains, hasContent, isBlank, isElement, textOfNodes, trimNodes } from './runbook-content.ts'
import { parseStage, type Stage } from './runbook-stage.ts'
import type { CheckItem, RunbookContent, StepField } from './runbook-types.ts'
import type { Table, TableCell } from './table.ts'
import type { UnitTables } from './text.ts'

/** A cell of a table with the element that holds its content. */
export interface GridCell extends TableCell {
  readonly content: RunbookContent
  /** Its text in English. */
  readonly text: string
}

/** A table as rows of grid positions: a cell that spans stands in each position it takes. */
export interface Grid {
  readonly table: Table
  readonly header: readonly (readonly (GridCell | undefined)[])[]
  readonly body: readonly (readonly (GridCell | undefined)[])[]
}

/** A table read as stages: one column each. */
export interface StageTable {
  readonly table: Table
  readonly situationHeader: RunbookContent
  readonly columns: readonly StageColumn[]
}

/** One stage of a stage table. */
export interface StageColumn {
  readonly column: number
  readonly stage: Stage
  readonly title: RunbookContent
  readonly items: readonly CheckItem[]
}

/** Headers of columns that stand beside the stages and tell of the row. */
const REMARKS =
  /^(notes?|remarks?|comments?|details?|additional (?:information|details)|(?:for )?more information|see(?: also)?|documentation|references?|links?)\b/i

/** Joins a table with the element it was read from; `null` where the two do not agree. */
export function toGrid(element: Element, table: Table, units: UnitTables): Grid | null {
  const rows = rowsOf(element)
  if (rows.length !== table.rows.length) return null
  const grid: (GridCell | undefined)[][] = rows.map(() => Array(table.columns).fill(undefined))
  for (const [at, row] of table.rows.entries()) {
    const cells = rows[at]!.children.filter((child) => isElement(child, 'td', 'th'))
    if (cells.length !== row.cells.length) return null
    for (const [index, cell] of row.cells.entries()) {
      const content = trimNodes((cells[index] as Element).children)
      const full = { ...cell, content, text: textOfNodes(content, units, 'source') }
      for (const line of grid.slice(cell.row, cell.row + cell.rowSpan))
        line.fill(full, cell.column, cell.column + cell.columnSpan)
    }
  }
  const headerRows = Math.max(table.headerRows, 1)
  return { table, header: grid.slice(0, headerRows), body: grid.slice(headerRows) }
}

/** The rows of a table, those of nested tables left out. */
export function rowsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child]
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : []
  })
}

/** Reads a table as stages, or gives `null` where its headers do not name any. */
export function toStageTable(grid: Grid, units: UnitTables): StageTable | null {
  const headers = Array.from({ length: grid.table.columns }, (_, column) => headerOf(grid, column))
  const rest = headers.slice(1).map((cells, at) => ({ cells, column: at + 1, stage: stageOf(cells) }))
  const stages = rest.flatMap((entry) => (entry.stage ? [{ ...entry, stage: entry.stage }] : []))
  const others = rest.filter((entry) => !entry.stage)
  if (stages.length === 0 || stageOf(headers[0] ?? []) !== null) return null
  if (stages.every(({ stage }) => stage.event === 'normal')) return null
  if (others.length > 0 && !(stages.length > 1 && others.every(({ cells }) => isRemark(cells)))) return null
  if (stages.length === 1 && !tellsBehaviour(grid, stages[0]!.column)) return null
  const columns = stages.map(({ cells, column, stage }) => ({
    column,
    stage,
    title: joinHeader(cells),
    items: toItems(
      grid,
      column,
      others.map((other) => ({ column: other.column, label: joinHeader(other.cells) })),
      units,
    ),
  }))
  if (columns.every(({ items }) => items.length === 0)) return null
  return { table: grid.table, situationHeader: joinHeader(headers[0] ?? []), columns }
}

/** The header cells above a column, from the top, each once. */
export function headerOf(grid: Grid, column: number): readonly GridCell[] {
  const cells = grid.header.flatMap((row) => row[column] ?? [])
  return [...new Set(cells)].filter(({ text }) => text !== '')
}

/** The stage that a column's headers name. */
function stageOf(cells: readonly GridCell[]): Stage | null {
  const stages = cells.flatMap(({ text }) => parseStage(text) ?? [])
  const stage = stages.at(-1)
  if (!stage) return null
  const above = cells.filter(({ text }) => parseStage(text) === null).map(({ text }) => text.toLowerCase())
  return stage.event === '' && above.length > 0 ? { ...stage, event: above.join(' ') } : stage
}

/** Whether a column tells of the row whatever the stage. */
function isRemark(cells: readonly GridCell[]): boolean {
  return cells.every(({ text }) => REMARKS.test(text))
}

/** The content of stacked headers as one. */
export function joinHeader(cells: readonly GridCell[]): RunbookContent {
  return cells.flatMap(({ content }, at) =>
    at === 0 ? content : [{ type: 'text' as const, value: ' – ' }, ...content],
  )
}

/**
 * Whether the cells of a column say what happens: sentences or lists. A single column after a heading such as “After first
 * use” is else as likely a table of properties.
 */
function tellsBehaviour(grid: Grid, column: number): boolean {
  const cells = grid.body.flatMap((row) => row[column] ?? []).filter(({ text }) => text !== '')
  const sentences = cells.filter(
    ({ text, content }) =>
      (/[.!…]["”’)]*$/.test(text) && text.split(' ').length > 2) ||
      content.some((node) => contains(node, (child) => isElement(child, 'li'))),
  )
  return sentences.length * 3 >= cells.length * 2
}

/** One item per row that says something at this stage. */
function toItems(
  grid: Grid,
  column: number,
  remarks: readonly { readonly column: number; readonly label: RunbookContent }[],
  units: UnitTables,
): readonly CheckItem[] {
  const items: CheckItem[] = []
  let band: RunbookContent | undefined
  for (const rows of groupRows(grid)) {
    const first = rows[0]?.[0]
    const cells = uniqueCells(rows, column)
    if (first && cells.length === 1 && cells[0] === first) {
      band = first.content
      continue
    }
    const expected = cells.flatMap(({ content }) => separate(content))
    if (!hasContent(expected, units)) continue
    const fields = remarks.flatMap((remark): StepField[] => {
      const content = uniqueCells(rows, remark.column).flatMap((cell) => separate(cell.content))
      return hasContent(content, units) ? [{ type: 'field', label: remark.label, content }] : []
    })
    const item = { number: `${items.length + 1}`, situation: first?.content ?? [], expected, fields }
    items.push(band ? { ...item, band } : item)
    band = undefined
  }
  return items
}

/** The body rows, those that share one cell of the first column together. */
export function groupRows(grid: Grid): readonly (readonly (GridCell | undefined)[])[][] {
  const groups: (readonly (GridCell | undefined)[])[][] = []
  for (const row of grid.body) {
    const last = groups.at(-1)
    if (last && row[0] && last[0]?.[0] === row[0]) last.push(row)
    else groups.push([row])
  }
  return groups
}

/** The cells of a column in some rows, each once. */
export function uniqueCells(
  rows: readonly (readonly (GridCell | undefined)[])[],
  column: number,
): GridCell[] {
  return [...new Set(rows.flatMap((row) => row[column] ?? []))]
}

/** Content as blocks, so that contents put together stay apart. */
export function separate(content: RunbookContent): RunbookContent {
  const isInline = content.every(
    (node) => node.type !== 'element' || !/^(p|ul|ol|div|pre|blockquote|table|dl|h[1-6])$/.test(node.tagName),
  )
  if (content.every(isBlank)) return []
  return isInline
    ? [{ type: 'element', tagName: 'p', properties: {}, children: [...content] as ElementContent[] }]
    : content
}
