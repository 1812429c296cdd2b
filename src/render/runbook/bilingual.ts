/**
 * Runbooks in two languages.
 *
 * Bilingual content is filled twice from the same skeleton: cells are paired one by one, and commands and images appear once. The style
 * sheet decides whether the other side is under or beside the text.
 *
 * On the screen, `runbook.js` makes a runbook fillable; nothing printed depends on it. It is a plain script, because pages opened from disk cannot load modules,
 * and has no words of its own: labels are attributes of its `script` element. It handles every `.runbook[data-hash]`, so one file can hold
 * several. The state is one flat object (`A-1/time`) in `localStorage`; each change reads it again first, so two windows lose nothing of each
 * other. `runbook.css` is for paper and shared styles, `runbook-screen.css` for the screen only.
 */

import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { foldSpace } from '../../util/fold-space.ts'
import { SKIP, visit } from '../../util/visit.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { element } from '../page/element.ts'
import { toHtml } from '../to-html.ts'

/**
 * A piece of content in two languages as HTML: the other language in a `div.other` behind it, in tables cell by cell. What both say alike
 * (commands, images) stands there once.
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

/** A title in the other language, for where it stands by itself; empty where both say the same. */
export function otherTitle(one: Root, other: Root): string {
  return isAlike(one, other) ? '' : toHtml(other).trim()
}

/** Puts the other language into each cell, and takes its tables away. Tables that do not match stay as they are. */
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

/** The cells of the tables of a tree, those of tables in cells left out. */
function cellsOf(tree: Root): Element[] {
  const cells: Element[] = []
  visit(tree, 'element', (node) => {
    if (!/^(?:td|th|caption)$/.test(node.tagName)) return
    cells.push(node)
    return SKIP
  })
  return cells
}

/** Takes out of the other language the commands and images that are there already. */
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

/** Removes elements, and those that are empty without them. */
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

/** Whether two pieces say the same. */
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
