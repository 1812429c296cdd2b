import type { BilingualDocument } from '../../model/document.ts'
import type { Table } from '../../model/table.ts'
import type { Side } from '../../model/unit.ts'
import { cloneTree } from '../../util/tree/clone-tree.ts'
import { localeOf, type OutputFile, type RenderContext } from '../context.ts'
import { createPageScope } from '../page/page-scope.ts'
import { isTranslation } from '../translation-notices.ts'
import { tableToCsv } from './table-csv.ts'
import { type FilledTable, multilingualGrid, readTable, type TextGrid } from './table-grid.ts'
import { bilingualTableToHtml, tableToHtml } from './table-html.ts'
import { tableToMarkdown } from './table-markdown.ts'
import { tablePath } from './table-path.ts'

/**
 * Renders each table of one side of a document to files: `<locale>/<path>.tables/<n>-<id>.html`, `.md` and `.csv`. For a target, if
 * bilingual tables are to be made, also renders both sides: `<n>-<id>.bilingual.html`, `.md` and `.csv`.
 *
 * A cell that spans several rows or columns keeps its span in HTML. CSV repeats its text in each row and column, so that rows can be
 * sorted and filtered; Markdown, which people read, has it once and leaves the other places empty. If the model ignores spans
 * (`Table.spansLeftOut`), CSV and Markdown list each cell of a row once, and HTML keeps the spans as written.
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
  const path = (ending: string) => tablePath(document, localeOf(document, side), table, ending)
  // All files of a table are in one folder, so they share their links.
  const read = (of: Side) =>
    readTable(table, { ...createPageScope(document, of, context), output: path('.html') })
  const own = read(side)
  // Texts first, because rendering HTML modifies the element that they read.
  const texts = textFiles(own.grid, path)
  const bilingual =
    context.bilingualTables && isTranslation(side, context)
      ? renderBilingual(document, table, { source: read('source'), target: own })
      : []
  const html = { path: path('.html'), content: tableToHtml(table, own.element, own.scope) }
  return [html, ...texts, ...bilingual]
}

/** The files with both sides of a table. */
function renderBilingual(
  document: BilingualDocument,
  table: Table,
  { source, target }: Readonly<Record<Side, FilledTable>>,
): readonly OutputFile[] {
  const path = (ending: string) => tablePath(document, document.targetLocale, table, `.bilingual${ending}`)
  const grid = multilingualGrid([source.grid, target.grid], [document.sourceLocale, document.targetLocale])
  const texts = textFiles(grid, path)
  const html = bilingualTableToHtml(
    table,
    { source: source.element, target: cloneTree(target.element) },
    { source: source.scope, target: { ...target.scope, output: path('.html') } },
  )
  return [{ path: path('.html'), content: html }, ...texts]
}

/** A table as Markdown and CSV. */
function textFiles(grid: TextGrid, path: (ending: string) => string): readonly OutputFile[] {
  return [
    { path: path('.md'), content: tableToMarkdown(grid) },
    { path: path('.csv'), content: tableToCsv(grid) },
  ]
}
