import { compare } from '../../util/data/compare.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { ownLanguageName } from '../i18n/language-name.ts'
import type { IndexBook } from '../index/render-index.ts'
import { branchId } from './branch-id.ts'
import type { SiteFiles } from './site-files.ts'
import type { SiteNode } from './site-tree.ts'
import { buildSiteView, type SiteView } from './site-view.ts'

/** Data of the templates `start`, `contents` and `choose-language`, the pages of the site that show no document. */
export interface StartView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly version: string
  /** Relative URL of the output folder, ending in `/`, or empty. */
  readonly root: string
  /** Relative URL of the start page in this locale. */
  readonly home: string
  readonly site: SiteView
  /** The same page in all locales. */
  readonly languages: readonly StartLanguage[]
  /** On start pages, the first level of the tree. */
  readonly sections: readonly ContentsNode[]
  /** Book of runbooks; `null` if there is none. */
  readonly book: { readonly url: string; readonly pdf: string | null } | null
  /** Relative URL of the page of all contents. */
  readonly contents: string
}

/** A locale to choose. */
export interface StartLanguage {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly name: string
  readonly url: string
  readonly current: boolean
  /** These pages are always in their own language. */
  readonly translated: true
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

/** The navigation of one locale. */
export interface LocaleContents {
  readonly files: SiteFiles
  /** Top-level nodes. */
  readonly nodes: readonly SiteNode[]
  readonly sourceLocale: string
}

/** Maximum number of nodes that the start page shows below one of the first level. */
const MOST_BELOW = 12

/**
 * Renders the pages that show no document: `index.html`, which leads to the visitor’s language, and in each locale the start page and the
 * page of all contents.
 *
 * @param isTaken whether a document uses a path: a document `index.md` is the start page of its locale itself.
 */
export function renderStartPages(
  locales: readonly LocaleContents[],
  books: readonly IndexBook[],
  context: RenderContext,
  isTaken: (path: string) => boolean,
): readonly OutputFile[] {
  const [first] = locales
  if (!first) return []
  const { locale: main } = (locales.find(({ files, sourceLocale }) => files.locale === sourceLocale) ?? first)
    .files
  const tags = locales.map(({ files }) => files.locale)
  const sorted = locales
    .map(({ files }) => ({ files, name: ownLanguageName(files.locale, tags) }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.files.locale, b.files.locale))
  const choice = page('choose-language', main, 'index.html', ({ start }) => start, { nodes: [] })
  return [
    choice,
    ...locales.flatMap((each) => {
      const { locale, start, contents } = each.files
      const list = page('contents', locale, contents, (files) => files.contents, {
        nodes: allNodes(each, contents),
      })
      if (isTaken(start)) return [list]
      return [page('start', locale, start, (files) => files.start, { nodes: firstNodes(each, start) }), list]
    }),
  ]

  function page(
    template: string,
    locale: string,
    output: string,
    fileOf: (files: SiteFiles) => string,
    { nodes }: { readonly nodes: readonly ContentsNode[] },
  ): OutputFile {
    const { files } = locales.find((each) => each.files.locale === locale)!
    const book = books.find((each) => each.locale === locale)
    const root = '../'.repeat(output.split('/').length - 1)
    const data: StartView = {
      locale,
      dir: directionOf(locale),
      version: context.version,
      root,
      home: files.urlOf(output, files.start),
      site: buildSiteView(context, locale, root),
      languages: sorted.map((each) => ({
        locale: each.files.locale,
        dir: directionOf(each.files.locale),
        name: each.name,
        url: files.urlOf(output, fileOf(each.files)),
        current: fileOf(each.files) === output,
        translated: true,
      })),
      sections: nodes,
      book: book
        ? {
            url: files.urlOf(output, book.path),
            pdf: book.hasPdf ? files.urlOf(output, book.path.replace(/\.html$/, '.pdf')) : null,
          }
        : null,
      contents: files.urlOf(output, files.contents),
    }
    return { path: output, content: context.template(template, data) }
  }
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
