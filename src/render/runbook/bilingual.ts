/**
 * Runbooks in two languages.
 *
 * Bilingual content is filled twice from the same skeleton: cells are paired one by one, and commands and images appear once. The style
 * sheet decides whether the other side is under or beside the text.
 *
 * On the screen, `runbook.js` makes a runbook fillable; nothing printed depends on it. It is a plain script, because pages opened from disk
 * cannot load modules, and contains no text: labels are attributes of its `script` element. It handles every `.runbook[data-hash]`, so one
 * file can contain several. The record in `localStorage` is a list of entries (of the field `A-1/time`) to which entries are only added; each
 * change reads it again first, so that two windows do not overwrite each other. It contains the text too, which may have changed when the
 * record is read. `runbook.css` is for paper and shared styles, `runbook-screen.css` for the screen only.
 */

import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { foldSpace } from '../../util/text/fold-space.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { element } from '../page/element.ts'
import { toHtml } from '../to-html.ts'

/**
 * Content in two languages as HTML: the other language follows in a `div.other`, in tables cell by cell. Equal parts (commands, images)
 * appear once.
 *
 * @param locale of the other language.
 */
export function pairToHtml(one: Root, other: Root, locale: string): string {
  pairCells(one, other, locale)
  if (!isAlike(one, other)) dropRepeated(one, other)
  const own = toHtml(one).trim()
  if (isAlike(one, other) || hastToString(other).trim() === '') return own
  return toHtml(
    element('div', { className: ['pair'] }, [wrap('one', one.children), wrapOther(other, locale)]),
  )
}

/** A title in the other language, for display on its own; empty if both are equal. */
export function otherTitle(one: Root, other: Root): string {
  return isAlike(one, other) ? '' : toHtml(other).trim()
}

/** Adds the other language to each cell, and removes its tables. Tables that do not match stay unchanged. */
function pairCells(one: Root, other: Root, locale: string): void {
  const cells = cellsOf(one)
  const others = cellsOf(other)
  if (cells.length === 0 || cells.length !== others.length) return
  for (const [at, cell] of cells.entries()) {
    const counterpart = others[at]!
    if (!isAlike(cell, counterpart)) cell.children.push(wrapOther(counterpart, locale))
  }
  prune(other, ({ tagName }) => tagName === 'table')
}

/** The cells of the tables of a tree, without those of nested tables. */
function cellsOf(tree: Root): Element[] {
  const cells: Element[] = []
  visit(tree, 'element', (node) => {
    if (!/^(?:td|th|caption)$/.test(node.tagName)) return
    cells.push(node)
    return SKIP
  })
  return cells
}

/** Removes commands and images from the other language that the first one contains. */
function dropRepeated(one: Root, other: Root): void {
  const seen = new Set<string>()
  visit(one, 'element', (node) => {
    if (isCode(node)) seen.add(hastToString(node))
  })
  prune(other, (node) => (isCode(node) ? seen.has(hastToString(node)) : node.tagName === 'img'))
}

function isCode({ tagName }: Element): boolean {
  return tagName === 'pre'
}

/** Removes elements, and those that become empty. */
function prune(parent: Parents, isGone: (node: Element) => boolean): void {
  const kept = (parent.children as ElementContent[]).filter((child) => {
    if (child.type !== 'element') return true
    if (isGone(child)) return false
    const before = child.children.length
    prune(child, isGone)
    const lost = child.children.length < before
    return !lost || hastToString(child).trim() !== ''
  })
  parent.children = kept
}

/** Whether two pieces have the same text. */
function isAlike(one: Parents, other: Parents): boolean {
  return textOf(one) === textOf(other)
}

function textOf(node: Parents): string {
  return foldSpace(hastToString(node))
}

function wrapOther({ children }: Parents, locale: string): Element {
  const other = wrap('other', children)
  Object.assign(other.properties, { lang: locale, dir: directionOf(locale) })
  return other
}

function wrap(className: string, children: Parents['children']): Element {
  return element('div', { className: [className] }, children as ElementContent[])
}
