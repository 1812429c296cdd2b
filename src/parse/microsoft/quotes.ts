import type { Root, RootContent } from 'mdast'
import { ALERTS, alertOf } from '../../model/alert-keywords.ts'
import { visit } from '../../util/tree/visit.ts'
import type { Blockquote, MicrosoftContext, MicrosoftTransform, Paragraph } from './types.ts'

const VIDEO = /^\[!VIDEO\s+<?([^\s\]>]+)>?\s*\]$/i
const DIV = /^\s*\[!div(?:\s+(?:class=)?["'“”]?([^\]"'“”]*)["'“”]?)?\s*\]\s*/i
const OWN_LINE = /^\s*\[!(\w+)\][ \t]*\r?\n/
const ALERT = /^\s*\[!([^\][]{1,40})\]\s*/

/** Turns the block quotes and paragraphs that mean alerts, `[!div]` and `[!VIDEO]` into those. */
export const quotes: MicrosoftTransform = (tree, context) => {
  if (/\[!video/i.test(context.text)) visit(tree, 'paragraph', (node) => video(node, context))
  if (context.text.includes('[!')) separate(tree)
  visit(tree, 'blockquote', (node) => {
    if (node.data?.hName) return
    const first = node.children[0]
    if (first?.type !== 'paragraph') return
    if (first.data?.hName) unwrapVideo(node)
    else if (!div(node, first)) alert(node, first, context)
  })
}

/**
 * Puts each alert that follows others in one quote, or is in no quote, into its own quote, so its mark does
 * not show.
 */
function separate(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return
    const children: RootContent[] = node.children
    const isQuote = node.type === 'blockquote'
    if (!children.some((child) => (!isQuote && isAlert(child)) || startsIn(child).length > 0)) return
    const separated = children.flatMap((child) => {
      if (!isQuote && isAlert(child)) return quote([child])
      const starts = startsIn(child)
      const inner = (child as Blockquote).children
      return starts.length === 0
        ? child
        : [0, ...starts].map((start, at) => quote(inner.slice(start, starts[at])))
    })
    node.children = separated as typeof node.children
  })
}

/** Indexes of the children of a quote at which further alerts start. */
function startsIn(node: RootContent): number[] {
  return node.type === 'blockquote'
    ? node.children.flatMap((child, index) => (index > 0 && isAlert(child) ? index : []))
    : []
}

/** Whether a paragraph's first line is just the mark of an alert, in English. */
function isAlert(node: RootContent): node is Paragraph {
  const first = node.type === 'paragraph' ? node.children[0] : undefined
  const keyword = first?.type === 'text' ? OWN_LINE.exec(first.value)?.[1] : undefined
  return keyword !== undefined && ALERTS.has(keyword.toLowerCase())
}

function quote(children: Blockquote['children']): Blockquote {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end]
  return { type: 'blockquote', children, ...(start && end && { position: { start, end } }) }
}

function video(node: Paragraph, context: MicrosoftContext): void {
  const url = VIDEO.exec(raw(node, context).trim())?.[1]
  if (url === undefined) return
  node.children = [{ type: 'link', url, children: [{ type: 'text', value: url }] }]
  node.data = { hName: 'div', hProperties: { className: ['video'], dataVideo: url } }
}

/** Turns the quote around a video into a plain container. */
function unwrapVideo(node: Blockquote): void {
  node.data = { hName: 'div' }
}

function div(node: Blockquote, first: Paragraph): boolean {
  const text = first.children[0]
  if (text?.type !== 'text') return false
  const match = DIV.exec(text.value)
  if (!match) return false
  const names = (match[1] ?? '').split(/[\s,]+/).filter((name) => /^[\w-]+$/.test(name))
  node.data = { hName: 'div', ...(names.length > 0 ? { hProperties: { className: names } } : {}) }
  dropStart(node, first, match[0].length)
  return true
}

function alert(node: Blockquote, first: Paragraph, context: MicrosoftContext): void {
  const text = first.children[0]
  if (text?.type !== 'text') return
  const match = ALERT.exec(text.value)
  if (!match) return
  const keyword = context.sourceText(match[1]!).trim()
  // An unknown keyword is a translated one: still an alert, of the mildest kind.
  const name = alertOf(keyword) ?? 'note'
  if (/^(?:include|code|video)\b/i.test(keyword)) return
  node.data = { hName: 'div', hProperties: { className: ['alert', `alert-${name}`], dataAlert: name } }
  dropStart(node, first, match[0].length)
}

/** Removes the first characters of a quote's first text, and nodes that become empty. */
function dropStart(node: Blockquote, first: Paragraph, length: number): void {
  const text = first.children[0]
  if (text?.type === 'text') text.value = text.value.slice(length)
  while (
    first.children[0]?.type === 'break' ||
    (first.children[0]?.type === 'text' && first.children[0].value === '')
  ) {
    first.children.shift()
  }
  if (first.children.length === 0) node.children.shift()
}

function raw(node: Paragraph, context: MicrosoftContext): string {
  const { start, end } = node.position ?? {}
  return start?.offset === undefined || end?.offset === undefined
    ? ''
    : context.written(start.offset, end.offset)
}
