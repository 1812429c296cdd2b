import type { Element, ElementContent, ElementData, Properties, Root, RootContent, Text } from 'hast'
import type { SlotCodec } from '../../bitext/slots.ts'
import type { TextPart } from '../../model/hast.ts'
import { isSafeUrl } from '../../model/safe-url.ts'
import { append } from '../../util/data/append.ts'
import { isBlankContent } from '../microsoft/include-content.ts'
import { noLocInText } from '../microsoft/no-loc.ts'
import { isXref, type XrefContext, xrefElement, xrefsInText } from '../xref/xrefs.ts'

const VIDEO_HOSTS =
  /^https:\/\/(?:(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/|www\.microsoft\.com\/[^?#]*videoplayer\/|(?:learn|channel9|docs)\.m(?:icrosoft|sdn)\.com\/|player\.vimeo\.com\/)/i

/**
 * Turns the tokens of a sanitized tree into slots, inserted text and inserted nodes, and attribute tokens into `data.slots`; resolves
 * references to uids.
 */
export function toSkeleton(
  tree: Root,
  codec: SlotCodec,
  sourceText: (text: string) => string,
  xrefs: XrefContext,
): Root {
  const children = new Converter(codec, sourceText, xrefs).children(tree.children)
  return { type: 'root', children: children as RootContent[] }
}

class Converter {
  readonly codec: SlotCodec
  readonly sourceText: (text: string) => string
  readonly xrefs: XrefContext
  /** Number of open links, and of open elements without prose. */
  links = 0
  codes = 0

  constructor(codec: SlotCodec, sourceText: (text: string) => string, xrefs: XrefContext) {
    this.codec = codec
    this.sourceText = sourceText
    this.xrefs = xrefs
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
      this.literal(node.value, result)
      return
    }
    for (const piece of this.codec.decode(node.value)) {
      if (typeof piece === 'string') this.literal(this.codec.strip(piece), result)
      else if (piece.type === 'unit') result.push({ type: 'slot', unit: piece.key })
      else if (piece.type === 'text') result.push({ type: 'text', value: piece.value })
      else append(result, inlineOf(piece.nodes))
    }
  }

  literal(written: string, result: ElementContent[]): void {
    const pieces = this.codes > 0 ? null : noLocInText(written)
    for (const piece of pieces ?? [written]) {
      if (typeof piece === 'string') this.prose(piece, result)
      else if (piece.type === 'text') this.prose(piece.value, result)
      else result.push(piece)
    }
  }

  prose(value: string, result: ElementContent[]): void {
    const parts = this.codes > 0 ? null : xrefsInText(value, this.xrefs, this.links > 0)
    if (parts) append(result, parts)
    else result.push({ type: 'text', value })
  }

  element(node: Element, result: ElementContent[]): void {
    const inserted = this.codec.holdsNodes && this.insertedBlocks(node)
    if (inserted) {
      append(result, inserted)
      return
    }
    const { tagName } = node
    if (isXref(node)) {
      result.push(
        xrefElement(node, this.children(node.children as RootContent[]), this.xrefs, this.links > 0),
      )
      return
    }
    const element: Element = { type: 'element', tagName, properties: {}, children: [] }
    if (node.position) element.position = node.position
    for (const name in node.properties) this.property(element, name, node.properties[name])
    if (tagName === 'a') this.links++
    else if (tagName === 'code' || tagName === 'pre') this.codes++
    element.children = this.children(node.children as RootContent[])
    if (tagName === 'a') this.links--
    else if (tagName === 'code' || tagName === 'pre') this.codes--
    if (element.properties.dataVideo !== undefined) embedVideo(element)
    if (element.properties.dataAlert !== undefined && isBlankContent(element.children)) return
    result.push(element)
  }

  /** The included blocks, if a paragraph consists of a single include; they replace it. */
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

/** Blocks as inline content: paragraphs are unwrapped, with spaces between them. */
export function inlineOf(nodes: readonly ElementContent[]): ElementContent[] {
  const isBetween = (node: ElementContent) => node.type === 'text' && node.value.trim() === ''
  const blocks = nodes.filter((node) => !isBetween(node))
  return blocks.flatMap((node, at) => {
    const content = node.type === 'element' && node.tagName === 'p' ? node.children : [node]
    return at === 0 ? content : [{ type: 'text' as const, value: ' ' }, ...content]
  })
}

/** Embeds videos of known hosts in a frame. Other videos stay links, because pages never embed unknown hosts. */
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
