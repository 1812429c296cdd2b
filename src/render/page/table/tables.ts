import type { Element, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Table } from '../../../model/table.ts'
import { memoize } from '../../../util/memoize.ts'
import { visit } from '../../../util/tree/visit.ts'
import { rowsOfTable } from '../../tables/table-element.ts'
import { addClassName, element } from '../element.ts'
import type { PageScope } from '../page-scope.ts'
import { isBlank, unheadBlankCell } from './blank-heads.ts'
import { beginsWithTableNumber, captionTable, tableNumbersIn } from './table-caption.ts'
import { tableFiles } from './table-files.ts'

/** Longer cells need a wide column. */
const LONG_CELL = 60

/** A word that does not break at a hyphen, and would make a narrow column wide. */
const LONG_WORD = /[!-,./-~]{20}/

/**
 * Captions tables, sets the scope of header cells, makes wide tables scroll by touch and keyboard, and links to the files of each table.
 */
export function wrapTables(tree: Root, scope: PageScope): void {
  // Read at the first table, before any has a caption.
  const numbers = memoize((_: 'all') => tableNumbersIn(tree, scope))
  const names = new Set<string>()
  let index = 0

  function walk(parent: Parents, nested: boolean): void {
    for (const [at, node] of parent.children.entries()) {
      if (node.type !== 'element') continue
      if (node.tagName !== 'table') {
        walk(node, nested)
        continue
      }
      const model = scope.document.tables[index++]
      const number = index
      if (!nested) visit(node, 'element', unheadBlankCell)
      headCells(node, model)
      markBlankHeads(node)
      if (!nested)
        parent.children[at] = frame(node, model, labelTable(node, number, model, parent, at), scope)
      walk(node, true)
    }
  }

  /** Captions a table. Returns its name, which no other table of the page has. */
  function labelTable(
    node: Element,
    number: number,
    model: Table | undefined,
    parent: Parents,
    at: number,
  ): string {
    const caption = captionTable(node, number, model, scope, isNumbered(model, parent, at))
    const name = names.has(caption) ? scope.label('page.tableNamed', { number, caption }) : caption
    names.add(name)
    return name
  }

  /** Whether the text refers to the table by its number, unless the block above is a caption with that number. */
  function isNumbered(model: Table | undefined, { children }: Parents, at: number): boolean {
    if (!model || !numbers('all').has(model.index + 1)) return false
    const above = children.slice(0, at).findLast(({ type }) => type === 'element')
    return above === undefined || !beginsWithTableNumber(hastToString(above), model.index + 1, scope)
  }

  walk(tree, false)
}

/** The table in a container that scrolls, followed by a menu of its files. */
function frame(node: Element, model: Table | undefined, label: string, scope: PageScope): Element {
  const scroller = element(
    'div',
    { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: label },
    [node],
  )
  const files = model && scope.context.outputs.has('table') ? [tableFiles(model, label, scope)] : []
  return element('div', { className: ['table'] }, [scroller, ...files])
}

/** Sets the scope of header cells, and marks cells that are long or aligned. */
function headCells(table: Element, model: Table | undefined): void {
  for (const [index, { cells, inHead }] of rowsOfTable(table).entries()) {
    for (const cell of cells) {
      const text = hastToString(cell)
      const isColumn = inHead || index < (model?.headerRows ?? 0)
      headCell(cell, { isColumn, isLong: text.length > LONG_CELL, hasLongWord: LONG_WORD.test(text) })
    }
  }
}

/** Sets the scope of a header cell, and marks a cell that is long, has a long word, or is aligned. */
function headCell(
  cell: Pick<Element, 'tagName' | 'properties'>,
  {
    isColumn,
    isLong,
    hasLongWord,
  }: { readonly isColumn: boolean; readonly isLong: boolean; readonly hasLongWord: boolean },
): void {
  if (cell.tagName === 'th') cell.properties.scope ??= isColumn ? 'col' : 'row'
  if (isLong) addClassName(cell, 'long')
  if (hasLongWord) addClassName(cell, 'long-word')
  alignByClass(cell)
}

/** Marks blank header rows: pipe tables need a header row even if they are used for layout. */
function markBlankHeads(table: Element): void {
  for (const child of table.children) {
    if (child.type === 'element' && child.tagName === 'thead' && isBlank(child)) addClassName(child, 'blank')
  }
}

/** Replaces `align`, which HTML no longer has, by a class. */
function alignByClass(cell: Pick<Element, 'properties'>): void {
  const align = String(cell.properties.align ?? '').toLowerCase()
  delete cell.properties.align
  if (/^(?:left|right|center)$/.test(align)) addClassName(cell, `align-${align}`)
}
