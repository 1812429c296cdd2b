/**
 * Ends bare addresses.
 *
 * GFM ends an address at white space and `<` and strips trailing ASCII punctuation and character references. Other scripts end sentences
 * with other characters, so addresses here also end at spaces, punctuation and symbols beyond ASCII, also as character references, whichever
 * parser made the tree. Letters of other scripts are part of an address; where the source shows that it ends before them,
 * `segments/correct-addresses.ts` ends it. A mail address that translation damaged links to the source's address
 * (`segments/correct-mails.ts`) if one is a part of the other.
 */

import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import type { Position } from 'unist'
import { append } from '../../util/data/append.ts'
import { visit } from '../../util/tree/visit.ts'

/**
 * Characters beyond ASCII that end an address: spaces, punctuation, symbols and direction marks. Marks around segments (see `full-text.ts`)
 * end with such a character after one of private use; these two must not be separated.
 */
const END =
  /(?![\u2000-\u200A\u2E0E-\u2E30])(?![\0-\x7F])[\p{Z}\p{P}\p{S}\p{Cf}]|(?<!\p{Co})[\u2000-\u200A\u2E0E-\u2E30]/u
/** Where an address may end: at such a character, as written or as a character reference. */
const MAY_END = new RegExp(`${END.source}|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,30});`, 'giu')
const BEGIN = /(?:https?:\/\/|(?<![\p{L}\p{N}_])www\.)(?=[^\s/?#]{0,255}[\p{L}\p{N}\p{Co}])/giu
/** Punctuation that is part of an address only if more of it follows (GFM 0.29, section 6.9). */
const TRAILING = /[?!.,:;*_~'"]$/

/**
 * Ends bare addresses where a reader would: GFM continues up to a space or `<`, including quotation marks, full stops and brackets of
 * other scripts. Links with a text and addresses in angle brackets stay unchanged.
 */
export function endAddresses(tree: Root, text: string): void {
  if (!/:\/\/|www\./i.test(text) || !/[^\0-\x7F]|&|www\.(?!\S)/i.test(text)) return
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(isByItself)) return
    const children: PhrasingContent[] = []
    let isWhole = true
    for (const [at, child] of (node.children as PhrasingContent[]).entries()) {
      const rest = isWhole ? child : withoutFirst(child)
      const address = addressOf(child, node.children[at + 1])
      const last = children[children.length - 1]
      if (address !== undefined && (endOf(address) !== undefined || !hasHost(address)))
        append(children, splitAddresses(address, child.position))
      else if (rest.type === 'text' && last?.type === 'text')
        children[children.length - 1] = joined(last, rest)
      else children.push(rest)
      isWhole = !address?.endsWith(';')
    }
    node.children = children
  })
}

/**
 * The text of a bare address; `undefined` for other nodes. GFM takes the semicolon of a character reference at its end for punctuation
 * after the address: it is put back.
 */
function addressOf(node: Nodes, next: Nodes | undefined): string | undefined {
  if (!isByItself(node)) return undefined
  const { value } = node.children[0] as Text
  const isCut = /&[#a-z\d]{1,31}$/i.test(value) && next?.type === 'text' && next.value.startsWith(';')
  return isCut && END.test(decodeString(`${/&[^&]*$/.exec(value)![0]};`)) ? `${value};` : value
}

/** Whether an address names a host: “WWW.” at the end of a sentence does not, nor do words of other scripts directly after “https://”. */
function hasHost(address: string): boolean {
  const host = /^(?:https?:\/\/)?([^\s/?#]{0,255})/i.exec(address)?.[1] ?? ''
  if (/^www\.?$/i.test(host)) return false
  return /^[^\p{P}\p{Z}]*[a-z\d\p{Co}]/iu.test(host) || /^[^\p{Z}]+\.\p{L}/u.test(host)
}

/** A text without its first character. */
function withoutFirst(node: PhrasingContent): PhrasingContent {
  if (node.type !== 'text') return node
  const { value, position } = node
  return { ...node, value: value.slice(1), ...placed(position && within(position, 1, value.length)) }
}

/** Offset at which an address in the text ends; `undefined` if it does not. */
function endOf(value: string, start = 0): number | undefined {
  MAY_END.lastIndex = start
  for (let match = MAY_END.exec(value); match; match = MAY_END.exec(value))
    if (!match[0].startsWith('&') || END.test(decodeString(match[0]))) return match.index
  return undefined
}

/** Whether a link is a bare address, without brackets or title. */
function isByItself(node: Nodes): node is Link {
  if (node.type !== 'link') return false
  const { url, title, children, position } = node
  const only = children.length === 1 ? children[0] : undefined
  if (only?.type !== 'text' || title || (url !== only.value && url !== `http://${only.value}`)) return false
  return !position || position.end.offset! - position.start.offset! === only.value.length
}

/** Splits a text that starts with an address into addresses and the text between them. */
function splitAddresses(value: string, position: Position | undefined): (Link | Text)[] {
  const parts: (Link | Text)[] = []
  let from = 0
  let end = 0
  for (const { index: start } of value.matchAll(BEGIN)) {
    if (start < from || !hasHost(value.slice(start))) continue
    if (end <= start) end = endOf(value, start) ?? value.length
    if (start > from) parts.push(textAt(value, from, start, position))
    from = start + withoutTrailing(value.slice(start, end)).length
    parts.push(linkAt(value, start, from, position))
  }
  if (from < value.length) parts.push(textAt(value, from, value.length, position))
  return parts
}

/** An address without trailing punctuation; it keeps a closing parenthesis that has an opening one. */
function withoutTrailing(address: string): string {
  let open = 0
  for (const character of address) open += character === '(' ? 1 : character === ')' ? -1 : 0
  let end = address.length
  for (; end > 0; end--) {
    if (address[end - 1] === ')' && open < 0) open++
    else if (!TRAILING.test(address[end - 1]!)) break
  }
  return address.slice(0, end)
}

function linkAt(value: string, start: number, end: number, position: Position | undefined): Link {
  const text = textAt(value, start, end, position, true)
  const url = /^www\./i.test(text.value) ? `http://${text.value}` : text.value
  return { type: 'link', title: null, url, children: [text], ...placed(text.position) }
}

function textAt(
  value: string,
  start: number,
  end: number,
  position: Position | undefined,
  isAddress = false,
): Text {
  return {
    type: 'text',
    // GFM does not decode character references in addresses.
    value: isAddress ? value.slice(start, end) : decodeString(value.slice(start, end)),
    ...placed(position && within(position, start, end)),
  }
}

function placed(position: Position | undefined): { position?: Position } {
  return position ? { position } : {}
}

/** A part of a position within one line. */
function within({ start: { line, column, offset = 0 } }: Position, start: number, end: number): Position {
  return {
    start: { line, column: column + start, offset: offset + start },
    end: { line, column: column + end, offset: offset + end },
  }
}

function joined(first: Text, next: Text): Text {
  const position = first.position && next.position && { start: first.position.start, end: next.position.end }
  return { ...next, value: first.value + next.value, ...placed(position) }
}
