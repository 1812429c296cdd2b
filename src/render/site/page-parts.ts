import type { RenderContext } from '../context.ts'
import { branchId } from './branch-id.ts'
import type { LateParts } from './late-parts.ts'
import type { SiteFiles } from './site-files.ts'
import type { SiteNode } from './site-tree.ts'
import type { TreePlace } from './tree-places.ts'

/** A link of the navigation, or its text if it leads nowhere. */
export interface NodeView {
  readonly name: string
  readonly lang: string | null
  readonly url: string | null
  readonly current: boolean
  readonly children: NodeList | null
}

/** Nodes with the same parent. */
export interface NodeList {
  readonly nodes: readonly NodeView[]
  /** Where all of them are, if these are only some; else `null`. */
  readonly all: { readonly url: string; readonly count: number } | null
}

/** Data of the templates of the navigation in a page. */
export interface PartsView {
  readonly locale: string
  /** Levels above the page, for the breadcrumb. */
  readonly levels: readonly NodeView[]
  readonly ancestors: readonly NodeView[]
  readonly siblings: NodeList
  readonly previous: NodeView | null
  readonly next: NodeView | null
  /** URLs of the page of all contents, and of the data of the whole tree; where the page is in it. */
  readonly contents: string
  readonly tree: string
  readonly page: string
}

/** Maximum number of nodes of a list in a page. */
const MOST_NODES = 12

/**
 * Renders the parts of a page that depend on its place in the navigation: `breadcrumb`, `branch` (ancestors, siblings and children) and
 * `sequence` (previous and next page).
 *
 * @param levels above the tables of contents.
 * @param files of the navigation in the page’s locale.
 */
export function renderPageParts(
  { node, ancestors, siblings, previous, next }: TreePlace,
  levels: readonly SiteNode[],
  { locale, contents, tree, urlOf }: SiteFiles,
  { template }: Pick<RenderContext, 'template'>,
): LateParts {
  const output = node.output!
  const parent = ancestors.at(-1)
  const data: PartsView = {
    locale,
    levels: [...levels, ...ancestors].map((each) => toView(each)),
    ancestors: ancestors.map((each) => toView(each)),
    siblings: listOf(siblings, ancestors, (each) =>
      each === node
        ? {
            current: true,
            children: node.children.length > 0 ? listOf(node.children, [...ancestors, node]) : null,
          }
        : {},
    ),
    previous: previous && toView(previous),
    next: next && toView(next),
    contents: urlOf(output, contents) + (parent ? `#${branchId(ancestors)}` : ''),
    tree: urlOf(output, tree),
    page: urlOf(tree, output),
  }
  return {
    breadcrumb: data.levels.length > 0 ? template('parts/breadcrumb', data) : '',
    branch: template('parts/branch', data),
    sequence: previous || next ? template('parts/sequence', data) : '',
  }

  function toView({ name, lang, output: to, url }: SiteNode): NodeView {
    return { name, lang, url: to === null ? url : urlOf(output, to), current: false, children: null }
  }

  /** A branch without a page is on the page of all contents. */
  function branchUrl(branch: SiteNode, above: readonly SiteNode[]): Partial<NodeView> {
    if (branch.output !== null || branch.url !== null || branch.children.length === 0) return {}
    return { url: `${urlOf(output, contents)}#${branchId([...above, branch])}` }
  }

  function listOf(
    nodes: readonly SiteNode[],
    above: readonly SiteNode[],
    more: (node: SiteNode) => Partial<NodeView> = () => ({}),
  ): NodeList {
    const at = Math.max(0, nodes.indexOf(node))
    const start = Math.max(0, Math.min(at - MOST_NODES / 2, nodes.length - MOST_NODES))
    const shown = nodes.slice(start, start + MOST_NODES)
    const url = urlOf(output, contents) + (above.length > 0 ? `#${branchId(above)}` : '')
    return {
      nodes: shown.map((each) => ({ ...toView(each), ...branchUrl(each, above), ...more(each) })),
      all: shown.length < nodes.length ? { url, count: nodes.length } : null,
    }
  }
}
