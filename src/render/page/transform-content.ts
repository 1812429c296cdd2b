import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { showFormula } from '../formulas/show-formulas.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { isolateLiterals } from '../isolate-literals.ts'
import { wrapCodeBlock } from './code/code-blocks.ts'
import { prepareImage } from './images.ts'
import { labelContainer, labelFootnote, labelMissing, titleAlert } from './labels.ts'
import { rewriteLink } from './links.ts'
import { createOtherSide } from './other-side.ts'
import type { PageScope } from './page-scope.ts'
import { wrapTables } from './table/tables.ts'
import { wrapVideo } from './videos.ts'

/** Turns a filled skeleton into the content of a page; changes `tree`. */
export function transformContent(tree: Root, scope: PageScope): void {
  if (directionOf(scope.locale) === 'rtl') isolateLiterals(tree, scope.document)
  const addOtherSide = createOtherSide(scope)
  const ids = new Set<unknown>()
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'p' && isBlank(node)) {
      parent!.children.splice(index!, 1)
      return [SKIP, index!]
    }
    dropRepeatedId(node, ids)
    addOtherSide(node)
    if (node.tagName === 'img') {
      const shown = prepareImage(node, scope)
      if (shown !== node) {
        parent!.children[index!] = shown
        return SKIP
      }
    }
    rewriteLink(node, scope)
    titleAlert(node, scope)
    labelContainer(node, scope)
    labelMissing(node, scope)
    labelFootnote(node, scope)
    wrapVideo(node, scope)
    if (node.tagName === 'code') {
      const shown = showFormula(node, scope.context)
      if (shown !== node) {
        addOtherSide(shown)
        parent!.children[index!] = shown
        return SKIP
      }
    }
    if (node.tagName === 'pre') parent!.children[index!] = wrapCodeBlock(node, scope)
    return undefined
  })
  // Last, because they read whole cells.
  wrapTables(tree, scope)
}

/** Removes an id that an earlier element has: no link reaches it. */
function dropRepeatedId({ properties }: Element, ids: Set<unknown>): void {
  if (properties.id === undefined) return
  if (ids.has(properties.id)) delete properties.id
  else ids.add(properties.id)
}

/** Whether an element contains only white space in elements without attributes: such a paragraph is only a gap. */
function isBlank(node: Element): boolean {
  return Object.keys(node.properties).length === 0 && node.children.every(isBlankContent)
}

function isBlankContent(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return node.type === 'comment' || (node.type === 'element' && node.tagName === 'span' && isBlank(node))
}
