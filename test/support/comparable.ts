import type { ElementContent, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'

const INLINE =
  /^(?:a|abbr|b|br|cite|code|del|em|font|i|img|input|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|var)$/

/**
 * A tree as text that equals another's where both show the same: segments unwrapped, ids of headings left out (they are made of the
 * source text), mail links as their text, white space folded, white space between blocks dropped.
 */
export function comparable(tree: Root): string {
  return toHtml({ type: 'root', children: join(simplify(tree.children)) })
}

function simplify(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }]
    if (node.type !== 'element') return []
    const children = simplify(node.children as RootContent[]) as ElementContent[]
    const { dataTtuId, lang, dataFormat, ...properties } = node.properties
    if (node.tagName === 'span' && dataTtuId !== undefined) return children
    if (/^h[1-6]$/.test(node.tagName)) delete properties.id
    // Where they go, the source side corrects in one of them.
    if (/^mailto:/i.test(String(properties.href))) return children
    return [{ type: 'element', tagName: node.tagName, properties, children }]
  })
}

function join(nodes: RootContent[]): RootContent[] {
  const joined: RootContent[] = []
  for (const node of nodes) {
    const last = joined[joined.length - 1]
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else joined.push(node)
  }
  for (const [index, node] of joined.entries()) {
    if (node.type === 'element') node.children = join(node.children as RootContent[]) as ElementContent[]
    if (node.type !== 'text') continue
    const [before, after] = [joined[index - 1], joined[index + 1]]
    node.value = node.value.replace(/\s+/g, ' ')
    if (isEdge(before)) node.value = node.value.trimStart()
    if (isEdge(after)) node.value = node.value.trimEnd()
  }
  return joined.filter((node) => node.type !== 'text' || node.value !== '')
}

function isEdge(node: RootContent | undefined): boolean {
  return (
    node === undefined || (node.type === 'element' && (!INLINE.test(node.tagName) || node.tagName === 'br'))
  )
}
