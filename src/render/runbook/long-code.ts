import type { Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from '../../util/tree/visit.ts'
import { widthOf } from '../abbreviate.ts'
import { classNames } from '../page/element.ts'

/** A third of a page, in lines of code, and the characters in a line of code within a step, on both A4 and Letter. */
const PORTRAIT = { lines: 20, line: 80 }
const LANDSCAPE = { lines: 13, line: 120 }

/**
 * Marks code longer than about a third of a page, which may break across pages: started on a new page, it could leave most of a page
 * empty. Shorter code stays whole.
 */
export function markLongCode(tree: Root, isLandscape: boolean): void {
  const page = isLandscape ? LANDSCAPE : PORTRAIT
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'pre') return
    const lines = hastToString(node).trimEnd().split('\n')
    const height = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / page.line)), 0)
    if (height > page.lines) node.properties.className = [...classNames(node), 'long-code']
  })
}

/** Half a page, in lines of text of 80 characters within a step; each block also takes a line. */
const HALF_PAGE = 30

/** Blocks of text. */
const BLOCK = /^(?:p|li|tr|pre|h[1-6])$/

/**
 * Marks content longer than about half a page, whose step may break across pages: started on a new page, it could leave most of a page
 * empty, and be broken on the next one all the same.
 */
export function markLongText(tree: Root): void {
  const first = tree.children.find((node) => node.type === 'element')
  if (!first) return
  let blocks = 0
  visit(tree, 'element', (node) => {
    if (BLOCK.test(node.tagName)) blocks++
  })
  if (blocks > 1 && blocks + widthOf(hastToString(tree)) / PORTRAIT.line > HALF_PAGE)
    first.properties.className = [...classNames(first), 'long-text']
}
