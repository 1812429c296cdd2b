import type { Element, ElementContent, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { Root as MdastRoot } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** How many of each there are in a document. */
export interface Counts {
  readonly links: number
  readonly images: number
  readonly tables: number
  readonly headings: number
}

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze()

/**
 * Counts what a monolingual Markdown text holds by libraries alone. What Microsoft's Markdown reads otherwise is told by how it is
 * written: what includes and refers to code are no links, the headings of tabs are no headings. URLs that no document may hold count for nothing.
 */
export function independentCounts(text: string): Counts {
  const markup = markdown.parse(text)
  unlinkAddresses(markup)
  const tree = raw(toHast(markup, { allowDangerousHtml: true }) as Root) as Root
  const counts = { links: 0, images: 0, tables: 0, headings: 0 }
  const walk = (nodes: readonly ElementContent[]): void => {
    for (const [at, node] of nodes.entries()) {
      if (node.type !== 'element') continue
      const before = nodes[at - 1]
      const isDirective = before?.type === 'text' && /\[!(?:include|code[\w-]*)[ \t]*$/i.test(before.value)
      const isLink = node.tagName === 'a' && isUrl(node.properties.href) && !isDirective && !isTabLink(node)
      if (isLink) counts.links++
      if (node.tagName === 'img' && isUrl(node.properties.src)) counts.images++
      if (node.tagName === 'table') counts.tables++
      if (/^h[1-6]$/.test(node.tagName) && node.properties.id !== 'footnote-label' && !isTab(node))
        counts.headings++
      walk(node.children)
    }
  }
  walk(tree.children as ElementContent[])
  return counts
}

/** Makes text of addresses in links of raw HTML, which would end these: HTML has no links in links. */
function unlinkAddresses(tree: MdastRoot): void {
  visit(tree, (node) => {
    if (!('children' in node)) return
    let isInLink = false
    node.children = node.children.flatMap((child) => {
      if (child.type === 'html' && /^<\/?a[\s>]/i.test(child.value)) isInLink = child.value[1] !== '/'
      return isInLink && child.type === 'link' ? child.children : [child]
    }) as typeof node.children
  })
}

/** A heading that is a tab. */
function isTab({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && isTabLink(child))
}

function isTabLink({ properties }: Element): boolean {
  return /^#tab\//i.test(String(properties.href))
}

/** Whether a URL may stand in a document; references by name (`xref:`) are no links. */
function isUrl(url: unknown): boolean {
  return (
    typeof url === 'string' &&
    !/^(?!https?:|mailto:|tel:|sips?:|ftp:|news:|ircs?:|xmpp:)[a-z][a-z\d+.-]*:/i.test(url)
  )
}
