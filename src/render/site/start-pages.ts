import { compare } from '../../util/data/compare.ts'
import { memoize } from '../../util/memoize.ts'
import { type BookFile, type BookLink, bookLink } from '../book-link.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { ownLanguageName } from '../i18n/language-name.ts'
import { outputRoot } from '../page/local-url.ts'
import { branchId } from './branch-id.ts'
import { buildFrame, type FrameView } from './frame-view.ts'
import type { SiteFiles } from './site-files.ts'
import type { SiteNode } from './site-tree.ts'

/** Data of the templates `start`, `contents` and `choose-language`, the pages of the site that show no document. */
export interface StartView extends FrameView {
  /** On start pages, the first level of the tree. */
  readonly sections: readonly ContentsNode[]
  /** Book of runbooks; `null` if there is none. */
  readonly book: BookLink | null
  /** Relative URL of the page of all contents. */
  readonly contents: string
}

/** A node with all nodes below it. */
export interface ContentsNode {
  readonly name: string
  readonly lang: string | null
  readonly url: string | null
  readonly current: false
  readonly description: string | null
  /** Id of the branch; `null` if it has no nodes. */
  readonly id: string | null
  readonly children: readonly ContentsNode[]
  /** Where all of its children are, if these are only some; else `null`. */
  readonly all: { readonly url: string; readonly count: number } | null
}

/** A locale of the site. */
export interface StartLocale {
  readonly files: SiteFiles
  readonly sourceLocale: string
}

/** Renders the pages that show no document. */
export interface StartPages {
  /** `index.html`, which leads to the visitor’s language; none if there are no pages. */
  choice(): readonly OutputFile[]
  /**
   * The start page of a locale and the page of all its contents.
   *
   * @param nodes top-level nodes of its navigation.
   */
  inLocale(locale: string, nodes: readonly SiteNode[]): readonly OutputFile[]
}

/** Maximum number of nodes that the start page shows below one of the first level. */
const MOST_BELOW = 12

/**
 * Prepares the pages that show no document.
 *
 * @param isTaken whether a document uses a path: a document `index.md` is the start page of its locale itself.
 */
export function createStartPages(
  locales: readonly StartLocale[],
  books: readonly BookFile[],
  context: RenderContext,
  isTaken: (path: string) => boolean,
): StartPages {
  const filesOf = new Map(locales.map(({ files }) => [files.locale, files]))
  const tags = [...filesOf.keys()]
  const nameOf = memoize((tag: string) => ownLanguageName(tag, tags))
  const sorted = [...tags].sort((a, b) => compare(nameOf(a), nameOf(b)) || compare(a, b))
  return {
    choice() {
      const main = locales.find(({ files, sourceLocale }) => files.locale === sourceLocale) ?? locales[0]
      return main ? [page('choose-language', main.files, 'index.html', ({ start }) => start, [])] : []
    },
    inLocale(locale, nodes) {
      const files = filesOf.get(locale)!
      const { start, contents } = files
      const own = { files, nodes }
      const list = page('contents', files, contents, (each) => each.contents, allNodes(own, contents))
      if (isTaken(start)) return [list]
      return [page('start', files, start, (each) => each.start, firstNodes(own, start)), list]
    },
  }

  function page(
    template: string,
    { locale, start, contents, urlOf }: SiteFiles,
    output: string,
    fileOf: (files: SiteFiles) => string,
    sections: readonly ContentsNode[],
  ): OutputFile {
    const fileIn = (tag: string) => fileOf(filesOf.get(tag)!)
    const frame = {
      locale,
      root: outputRoot(output),
      home: urlOf(output, start),
      locales: sorted,
      urlOf: (tag: string) => urlOf(output, fileIn(tag)),
      isCurrent: (tag: string) => fileIn(tag) === output,
    }
    const data: StartView = {
      ...buildFrame(frame, context),
      sections,
      book: bookLink(books, locale, (path) => urlOf(output, path)),
      contents: urlOf(output, contents),
    }
    return { path: output, content: context.template(template, data) }
  }
}

/** The navigation of one locale. */
interface LocaleContents {
  readonly files: SiteFiles
  /** Top-level nodes. */
  readonly nodes: readonly SiteNode[]
}

/** All nodes of a locale. */
function allNodes({ files, nodes }: LocaleContents, output: string): readonly ContentsNode[] {
  return nodes.map((node) => toNode(node, []))

  function toNode(node: SiteNode, above: readonly SiteNode[]): ContentsNode {
    const way = [...above, node]
    const children = node.children.map((each) => toNode(each, way))
    return {
      ...viewOf(node, files, output),
      id: children.length > 0 ? branchId(way) : null,
      children,
      all: null,
    }
  }
}

/** The first level with some of the nodes below. */
function firstNodes({ files, nodes }: LocaleContents, output: string): readonly ContentsNode[] {
  const top = nodes.length === 1 && nodes[0]!.output === null ? nodes[0]!.children : nodes
  const above = top === nodes ? [] : [nodes[0]!]
  return top.map((node) => {
    const way = [...above, node]
    const below = node.children.slice(0, MOST_BELOW)
    return {
      ...linkOf(node, way),
      children: below.map((each) => linkOf(each, [...way, each])),
      all: below.length < node.children.length ? { url: branchUrl(way), count: node.children.length } : null,
    }
  })

  /** A node; a branch without a page is on the page of all contents. */
  function linkOf(node: SiteNode, way: readonly SiteNode[]): ContentsNode {
    const view = viewOf(node, files, output)
    return { ...view, url: view.url ?? (node.children.length > 0 ? branchUrl(way) : null) }
  }

  function branchUrl(way: readonly SiteNode[]): string {
    return `${files.urlOf(output, files.contents)}#${branchId(way)}`
  }
}

function viewOf(
  { name, lang, output: to, url, description }: SiteNode,
  { urlOf }: SiteFiles,
  output: string,
): ContentsNode {
  return {
    name,
    lang,
    url: to === null ? url : urlOf(output, to),
    current: false,
    description,
    id: null,
    children: [],
    all: null,
  }
}
