import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isSafeUrl } from '../../model/safe-url.ts'
import type { Side } from '../../model/unit.ts'
import type { XrefTarget } from '../../model/xref.ts'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { namesOfUid } from './xref-names.ts'
import { readXref, type XrefReference } from './xref-reference.ts'

/** Resolves uids and makes the nodes of their names. */
export interface XrefContext {
  readonly find: (uid: string) => XrefTarget | undefined
  /** Makes the node for a name from its text on each side; both are often the same. */
  readonly show: (uid: string, names: Readonly<Record<Side, string>>) => ElementContent
}

/** `@"uid"` and `@uid`, not preceded by a word. */
const SHORT = /(?<![\w@\\/.])@(?:(["'])([^"'\s][^"'\n]*)\1|(\p{L}[^\s()[\]<>'"“”@]*))/gu
/** Punctuation that ends a sentence rather than a uid. */
const END = /(?<![.,;:!?~…。，、；：！？])[.,;:!?~…。，、；：！？]+$/
/** A quoted text that can only be a uid. */
const API = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_#][\p{L}\p{N}_#`]*){2,}(?:\(.*\)|\*)?$/u

/** Whether an element is an `xref:` link. */
export function isXref({ tagName, properties }: Element): boolean {
  return tagName === 'a' && typeof properties.href === 'string' && /^xref:/i.test(properties.href)
}

/**
 * Makes the link for a reference to a uid; a `span` with its text or name if the uid is unknown.
 *
 * @param children content of the reference.
 * @param isInLink whether it is inside a link and so cannot be one.
 */
export function xrefElement(
  node: Element,
  children: readonly ElementContent[],
  context: XrefContext,
  isInLink: boolean,
): Element {
  const url = String(node.properties.href)
  const reference = readXref(url)!
  const text = textOf(node)
  const isOwn = children.length > 0 && decodeUrlPart(text) !== decodeUrlPart(url)
  const { href: _, ...others } = node.properties
  const link = make(reference, isOwn ? children : [], context, isInLink)
  return {
    ...link,
    ...(node.position && { position: node.position }),
    properties: { ...others, ...link.properties },
  }
}

function make(
  reference: XrefReference,
  own: readonly ElementContent[],
  { find, show }: XrefContext,
  isInLink: boolean,
): Element {
  const { uid, property, text, fragment } = reference
  const target = find(uid)
  const nameOn = (side: Side) =>
    text ??
    (target?.names[side][property] ?? target?.names[side].name ?? namesOfUid(uid)[property]).replace(
      /\*$/,
      '',
    )
  const children =
    own.length > 0 ? [...own] : [show(uid, { source: nameOn('source'), target: nameOn('target') })]
  const href = target?.href
  const properties = { className: ['xref'], dataXref: uid }
  if (href === undefined || isInLink || !isSafeUrl('href', href))
    return { type: 'element', tagName: 'span', properties, children }
  const to = fragment === '' ? href : href.replace(/#.*$/s, '') + fragment
  return { type: 'element', tagName: 'a', properties: { href: to, ...properties }, children }
}

/**
 * Turns references to uids in prose (`@uid`, `@"uid"`) into elements: known ones, and quoted ones that can only be
 * uids. `null` if there is none.
 */
export function xrefsInText(value: string, context: XrefContext, isInLink: boolean): ElementContent[] | null {
  if (!value.includes('@')) return null
  const nodes: ElementContent[] = []
  let from = 0
  for (const match of value.matchAll(SHORT)) {
    const [whole, quote, quoted, plain = ''] = match
    const uid = quoted ?? plain.replace(END, '')
    if (uid === '') continue
    const isKnown = context.find(uid) !== undefined
    if (!isKnown && !(quoted !== undefined && API.test(quoted))) continue
    if (match.index > from) nodes.push({ type: 'text', value: value.slice(from, match.index) })
    nodes.push(make({ uid, property: 'name', fragment: '' }, [], context, isInLink))
    from = match.index + (quote === undefined ? 1 + uid.length : whole.length)
  }
  if (from === 0) return null
  if (from < value.length) nodes.push({ type: 'text', value: value.slice(from) })
  return nodes
}
