import type { Element, ElementContent, ElementData, Properties, Root, RootContent, Text } from 'hast'
import type { TextPart } from '../model/hast.ts'
import { isSafeUrl } from '../model/safe-url.ts'
import type { SlotCodec } from './slots.ts'

const VIDEO_HOSTS =
  /^https:\/\/(?:(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/|www\.microsoft\.com\/[^?#]*videoplayer\/|(?:learn|channel9|docs)\.m(?:icrosoft|sdn)\.com\/|player\.vimeo\.com\/)/i

/** Turns the tokens of a sanitized tree into slots, inserted text and inserted nodes, and attribute tokens into `data.slots`. */
export function toSkeleton(tree: Root, codec: SlotCodec, sourceText: (text: string) => string): Root {
  return { type: 'root', children: new Converter(codec, sourceText).children(tree.children) as RootContent[] }
}

class Converter {
  readonly codec: SlotCodec
  readonly sourceText: (text: string) => string

  constructor(codec: SlotCodec, sourceText: (text: string) => string) {
    this.codec = codec
    this.sourceText = sourceText
  }

  children(nodes: readonly RootContent[]): ElementContent[] {
    const result: ElementContent[] = []
    for (const node of nodes) {
      if (node.type === 'text') this.text(node, result)
      else if (node.type === 'element') this.element(node, result)
    }
    return result
  }

  text(node: Text, result: ElementContent[]): void {
    if (!this.codec.has(node.value)) {
      result.push({ type: 'text', value: node.value })
      return
    }
    for (const piece of this.codec.decode(node.value)) {
      if (typeof piece === 'string') result.push({ type: 'text', value: this.codec.strip(piece) })
      else if (piece.type === 'unit') result.push({ type: 'slot', unit: piece.key })
      else if (piece.type === 'text') result.push({ type: 'text', value: piece.value })
      else result.push(...inlineOf(piece.nodes))
    }
  }

  element(node: Element, result: ElementContent[]): void {
    const inserted = this.codec.holdsNodes && this.insertedBlocks(node)
    if (inserted) {
      result.push(...inserted)
      return
    }
    const element: Element = { type: 'element', tagName: node.tagName, properties: {}, children: [] }
    if (node.position) element.position = node.position
    for (const name in node.properties) this.property(element, name, node.properties[name])
    element.children = this.children(node.children as RootContent[])
    if (element.properties.dataVideo !== undefined) embedVideo(element)
    result.push(element)
  }

  /** A paragraph that is nothing but an include gives way to the included blocks. */
  insertedBlocks(node: Element): ElementContent[] | null {
    const only = node.children.length === 1 ? node.children[0] : undefined
    if (node.tagName !== 'p' || only?.type !== 'text') return null
    const pieces = this.codec.decode(only.value.trim())
    const piece = pieces[0]
    return pieces.length === 1 && typeof piece === 'object' && piece.type === 'nodes'
      ? [...piece.nodes]
      : null
  }

  property(element: Element, name: string, value: Properties[string]): void {
    if (typeof value === 'string' && this.codec.has(value)) {
      if (name === 'id' || name.startsWith('data')) {
        element.properties[name] = this.sourceText(value)
        return
      }
      const parts: TextPart[] = this.codec
        .parts(value)
        .map((part) => (typeof part === 'string' ? this.codec.strip(part) : part))
      element.data = { slots: { ...element.data?.slots, [name]: parts } } as ElementData
      return
    }
    if (Array.isArray(value)) {
      element.properties[name] = value.map((each) =>
        typeof each === 'string' ? this.codec.strip(each) : each,
      )
      return
    }
    element.properties[name] = value
  }
}

/** What of blocks fits into a line: the content of the first paragraph. */
function inlineOf(nodes: readonly ElementContent[]): ElementContent[] {
  const first = nodes.find((node) => node.type === 'element')
  return first?.type === 'element' && first.tagName === 'p' ? first.children : [...nodes]
}

/** Videos of known hosts are shown in a frame; of all others the link is shown, as no foreign frame gets into a page. */
function embedVideo(element: Element): void {
  const url = String(element.properties.dataVideo)
  delete element.properties.dataVideo
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: isSafeUrl('href', url) ? { href: url } : {},
    children: [{ type: 'text', value: url }],
  }
  element.children = [link]
  if (!VIDEO_HOSTS.test(url)) return
  const frame: Element = {
    type: 'element',
    tagName: 'iframe',
    properties: {
      src: url,
      title: url,
      loading: 'lazy',
      allowFullScreen: true,
      referrerPolicy: 'no-referrer',
    },
    children: [],
  }
  element.children.unshift(frame)
}
