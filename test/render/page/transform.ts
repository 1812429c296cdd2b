import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { BilingualDocument } from '../../../src/model/document.ts'
import type { Side } from '../../../src/model/unit.ts'
import type { RenderContextOptions } from '../../../src/render/create-render-context.ts'
import { createPageScope, type PageScope } from '../../../src/render/page/page-scope.ts'
import { makeContext, makeDocument } from '../fixtures.ts'

/** What a test may want to differ from a plain French page. */
export interface TransformOptions {
  readonly document?: Partial<BilingualDocument>
  readonly context?: Partial<RenderContextOptions>
  readonly side?: Side
}

/** A tree after one transform of a page’s content. */
export function transform(
  html: string,
  change: (tree: Root, scope: PageScope) => void,
  { document, context, side = 'target' }: TransformOptions = {},
): Root {
  const tree = fromHtml(html, { fragment: true })
  change(tree, createPageScope(makeDocument(document), side, makeContext(context)))
  // As a reader’s browser gets it.
  return fromHtml(toHtml(tree), { fragment: true })
}

/** The elements of a tree with a tag name, or with a class name (`.x`), in document order. */
export function all(tree: Root | Element, selector: string): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    const { className } = node.properties
    const matches = selector.startsWith('.')
      ? Array.isArray(className) && className.includes(selector.slice(1))
      : node.tagName === selector
    if (matches) found.push(node)
  })
  return found
}

/** The one element that {@link all} finds; throws where there are none or more. */
export function one(tree: Root | Element, selector: string): Element {
  const [only, ...more] = all(tree, selector)
  if (!only || more.length > 0)
    throw new Error(`Expected one ${selector}, found ${only ? more.length + 1 : 0}`)
  return only
}

/** Text of a node, white space folded. */
export function text(node: Root | Element): string {
  return hastToString(node).replace(/\s+/g, ' ').trim()
}
