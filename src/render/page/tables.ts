import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Table } from '../../model/table.ts'
import { textOfParts } from '../../model/text.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { visit } from '../../util/tree/visit.ts'
import type { RenderContext } from '../context.ts'
import { langOfParts } from '../lang-of-parts.ts'
import { rowsOfTable } from '../tables/table-element.ts'
import { multilingualTablePath, tablePath } from '../tables/table-path.ts'
import { isBlank, unheadBlankCell } from './blank-heads.ts'
import { addClassName, element } from './element.ts'
import { relativeUrl } from './local-url.ts'
import type { PageScope } from './page-scope.ts'

/** Longer cells need a wide column. */
const LONG_CELL = 60

/** Formats of the files of a table: file name ending and common name. */
const TABLE_FILES = [
  ['.html', 'HTML'],
  ['.csv', 'CSV'],
  ['.md', 'Markdown'],
] as const

/**
 * Numbers and captions tables, sets the scope of header cells, makes wide tables scroll by touch and keyboard,
 * and links to the files of each table.
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
 * Adds a caption to a table without one. If the caption repeats the heading above, only its number is visible.
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

/** Makes the caption of a table without one, and its text. */
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

/** Makes links to the files of a table that are made. */
function tableFiles(model: Table, name: string, scope: PageScope): Element {
  const { document, locale, side, context } = scope
  const isBilingual = context.bilingualTables && side === 'target' && context.notice !== 'untranslated'
  const bilingual = scope.label('page.bilingualTable')
  const languages = scope.label('page.languages')
  const links = [
    ...TABLE_FILES.map(([suffix, form]) => [form, tablePath(document, locale, model, suffix)]),
    ...TABLE_FILES.filter(() => isBilingual).map(([suffix, form]) => [
      `${bilingual} (${form})`,
      tablePath(document, locale, model, `.bilingual${suffix}`),
    ]),
    ...TABLE_FILES.filter(([suffix]) => isMultilingual(suffix, context)).map(([suffix, form]) => [
      `${languages} (${form})`,
      multilingualTablePath(document, model, suffix),
    ]),
  ]
  const items = links.map(([text = '', path = '']) =>
    element('li', {}, [
      element('a', { href: relativeUrl(scope.output, path) }, [
        text,
        element('span', { className: ['visually-hidden'] }, [` – ${name}`]),
      ]),
    ]),
  )
  return element('div', { className: ['table-files'] }, [
    element('span', {}, [scope.label('page.tableFiles')]),
    ' ',
    element('ul', {}, items),
  ])
}

/** Whether the file of a table with a column per locale is made. */
function isMultilingual(suffix: string, { hasCommonTables, bilingualTables }: RenderContext): boolean {
  if (!hasCommonTables) return false
  return suffix === '.csv' || (suffix === '.html' && bilingualTables === true)
}

/** Sets the scope of header cells, and marks cells that are long or aligned. */
function headCells(table: Element, model: Table | undefined): void {
  for (const [index, { cells, inHead }] of rowsOfTable(table).entries()) {
    for (const cell of cells) {
      const isLong = hastToString(cell).length > LONG_CELL
      headCell(cell, { isColumn: inHead || index < (model?.headerRows ?? 0), isLong })
    }
  }
}

/** Sets the scope of a header cell, and marks a cell that is long or aligned. */
function headCell(
  cell: Pick<Element, 'tagName' | 'properties'>,
  { isColumn, isLong }: { readonly isColumn: boolean; readonly isLong: boolean },
): void {
  if (cell.tagName === 'th') cell.properties.scope ??= isColumn ? 'col' : 'row'
  if (isLong) addClassName(cell, 'long')
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
