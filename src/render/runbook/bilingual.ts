/**
 * Runbooks in two languages.
 *
 * Both languages of a text come from the same skeleton, so their blocks, list items and table cells can be paired one by one. Commands and
 * images appear once, across both columns. The style sheet decides whether the other language is below or beside the text.
 *
 * On the screen, people can fill in a runbook with `runbook.js`; the printed runbook does not depend on it. It is a plain script, because
 * pages opened from disk cannot load modules. It contains no text: its labels are attributes of its `script` element. It handles every
 * `.runbook[data-hash]`, so one file can contain several runbooks. The record in `localStorage` is a list of entries (for a field such as
 * `A-1/time`), and entries are only ever added. Each change reads the record again first, so that two windows do not overwrite each other.
 * The record also contains the text of the runbook, because the text may have changed by the time the record is read. `runbook.css` has
 * the styles for paper and those for both paper and screen, `runbook-screen.css` those for the screen only.
 */

import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isBlock } from '../../runbook/content.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { element } from '../page/element.ts'
import { toHtml } from '../to-html.ts'
import { isMark } from './doubts.ts'

/**
 * Content in two languages as HTML: each block is followed by the other language in a `div.other`, down to the items of lists and the
 * cells of tables. Equal parts (commands, images) appear once.
 *
 * @param locale of the other language.
 */
export function pairToHtml(one: Root, other: Root, locale: string): string {
  const nodes = zip(one.children as ElementContent[], other.children as ElementContent[], locale)
  return toHtml({ type: 'root', children: nodes }).trim()
}

/** Blocks that contain blocks. */
const CONTAINERS = /^(?:ul|ol|li|dl|dd|dt|div|blockquote|section|figure|details)$/

/** Pairs the blocks of two lists; those whose structure differs are paired as a whole. */
function zip(
  one: readonly ElementContent[],
  other: readonly ElementContent[],
  locale: string,
): ElementContent[] {
  const items = toItems(one)
  const others = toItems(other)
  const isSame =
    items.length === others.length && items.every(({ tagName }, at) => tagName === others[at]!.tagName)
  if (!isSame) return pairWhole(one, other, locale)
  return items.flatMap((item, at) => [...zipItem(item, others[at]!, locale), ...item.marks])
}

function zipItem(item: Item, counterpart: Item, locale: string): ElementContent[] {
  const block = item.nodes[0]!
  const twin = counterpart.nodes[0]!
  if (isBlock(block) && isBlock(twin)) {
    if (block.tagName === 'table') {
      const cells = cellsOf(block)
      const others = cellsOf(twin)
      if (cells.length === others.length) {
        for (const [at, cell] of cells.entries())
          if (!isAlike(cell, others[at]!)) cell.children.push(wrapOther(others[at]!.children, locale))
        return [block]
      }
    }
    if (CONTAINERS.test(block.tagName))
      return [{ ...block, children: zip(block.children, twin.children, locale) }]
  }
  return pairWhole(item.nodes, counterpart.nodes, locale)
}

/** Both languages of a text; one of them if they are equal or the other has none. */
function pairWhole(
  one: readonly ElementContent[],
  other: readonly ElementContent[],
  locale: string,
): ElementContent[] {
  const root: Root = { type: 'root', children: [...one] }
  const twin: Root = { type: 'root', children: [...other] }
  if (isAlike(root, twin)) return [...one]
  dropRepeated(root, twin)
  if (hastToString(twin).trim() === '') return [...one]
  return [element('div', { className: ['pair'] }, [wrap('one', one), wrapOther(twin.children, locale)])]
}

/** A block, or the inline content between two blocks. */
interface Item {
  /** Name of the block; empty for inline content. */
  readonly tagName: string
  readonly nodes: ElementContent[]
  /** Marks of doubtful translations after it, which only one language has. */
  readonly marks: ElementContent[]
}

function toItems(nodes: readonly ElementContent[]): readonly Item[] {
  const items: Item[] = []
  for (const node of nodes) {
    const last = items.at(-1)
    if (isBlock(node)) items.push({ tagName: node.tagName, nodes: [node], marks: [] })
    else if (isMark(node) && last) last.marks.push(node)
    else if (last?.tagName === '') last.nodes.push(node)
    else if (node.type !== 'text' || node.value.trim() !== '')
      items.push({ tagName: '', nodes: [node], marks: [] })
  }
  return items
}

/** A title in the other language, for display on its own; empty if both are equal. */
export function otherTitle(one: Root, other: Root): string {
  return isAlike(one, other) ? '' : toHtml(other).trim()
}

/** The cells of a table, without those of nested tables. */
function cellsOf(tree: Element): Element[] {
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

function wrapOther(children: Parents['children'], locale: string): Element {
  const other = wrap('other', children)
  Object.assign(other.properties, { lang: locale, dir: directionOf(locale) })
  return other
}

function wrap(className: string, children: readonly Parents['children'][number][]): Element {
  return element('div', { className: [className] }, children as ElementContent[])
}
