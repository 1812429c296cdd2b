import type { Nodes } from 'mdast'
import type { SlotCodec } from '../../bitext/slots.ts'
import { visit } from '../../util/visit.ts'

/** Notes on nodes what `mdast-util-to-hast` would lose: tokens in URLs, which it percent-encodes, and that Markdown made a table. */
export function markForSkeleton(tree: Nodes, codec: SlotCodec): void {
  visit(tree, (node) => {
    if (node.type === 'table') node.data = { ...node.data, hProperties: { dataFormat: 'markdown' } }
    if ((node.type !== 'link' && node.type !== 'image') || !codec.has(node.url)) return
    const name = node.type === 'link' ? 'href' : 'src'
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, [name]: node.url } }
  })
}
