import { toString as textOf } from 'mdast-util-to-string'
import type { TripleColon } from '../../bitext/triple-colon.ts'
import { visit } from '../../util/tree/visit.ts'
import { container } from './div.ts'
import { enlarged } from './lightbox.ts'
import { missingBlock, nameOfMissing } from './missing.ts'
import type {
  BlockContent,
  BlockParent,
  DefinitionContent,
  MicrosoftContext,
  MicrosoftTransform,
  Properties,
} from './types.ts'

type Child = BlockContent | DefinitionContent | TripleColon

/**
 * Folds `:::row:::` … `:::row-end:::` and similar pairs into containers; replaces `:::image:::` and
 * `:::code:::` by their content.
 */
export const tripleColons: MicrosoftTransform = (tree, context) => {
  if (!context.text.includes(':::')) return
  visit(tree, (node) => {
    if (!('children' in node)) return
    const parent = node as BlockParent
    if (!parent.children.some((child) => (child as Child).type === 'tripleColon')) return
    parent.children = fold(parent.children as Child[], context) as BlockParent['children']
  })
}

function fold(children: Child[], context: MicrosoftContext): Child[] {
  const result: Child[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!
    if (child.type !== 'tripleColon') {
      result.push(child)
      continue
    }
    const end = endOf(children, index)
    const inner = children.slice(index + 1, end ?? index + 1)
    const node = convert(child, fold(inner, context), context)
    if (node) result.push(node)
    if (end !== null) index = end
  }
  return result
}

/**
 * Returns the index of the line that ends the construct at `index`; `null` if that has no end. Constructs
 * without their end line end with their parent.
 */
function endOf(children: Child[], index: number): number | null {
  const { name, attributes } = children[index] as TripleColon
  const ends =
    ['row', 'column', 'zone', 'moniker'].includes(name) || (name === 'image' && attributes.type === 'complex')
  if (!ends) return null
  let depth = 0
  for (let next = index; next < children.length; next++) {
    const child = children[next]!
    if (child.type !== 'tripleColon') continue
    if (child.name === name) depth++
    else if (child.name === `${name}-end` && --depth === 0) return next
  }
  return name === 'image' ? null : children.length
}

function convert(node: TripleColon, inner: Child[], context: MicrosoftContext): Child | null {
  const blocks = inner as (BlockContent | DefinitionContent)[]
  const { name, attributes, position } = node
  const make = (properties: Properties) => container('div', properties, blocks, position)
  if (name === 'row') return make({ className: ['row'] })
  if (name === 'column')
    return make({ className: ['column'], ...(attributes.span ? { dataSpan: attributes.span } : {}) })
  if (name === 'zone')
    return make({ className: ['zone'], dataZone: attributes.pivot ?? attributes.target ?? '' })
  if (name === 'moniker') return make({ className: ['moniker'], dataMoniker: attributes.range ?? '' })
  if (name === 'image') return image(node, blocks)
  if (name === 'code') return code(node, context)
  if (name === 'video' && attributes.source)
    return container('div', { className: ['video'], dataVideo: attributes.source }, [], position)
  return null
}

function image(node: TripleColon, description: (BlockContent | DefinitionContent)[]): Child | null {
  const url = node.attributes.source ?? ''
  if (url === '') return wordsOf(node)
  const img: Properties = {
    src: url,
    alt: node.attributes.type === 'icon' ? '' : (node.attributes['alt-text'] ?? ''),
  }
  const at = node.position ? { position: node.position } : {}
  const shown = { type: 'image' as const, url, alt: String(img.alt), data: { hProperties: img }, ...at }
  const picture = { type: 'paragraph' as const, children: [enlarged(shown, node.attributes)], ...at }
  if (description.length === 0 || textOf(description) === '') return picture
  const details = container('div', { className: ['long-description'] }, description)
  return container('figure', { className: ['image'] }, [picture, details], node.position)
}

/** The alternative text of an image without a source, so that its words stay. */
function wordsOf({ attributes, position }: TripleColon): Child | null {
  const value = attributes['alt-text'] ?? ''
  return value === ''
    ? null
    : { type: 'paragraph', children: [{ type: 'text', value }], ...(position && { position }) }
}

function code(node: TripleColon, context: MicrosoftContext): Child | null {
  const { source, language, range, id, highlight } = node.attributes
  if (!source) return missingBlock('code', [{ type: 'inlineCode', value: node.value.trim() }], node.position)
  const value = context.code(
    { url: source, ...(range ? { range } : {}), ...(id ? { id } : {}) },
    node.position,
  )
  if (value === null) return missingBlock('code', nameOfMissing('code', source, []), node.position)
  return {
    type: 'code',
    lang: language ?? null,
    value,
    ...(highlight ? { data: { hProperties: { dataHighlight: highlight } } } : {}),
    ...(node.position ? { position: node.position } : {}),
  }
}
