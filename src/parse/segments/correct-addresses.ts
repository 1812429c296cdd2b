import type { Element, ElementContent } from 'hast'
import type { Segment } from '../../model/unit.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { visit } from '../../util/tree/visit.ts'

/** Maximum number of source addresses to compare. */
const MOST = 32

/**
 * Ends bare addresses of a target where the source shows that they end: Chinese and Japanese put no space between an address and the words
 * after it, which GFM takes for a part of it. Letters that directly follow an address of the source become text.
 */
export function correctAddresses(target: Segment, source: Segment): void {
  if (!target.content || !source.content || !/(?:https?:\/\/|www\.)\S*\p{Lo}/iu.test(target.markup)) return
  const known = addressesIn(source.content)
  if (known.size > 0 && known.size <= MOST) shorten(target.content, known)
}

/** Bare addresses by text, with their encoded form. */
function addressesIn(nodes: ElementContent[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  visit({ type: 'root', children: nodes }, 'element', (node) => {
    const address = bareAddress(node)
    if (address !== undefined) addresses.set(address, String(node.properties.href))
  })
  return addresses
}

function shorten(nodes: ElementContent[], known: ReadonlyMap<string, string>): void {
  for (const [at, node] of [...nodes.entries()].reverse()) {
    if (node.type !== 'element') continue
    const address = bareAddress(node)
    const right = address === undefined ? undefined : sourceOf(address, known)
    if (address === undefined) shorten(node.children, known)
    if (address === undefined || right === undefined) continue
    node.properties.href = known.get(right)!
    node.children = [{ type: 'text', value: right }]
    const [rest, next] = [address.slice(right.length), nodes[at + 1]]
    if (next?.type === 'text') next.value = rest + next.value
    else nodes.splice(at + 1, 0, { type: 'text', value: rest })
  }
}

/** The longest address of the source that letters without case continue. */
function sourceOf(address: string, known: ReadonlyMap<string, string>): string | undefined {
  return [...known.keys()]
    .filter((each) => address.startsWith(each) && /^\p{Lo}/u.test(address.slice(each.length)))
    .sort((a, b) => b.length - a.length)[0]
}

/** The text of a link that is its own address. */
function bareAddress({ tagName, children, properties: { href } }: Element): string | undefined {
  const [child] = children
  if (tagName !== 'a' || children.length !== 1 || child?.type !== 'text') return undefined
  const address = /^www\./i.test(child.value) ? `http://${child.value}` : child.value
  return decodeUrlPart(String(href)) === decodeUrlPart(address) ? child.value : undefined
}
