import type { Html, Link, Nodes, Parents, Root } from 'mdast'
import { visit } from '../../util/tree/visit.ts'

const XREF = /<(xref:[^\s<>"]+)>/gi
const START = /^<a(?=[\s/>])[^>]*\shref\s*=/i
const OTHER_START = /^<a[\s/>]/i
const END = /^<\/a[\s>]/i

/** Whether an inline tag of raw HTML starts or ends a link. */
export function rawLinkOf({ value }: Html): 'start' | 'end' | undefined {
  if (START.test(value)) return 'start'
  return END.test(value) || OTHER_START.test(value) ? 'end' : undefined
}

/** An autolink and its place in the tree. */
interface Address {
  readonly parent: Parents
  readonly node: Link
}

/**
 * Turns GFM autolinks inside links of raw HTML back into text. HTML does not allow nested links, so its parser would end the outer link
 * there, often while it is still empty.
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
      // Only a link that ends in the same paragraph is certain to contain them.
      if (isOpen && END.test(inner.value)) for (const address of addresses) unlink(address)
      isOpen = raw === 'start'
      addresses = []
    })
  })
}

/** Whether the text of a link is its address. */
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
 * Turns `<xref:UID>` links in raw HTML into elements: an HTML parser would read them as start tags and lowercase them.
 */
export function withXrefs(html: string): string {
  return html.includes('<xref:') ? html.replace(XREF, '<a href="$1"></a>') : html
}
