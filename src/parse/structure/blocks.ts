import type { Element, ElementContent, Nodes } from 'hast'
import type { TextPart } from '../../model/hast.ts'
import type { Block } from '../../model/table.ts'
import { append } from '../../util/data/append.ts'

/** Whether a node is an element. */
export function isElement(node: Nodes): node is Element {
  return node.type === 'element'
}

/** The elements with a name (`null`: all elements) in a list of trees, in document order. */
export function elementsNamed(
  nodes: readonly ElementContent[],
  name: string | null,
  found: Element[] = [],
): Element[] {
  for (const node of nodes) {
    if (!isElement(node)) continue
    if (name === null || node.tagName === name) found.push(node)
    elementsNamed(node.children, name, found)
  }
  return found
}

/** The text of nodes as parts: with white space folded, images as their alternative text, and line breaks as spaces. */
export function partsOf(nodes: readonly ElementContent[]): TextPart[] {
  const parts: TextPart[] = []
  const add = (part: TextPart) => {
    const last = parts[parts.length - 1]
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  const visitNode = (node: ElementContent) => {
    if (node.type === 'text') add(node.value)
    else if (node.type === 'slot') add({ unit: node.unit })
    else if (isElement(node)) {
      if (node.tagName === 'br') add(' ')
      if (node.tagName === 'img') {
        const alt = node.data?.slots?.alt ?? [String(node.properties.alt ?? '')]
        for (const part of alt) add(part)
      }
      node.children.forEach(visitNode)
    }
  }
  nodes.forEach(visitNode)
  return tidyParts(parts)
}

function tidyParts(parts: readonly TextPart[]): TextPart[] {
  const folded = parts.map((part) => (typeof part === 'string' ? part.replace(/\s+/g, ' ') : part))
  const first = folded[0]
  if (typeof first === 'string') folded[0] = first.trimStart()
  const last = folded[folded.length - 1]
  if (typeof last === 'string') folded[folded.length - 1] = last.trimEnd()
  return folded.filter((part) => part !== '')
}

const INLINE = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'big',
    'br',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'img',
    'input',
    'ins',
    'kbd',
    'mark',
  ],
  ...['q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
])

/** Content as blocks. `tables` maps each table to its index. */
export function blocksOf(nodes: readonly ElementContent[], tables: ReadonlyMap<Element, number>): Block[] {
  const blocks: Block[] = []
  let run: ElementContent[] = []
  const endRun = () => {
    const parts = partsOf(run)
    if (parts.length > 0) blocks.push({ type: 'text', parts })
    run = []
  }
  for (const node of nodes) {
    if (!isElement(node) || INLINE.has(node.tagName)) {
      run.push(node)
      continue
    }
    endRun()
    append(blocks, blockOf(node, tables))
  }
  endRun()
  return blocks
}

function blockOf(node: Element, tables: ReadonlyMap<Element, number>): Block[] {
  const { tagName, children, properties } = node
  if (tagName === 'ul' || tagName === 'ol') {
    const items = children.filter(isElement).filter((child) => child.tagName === 'li')
    return [
      {
        type: 'list',
        ordered: tagName === 'ol',
        items: items.map((item) => blocksOf(item.children, tables)),
      },
    ]
  }
  if (tagName === 'pre') return [{ type: 'code', parts: codeParts(children) }]
  if (tagName === 'table') {
    const index = tables.get(node)
    return index === undefined ? [] : [{ type: 'table', index }]
  }
  if (typeof properties.dataAlert === 'string') {
    return [{ type: 'group', name: properties.dataAlert, blocks: blocksOf(children, tables) }]
  }
  if (tagName === 'blockquote') return [{ type: 'group', name: tagName, blocks: blocksOf(children, tables) }]
  return blocksOf(children, tables)
}

/** Preformatted text keeps its white space. */
function codeParts(nodes: readonly ElementContent[]): TextPart[] {
  return nodes.flatMap((node): TextPart[] => {
    if (node.type === 'text') return [node.value]
    if (node.type === 'slot') return [{ unit: node.unit }]
    return isElement(node) ? codeParts(node.children) : []
  })
}
