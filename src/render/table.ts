import type { Element } from 'hast'
import type { BilingualDocument } from '../model/document.ts'
import type { Table } from '../model/table.ts'
import type { Side } from '../model/unit.ts'
import { localeOf, type OutputFile, outputPath, type RenderContext } from './context.ts'
import { createPageScope, type PageScope } from './page/page-scope.ts'
import { tableToCsv } from './table-csv.ts'
import { fillTable } from './table-element.ts'
import { multilingualGrid, type TextGrid, tableToGrid } from './table-grid.ts'
import { bilingualTableToHtml, tableToHtml } from './table-html.ts'
import { pointLinks } from './table-links.ts'
import { tableToMarkdown } from './table-markdown.ts'

/**
 * Renders each table of one side of a document by itself: `<locale>/<path>.tables/<n>-<id>.html`, `.md` and `.csv`, and beside a
 * target's files the same with both sides: `<n>-<id>.bilingual.html`, `.md` and `.csv`.
 *
 * A cell that spans several rows or columns keeps its span in HTML. CSV repeats its text in each row and column, so that every
 * row can be sorted and filtered by itself; Markdown, which is read, has it once and leaves the other places empty. Where spans are left
 * out (`Table.spansLeftOut`), CSV and Markdown have the cells of each row one after the other, once each, and HTML has them as written.
 */
export function renderTables(
  document: BilingualDocument,
  side: Side,
  context: RenderContext,
): readonly OutputFile[] {
  return document.tables.flatMap((table) => renderTable(document, table, side, context))
}

/** The files of one table. */
function renderTable(
  document: BilingualDocument,
  table: Table,
  side: Side,
  context: RenderContext,
): readonly OutputFile[] {
  const own = readSide(document, table, side, context)
  const path = (ending: string) => pathOf(document, table, side, ending)
  const files = [
    {
      path: path('.html'),
      content: tableToHtml(table, structuredClone(own.element), { ...own.scope, output: path('.html') }),
    },
    { path: path('.md'), content: tableToMarkdown(own.grid) },
    { path: path('.csv'), content: tableToCsv(own.grid) },
  ]
  if (side === 'source' || context.notice === 'untranslated') return files
  const source = readSide(document, table, 'source', context)
  return [...files, ...renderBilingual(document, table, { source, target: own })]
}

/** The files that have both sides of a table. */
function renderBilingual(
  document: BilingualDocument,
  table: Table,
  { source, target }: Readonly<Record<Side, TableSide>>,
): readonly OutputFile[] {
  const path = (ending: string) => pathOf(document, table, 'target', `.bilingual${ending}`)
  const grid = multilingualGrid([source.grid, target.grid], [document.sourceLocale, document.targetLocale])
  const html = bilingualTableToHtml(
    table,
    { source: source.element, target: target.element },
    {
      source: { ...source.scope, output: path('.html') },
      target: { ...target.scope, output: path('.html') },
    },
  )
  return [
    { path: path('.html'), content: html },
    { path: path('.md'), content: tableToMarkdown(grid) },
    { path: path('.csv'), content: tableToCsv(grid) },
  ]
}

/** One side of a table. */
interface TableSide {
  readonly element: Element | null
  readonly scope: PageScope
  readonly grid: TextGrid
}

/** Fills a table with one side. */
function readSide(document: BilingualDocument, table: Table, side: Side, context: RenderContext): TableSide {
  const scope = { ...createPageScope(document, side, context), output: pathOf(document, table, side, '.md') }
  const element = fillTable(table, scope)
  const linked = structuredClone(element)
  if (linked) pointLinks({ type: 'root', children: [linked] }, scope)
  return { element, scope, grid: tableToGrid(table, linked, scope) }
}

/** Path of a table's file. */
function pathOf(document: BilingualDocument, table: Table, side: Side, ending: string): string {
  return outputPath(
    localeOf(document, side),
    document.path,
    `.tables/${table.index + 1}-${table.id}${ending}`,
  )
}
