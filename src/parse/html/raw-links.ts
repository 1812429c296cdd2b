import type { Html, Link, Nodes, Parents, Root } from 'mdast'
import { visit } from '../../util/visit.ts'

const XREF = /<(xref:[^\s<>"]+)>/gi
const START = /^<a(?=[\s/>])[^>]*\shref\s*=/i
const OTHER_START = /^<a[\s/>]/i
const END = /^<\/a[\s>]/i

/** What a tag of raw HTML within a line does to the link that it stands in. */
export function rawLinkOf({ value }: Html): 'start' | 'end' | undefined {
  if (START.test(value)) return 'start'
  return END.test(value) || OTHER_START.test(value) ? 'end' : undefined
}

/** An address that Markdown makes a link of, and where that stands. */
interface Address {
  readonly parent: Parents
  readonly node: Link
}

/**
 * Leaves as text the addresses (GFM autolinks) that stand in links of raw HTML: HTML knows no link within a link, so its parser would end
 * the outer one there, often before anything is in it.
 */
export function unlinkInRawLinks(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
    let isOpen = false
    let addresses: Address[] = []
    visit(node as Nodes, (inner, _, parent) => {
      if (inner.type === 'link' && isOpen && isAddress(inner))
        addresses.push({ parent: parent as Parents, node: inner })
      if (inner.type !== 'html') return
      const raw = rawLinkOf(inner)
      if (raw === undefined) return
      // Only a link that ends in its paragraph is sure to hold them.
      if (isOpen && END.test(inner.value)) for (const address of addresses) unlink(address)
      isOpen = raw === 'start'
      addresses = []
    })
  })
}

/** Whether a link shows where it leads. */
function isAddress({ url, children }: Link): boolean {
  const [text] = children
  if (children.length !== 1 || text?.type !== 'text') return false
  return [text.value, `http://${text.value}`, `mailto:${text.value}`].includes(url)
}

function unlink({ parent, node }: Address): void {
  const children = parent.children as Nodes[]
  children.splice(children.indexOf(node), 1, ...node.children)
}

/**
 * Raw HTML in which the links that Markdown writes `<xref:UID>` are elements: an HTML parser would take them for start tags, and fold
 * their case.
 */
export function withXrefs(html: string): string {
  return html.includes('<xref:') ? html.replace(XREF, '<a href="$1"></a>') : html
}
