import type { Element, ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Table } from '../../model/table.ts'
import { textOfParts } from '../../model/text.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { showFormula } from '../formulas/show-formulas.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { element as h } from '../page/element.ts'
import { labelContainer, titleAlert } from '../page/labels.ts'
import { outputRoot } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'
import { faviconOf } from '../site/site-view.ts'
import { titleOf } from '../title-of.ts'
import { toHtml } from '../to-html.ts'
import { rowsOfTable } from './table-element.ts'
import { pageUrl } from './table-grid.ts'

/** Data of the template `table`. */
export interface TableView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  readonly version: string
  /** Name of the icon, for `{{asset}}`. */
  readonly favicon: string
  /** Relative URL of the output folder, ending in `/`. */
  readonly root: string
  /** The document's page; `null` if there is none. */
  readonly page: { readonly url: string; readonly title: string } | null
  readonly bilingual: boolean
  /** Whether paper is too narrow for two languages side by side in every cell. */
  readonly wide: boolean
  /** The table as HTML. */
  readonly content: string
}

/** A table's page. */
export function tableToHtml(table: Table, element: Element | null, scope: PageScope): string {
  return tablePage(table, element ? finishTable(element, table, scope) : h('table', {}, []), scope, false)
}

/** A table's page with both sides in each cell, side by side; equal sides appear once. */
export function bilingualTableToHtml(
  table: Table,
  elements: { readonly source: Element | null; readonly target: Element | null },
  scopes: { readonly source: PageScope; readonly target: PageScope },
): string {
  const source = elements.source && finishTable(elements.source, table, scopes.source)
  const target = elements.target && finishTable(elements.target, table, scopes.target)
  if (!source || !target) return tablePage(table, target ?? h('table', {}, []), scopes.target, true)
  const ours = rowsOfTable(source).flatMap(({ cells }) => cells)
  const theirs = rowsOfTable(target).flatMap(({ cells }) => cells)
  if (ours.length !== theirs.length) {
    const both = h('div', { className: ['pair'] }, [
      inLanguage([source], scopes.source),
      inLanguage([target], scopes.target),
    ])
    return tablePage(table, both, scopes.target, true)
  }
  for (const [at, cell] of theirs.entries()) {
    const other = ours[at]!
    const isSame = hastToString(other).trim() === hastToString(cell).trim()
    if (!isSame) cell.children = [pair(other.children, cell.children, scopes)]
  }
  return tablePage(table, target, scopes.target, true)
}

/** The two sides of a cell. */
function pair(
  source: ElementContent[],
  target: ElementContent[],
  scopes: { readonly source: PageScope; readonly target: PageScope },
): Element {
  return h('div', { className: ['pair'] }, [
    inLanguage(source, scopes.source),
    inLanguage(target, scopes.target),
  ])
}

/** Wraps content in an element with its language and direction. */
export function inLanguage(children: ElementContent[], { locale }: PageScope): Element {
  return h('div', { lang: locale, dir: directionOf(locale) }, children)
}

/** Prepares a filled table for a page of its own: adds titles of alerts, a caption and scopes. */
export function finishTable(element: Element, table: Table, scope: PageScope): Element {
  visit(element, 'element', (node, index, parent) => {
    const shown = showFormula(node, scope.context)
    if (shown !== node && parent) {
      parent.children[index!] = shown
      return SKIP
    }
    titleAlert(node, scope)
    labelContainer(node, scope)
    if (node.tagName === 'pre' || node.tagName === 'code')
      Object.assign(node.properties, { dir: 'ltr', translate: 'no' })
    return undefined
  })
  setCaption(element, table, scope)
  setScopes(element, table)
  return element
}

/** Name of a table: its caption, or its number if it has none. */
function nameOf(table: Table, { document, side, label }: PageScope): string {
  return textOfParts(table.caption, document, side) || label('table.table', { number: table.index + 1 })
}

/** Adds a caption to a table without one. */
function setCaption(element: Element, table: Table, scope: PageScope): void {
  const has = element.children.some((child) => child.type === 'element' && child.tagName === 'caption')
  if (!has) element.children.unshift(h('caption', {}, [nameOf(table, scope)]))
}

/** Sets the `scope` of each header cell (HTML Standard, section 4.9.10). */
function setScopes(element: Element, table: Table): void {
  for (const [at, { inHead, cells }] of rowsOfTable(element).entries())
    for (const cell of cells) {
      if (cell.tagName !== 'th') continue
      const isColumn = inHead || at < table.headerRows
      const spans = Number(isColumn ? cell.properties.colSpan : cell.properties.rowSpan) > 1
      cell.properties.scope ??= (isColumn ? 'col' : 'row') + (spans ? 'group' : '')
    }
}

/** The page around a table; `bilingual` if it has several languages. */
export function tablePage(table: Table, content: Element, scope: PageScope, bilingual: boolean): string {
  const { document, side, locale, context, output } = scope
  const url = pageUrl(scope)
  const title = titleOf(document.title[side], document.path)
  const view: TableView = {
    locale,
    dir: directionOf(locale),
    title: nameOf(table, scope),
    version: context.version,
    favicon: faviconOf(context),
    root: outputRoot(output),
    page: url === null ? null : { url, title },
    bilingual,
    wide: table.columns > 2,
    content: toHtml(content),
  }
  return context.template('table', view)
}
