import type { Element, ElementContent, RootContent } from 'hast'
import { otherSide, textOfUnit, type UnitTables, unitOf } from '../model/text.ts'
import type { Side } from '../model/unit.ts'
import { foldSpace } from '../util/text/fold-space.ts'

/** Returns the plain text of nodes on one side; a space separates blocks, white space is folded. */
export function textOfNodes(nodes: readonly RootContent[], units: UnitTables, side: Side): string {
  return foldSpace(rawText(nodes, units, side))
}

/** Returns the English text of a node inside elements with one of the names, also where units contain these. */
export function textInside(node: Element, units: UnitTables, ...tagNames: readonly string[]): string {
  const found: Element[] = []
  const collect = (child: RootContent): void => {
    if (child.type === 'slot') unitOf(units, child.unit)?.source?.content?.forEach(collect)
    if (child.type !== 'element') return
    if (tagNames.includes(child.tagName)) found.push(child)
    else child.children.forEach(collect)
  }
  node.children.forEach(collect)
  return textOfNodes(found, units, 'source')
}

/** Lists the addresses to which nodes link, also where units contain the links. */
export function linksIn(nodes: readonly RootContent[], units: UnitTables): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type === 'slot') return linksIn(unitOf(units, node.unit)?.source?.content ?? [], units)
    if (node.type !== 'element') return []
    const own = node.tagName === 'a' && node.properties.href ? [String(node.properties.href)] : []
    return [...own, ...linksIn(node.children, units)]
  })
}

/** Returns the text of nodes with its white space. */
function rawText(nodes: readonly RootContent[], units: UnitTables, side: Side): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'slot') text += textOfSlot(node.unit, units, side)
    else if (node.type !== 'element') continue
    else if (node.tagName === 'br') text += ' '
    else if (node.tagName === 'sup') text += raiseDigits(rawText(node.children, units, side))
    else {
      const edge = isBlock(node) ? ' ' : ''
      text += edge + rawText(node.children, units, side) + edge
    }
  }
  return text
}

/** Returns the text of a unit, with the numbers of footnotes raised. */
function textOfSlot(key: string, units: UnitTables, side: Side): string {
  const unit = unitOf(units, key)
  const content = (unit?.[side] ?? unit?.[otherSide(side)])?.content
  const isRaised = content?.some((node) => hasElement(node, 'sup'))
  return content && isRaised ? rawText(content, units, side) : textOfUnit(unit, side)
}

/** Writes a number of up to two digits with raised ones, so that it stays apart from the word before it. */
function raiseDigits(text: string): string {
  return /^\d{1,2}$/.test(text) ? text.replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)]!) : text
}

/** Raised digits from 0 to 9. */
export const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Block elements. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Whether a node is a block element. */
export function isBlock(node: RootContent): node is Element {
  return node.type === 'element' && BLOCKS.has(node.tagName)
}

/** Whether a node is an element with one of these names. */
export function isElement(node: RootContent | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && names.includes(node.tagName)
}

/** Whether a node shows nothing: white space or a comment. */
export function isBlank(node: RootContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}

/** Whether nodes contain anything visible on the source side. */
export function hasContent(nodes: readonly RootContent[], units: UnitTables): boolean {
  return textOfNodes(nodes, units, 'source') !== '' || nodes.some(hasMedia)
}

/** Whether a node holds what shows without text. */
export function hasMedia(node: RootContent): boolean {
  return hasElement(node, 'img', 'video', 'iframe', 'svg')
}

/** Whether a node is an image whose file is named after an icon or a logo, which decorates the text beside it. */
export function isIcon(node: RootContent): node is Element {
  const src = isElement(node, 'img') ? String(node.properties.src ?? '') : ''
  return /(?:^|[-_/])(?:icons?|logos?)(?:[-_.]|$)/i.test(src.slice(src.lastIndexOf('/') + 1))
}

/** Whether a node is, or contains, an element with one of these names. */
export function hasElement(node: RootContent, ...names: string[]): boolean {
  return contains(node, (child) => isElement(child, ...names))
}

/** Whether a node, or one inside it, passes the test. */
export function contains(node: RootContent, test: (node: RootContent) => boolean): boolean {
  if (test(node)) return true
  return node.type === 'element' && node.children.some((child) => contains(child, test))
}

/** Lists the keys of the units in nodes. */
export function slotsIn(nodes: readonly RootContent[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'slot') return [node.unit]
    return node.type === 'element' ? slotsIn(node.children) : []
  })
}

/** Lists the outermost elements that pass a test, in document order. */
export function outermost(
  nodes: readonly RootContent[],
  test: (element: Element) => boolean,
): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    return test(node) ? [node] : outermost(node.children, test)
  })
}

/** Removes blank nodes at both ends. */
export function trimNodes(nodes: readonly ElementContent[]): readonly ElementContent[] {
  let start = 0
  let end = nodes.length
  while (start < end && isBlank(nodes[start]!)) start++
  while (end > start && isBlank(nodes[end - 1]!)) end--
  return nodes.slice(start, end)
}

/** Whether content consists of units, with nothing but space between them: mostly, each is a sentence. */
export function isOfUnits(content: readonly RootContent[]): boolean {
  return content.every((node) => node.type === 'slot' || isBlank(node))
}

/** Lists all contents of a runbook or a part of one, in order. */
export function contentsIn(part: unknown): readonly (readonly ElementContent[])[] {
  if (Array.isArray(part)) return isContent(part) ? [part] : (part as unknown[]).flatMap(contentsIn)
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(contentsIn) : []
}

function isContent(value: readonly unknown[]): value is readonly ElementContent[] {
  const types = ['element', 'text', 'slot', 'comment']
  return (
    value.length > 0 &&
    value.every((each) => types.includes(String((each as { type?: unknown } | null)?.type)))
  )
}
