import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Table } from '../../model/table.ts'
import { textOfParts } from '../../model/text.ts'
import { foldSpace } from '../../util/fold-space.ts'
import { visit } from '../../util/visit.ts'
import { langOfParts } from '../lang-of-parts.ts'
import { rowsOfTable } from '../tables/table-element.ts'
import { multilingualTablePath, tablePath } from '../tables/table-path.ts'
import { isBlank, unheadBlankCell } from './blank-heads.ts'
import { addClassName, element } from './element.ts'
import { relativeUrl } from './local-url.ts'
import type { PageScope } from './page-scope.ts'

/** Characters from which on a cell’s text needs a wide column to be read. */
const LONG_CELL = 60

/** Forms in which a table is written to files of its own: file name ending and what people call it. */
const TABLE_FILES = [
  ['.html', 'HTML'],
  ['.csv', 'CSV'],
  ['.md', 'Markdown'],
] as const

/**
 * Numbers and captions the tables, tells what header cells head, lets wide tables scroll by touch and by keyboard, and links
 * to each table’s own files.
 */
export function wrapTables(tree: Root, scope: PageScope): void {
  let index = 0

  function walk(parent: Parents, nested: boolean): void {
    for (const [at, node] of parent.children.entries()) {
      if (node.type !== 'element') continue
      if (node.tagName !== 'table') {
        walk(node, nested)
        continue
      }
      const model = scope.document.tables[index++]
      if (!nested) visit(node, 'element', unheadBlankCell)
      headCells(node, model)
      markBlankHeads(node)
      if (!nested) parent.children[at] = frame(node, model, scope)
      walk(node, true)
    }
  }

  walk(tree, false)
}

/** The table in a container that scrolls, followed by links to its files. */
function frame(node: Element, model: Table | undefined, scope: PageScope): Element {
  const label = captionTable(node, model, scope)
  const scroller = element(
    'div',
    { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: label },
    [node],
  )
  const files = model && scope.context.outputs.has('table') ? [tableFiles(model, label, scope)] : []
  return element('div', { className: ['table'] }, [scroller, ...files])
}

/**
 * Gives a table its caption unless it has one; of a caption that only repeats the heading above, just the number is seen.
 *
 * @returns the caption’s text.
 */
function captionTable(node: Element, model: Table | undefined, scope: PageScope): string {
  const own = node.children.find((child) => child.type === 'element' && child.tagName === 'caption')
  if (own) return foldSpace(hastToString(own))
  const { text, caption } = captionOf(model, scope)
  node.children.unshift(caption)
  return text
}

/** The caption of a table that has none of its own, and its text. */
function captionOf(
  model: Table | undefined,
  { document, side, label }: PageScope,
): { readonly text: string; readonly caption: Element } {
  const number = model ? model.index + 1 : 1
  const caption = model ? textOfParts(model.caption, document, side) : ''
  const short = label('page.table', { number })
  const full = caption ? label('page.tableNamed', { number, caption }) : short
  const hidden = full.startsWith(short) ? full.slice(short.length) : ''
  const seen: (ElementContent | string)[] = [short]
  const lang = model && langOfParts(model.caption, document, side)
  if (hidden) seen.push(element('span', { className: ['visually-hidden'], ...(lang && { lang }) }, [hidden]))
  return {
    text: full,
    caption: element('caption', {}, [element('span', { className: ['caption-text'] }, seen)]),
  }
}

/** Links to the files of one table. */
function tableFiles(model: Table, name: string, scope: PageScope): Element {
  const links = TABLE_FILES.map(([suffix, form]) =>
    element('li', {}, [
      element(
        'a',
        { href: relativeUrl(scope.output, tablePath(scope.document, scope.locale, model, suffix)) },
        [form, element('span', { className: ['visually-hidden'] }, [` – ${name}`])],
      ),
    ]),
  )
  return element('div', { className: ['table-files'] }, [
    element('span', {}, [scope.label('page.tableFiles')]),
    ' ',
    element('ul', {}, [...links, ...multilingualFiles(model, name, scope)]),
  ])
}

/** Links to the files that have the table in all languages, where there are more than two. */
function multilingualFiles(model: Table, name: string, scope: PageScope): readonly Element[] {
  if (!scope.context.hasCommonTables) return []
  const languages = scope.label('page.languages')
  return [
    ['.html', 'HTML'],
    ['.csv', 'CSV'],
  ].map(([suffix = '', form = '']) =>
    element('li', {}, [
      element(
        'a',
        { href: relativeUrl(scope.output, multilingualTablePath(scope.document, model, suffix)) },
        [`${languages} (${form})`, element('span', { className: ['visually-hidden'] }, [` – ${name}`])],
      ),
    ]),
  )
}

/** Says of each header cell what it heads, and marks the cells that hold much text and those that are aligned. */
function headCells(table: Element, model: Table | undefined): void {
  for (const [index, { cells, inHead }] of rowsOfTable(table).entries()) {
    for (const cell of cells) {
      const isLong = hastToString(cell).length > LONG_CELL
      headCell(cell, { isColumn: inHead || index < (model?.headerRows ?? 0), isLong })
    }
  }
}

/** Says of a cell what it heads, if it is a header cell, and marks it where it holds much text or is aligned. */
function headCell(
  cell: Pick<Element, 'tagName' | 'properties'>,
  { isColumn, isLong }: { readonly isColumn: boolean; readonly isLong: boolean },
): void {
  if (cell.tagName === 'th') cell.properties.scope ??= isColumn ? 'col' : 'row'
  if (isLong) addClassName(cell, 'long')
  alignByClass(cell)
}

/** Marks header rows that show nothing: pipe tables have to have one, also where they only arrange their cells. */
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
