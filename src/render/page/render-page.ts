import type { Element, Root } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import { EXIT, visit } from '../../util/tree/visit.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { fillSkeleton } from '../fill-skeleton.ts'
import { toHtml } from '../to-html.ts'
import { createPageScope, type PageScope } from './page-scope.ts'
import { buildPageView } from './page-view.ts'
import { transformContent } from './transform-content.ts'

/** Renders one side of a document as a page: `<locale>/<path>.html`. */
export function renderPage(document: BilingualDocument, side: Side, context: RenderContext): OutputFile {
  return layOutPage(fillSkeleton(document, side), createPageScope(document, side, context))
}

/** Lays out a filled skeleton as a page; changes `tree`. */
export function layOutPage(tree: Root, scope: PageScope): OutputFile {
  transformContent(tree, scope)
  const content = {
    content: toHtml(tree),
    hasHeading: some(tree, (node) => node.tagName === 'h1'),
    hasOther: some(tree, (node) => node.properties.dataOther !== undefined),
  }
  return { path: scope.output, content: scope.context.template('page', buildPageView(scope, content)) }
}

/** Whether any element of the tree passes a test. */
function some(tree: Root, test: (node: Element) => boolean): boolean {
  let found = false
  visit(tree, 'element', (node) => {
    if (!test(node)) return
    found = true
    return EXIT
  })
  return found
}
