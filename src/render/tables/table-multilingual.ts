import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { BilingualDocument } from '../../model/document.ts'
import type { Table } from '../../model/table.ts'
import type { Side } from '../../model/unit.ts'
import { localeOf, type OutputFile, type RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { languageName } from '../i18n/language-name.ts'
import { element as h } from '../page/element.ts'
import { createPageScope, type PageScope } from '../page/page-scope.ts'
import { tableToCsv } from './table-csv.ts'
import { rowsOfTable } from './table-element.ts'
import { multilingualGrid, readTable } from './table-grid.ts'
import { finishTable, inLanguage, tablePage } from './table-html.ts'
import { multilingualTablePath } from './table-path.ts'

/** One locale of a document, as a side of a bilingual document. */
export interface LocaleSide {
  readonly document: BilingualDocument
  readonly side: Side
  readonly context: RenderContext
}

/**
 * Renders each table of a document with a column per locale for each of its columns: `data/<path>.tables/<n>-<id>.csv` and, if
 * bilingual tables are to be made, `.html`. The source comes first; locales without a translation are left out.
 *
 * @param sides all locales of one joined document, which have the same tables.
 */
export function renderMultilingualTables(sides: readonly LocaleSide[]): readonly OutputFile[] {
  const translated = sides.filter(({ context }) => context.notice !== 'untranslated')
  const ordered = [
    ...translated.filter(({ side }) => side === 'source'),
    ...translated.filter(({ side }) => side === 'target'),
  ]
  const [first] = ordered
  if (!first || ordered.length < 2) return []
  return first.document.tables.flatMap((table) => renderTable(table, ordered))
}

function renderTable(table: Table, sides: readonly LocaleSide[]): readonly OutputFile[] {
  const locales = sides.map(({ document, side }) => localeOf(document, side))
  const path = (ending: string) => multilingualTablePath(sides[0]!.document, table, ending)
  const scopes = sides.map(({ document, side, context }) => ({
    ...createPageScope(document, side, context),
    output: path('.html'),
  }))
  const tables = scopes.map((scope) => readTable(table, scope))
  const grids = tables.map(({ grid }) => grid)
  // Text first, because rendering HTML modifies the elements that it reads.
  const csv = { path: path('.csv'), content: tableToCsv(multilingualGrid(grids, locales)) }
  if (!sides[0]!.context.bilingualTables) return [csv]
  const elements = tables.map(({ element, scope }) =>
    element ? finishTable(element, table, scope) : h('table', {}, []),
  )
  const html = tablePage(table, inColumns(table, elements, scopes), scopes[0]!, true)
  return [{ path: path('.html'), content: html }, csv]
}

/** Combines tables into one with a column for each language; stacks them if their cells do not correspond. */
function inColumns(table: Table, elements: readonly Element[], scopes: readonly PageScope[]): Element {
  const cells = elements.map((element) => rowsOfTable(element).flatMap((row) => row.cells))
  const [ours = []] = cells
  if (cells.some((others) => others.length !== ours.length)) {
    return h(
      'div',
      {},
      elements.map((element, at) => inLanguage([element], scopes[at]!)),
    )
  }
  const first = elements[0]!
  const versions = new Map(ours.map((cell, index) => [cell, cells.map((others) => others[index]!)]))
  for (const { row } of rowsOfTable(first)) {
    row.children = row.children.flatMap((cell) => {
      const each = cell.type === 'element' ? versions.get(cell) : undefined
      return each ? toColumns(each, scopes) : [cell]
    })
  }
  addLanguageRow(first, table, scopes)
  return first
}

/** The versions of a cell side by side; a single cell if they are equal or the cell spans columns. */
function toColumns(versions: readonly Element[], scopes: readonly PageScope[]): Element[] {
  const [first] = versions
  const columns = Number(first!.properties.colSpan ?? 1)
  const isSame = versions.every((cell) => hastToString(cell).trim() === hastToString(first!).trim())
  const wide = { ...first!.properties, colSpan: columns * versions.length }
  if (isSame) return [{ ...first!, properties: wide }]
  if (columns > 1) {
    const children = versions.map((cell, at) => inLanguage(cell.children, scopes[at]!))
    return [{ ...first!, properties: wide, children }]
  }
  return versions.map((cell, at) => {
    const { locale } = scopes[at]!
    return { ...cell, properties: { ...cell.properties, lang: locale, dir: directionOf(locale) } }
  })
}

/** Adds a row at the top with the language of each column. */
function addLanguageRow(element: Element, table: Table, scopes: readonly PageScope[]): void {
  const names = Array.from({ length: table.columns }, () =>
    scopes.map(({ locale }) =>
      h('th', { scope: 'col', lang: locale, dir: directionOf(locale) }, [languageName(locale)]),
    ),
  ).flat()
  const row = h('tr', { className: ['languages'] }, names)
  const head = element.children.find((child) => child.type === 'element' && child.tagName === 'thead')
  if (head?.type === 'element') head.children.unshift(row)
  else {
    const at = element.children.findIndex(
      (child) => child.type !== 'element' || !/^(?:caption|colgroup)$/.test(child.tagName),
    )
    element.children.splice(at < 0 ? element.children.length : at, 0, h('thead', {}, [row]))
  }
  // Column widths apply to the columns of one language.
  element.children = element.children.filter(
    (child) => child.type !== 'element' || child.tagName !== 'colgroup',
  )
}
