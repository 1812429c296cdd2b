import type { Root as HastRoot, Properties } from 'hast'
import type {
  Code,
  Definition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
  Table,
  TableRow,
} from 'mdast'
import { normalizeUri } from 'micromark-util-sanitize-uri'
import { trimLines } from 'trim-lines'
import type { SlotCodec } from '../../bitext/slots.ts'
import { visit } from '../../util/visit.ts'
import { readRaw } from './raw-html.ts'
import { safeElement } from './safe-element.ts'
import { isAllowedUrl } from './sanitize.ts'
import { TreeBuilder } from './tree-builder.ts'

/** What a tree is made with. */
export interface UsualTreeOptions {
  /** For the skeleton of a document: tokens stay as they are in URLs, and tables tell that Markdown made them. */
  readonly codec?: SlotCodec | undefined
  /** Whether elements whose place is told get positions. */
  readonly hasPlaces?: boolean
}

/** A URL that is the same once it is percent-encoded (see `normalizeUri`). */
const ENCODED = /^[!#$&-;=?-Z_a-z~]*$/

/**
 * Makes hast of mdast, raw HTML in its place, tidied and sanitized, where the tree holds what is usual: in one walk what
 * `mdast-util-to-hast`, an HTML parser, `tidyTree` and `sanitizeTree` do one after the other. Only elements whose place is told have
 * positions.
 *
 * @returns `undefined` for anything else, which is for those to read.
 */
export function usualTree(tree: Root, isHtml: boolean, options: UsualTreeOptions = {}): HastRoot | undefined {
  return new UsualTree(tree, isHtml, options).read()
}

class UsualTree {
  readonly tree: Root
  readonly options: UsualTreeOptions
  readonly builder: TreeBuilder
  definitions: ReadonlyMap<string, Definition> | undefined

  constructor(tree: Root, isHtml: boolean, options: UsualTreeOptions) {
    this.tree = tree
    this.options = options
    this.builder = new TreeBuilder(isHtml)
  }

  read(): HastRoot | undefined {
    if (this.tree.data) return undefined
    const { builder } = this
    let isFirst = true
    for (const node of this.tree.children) {
      if (isNothing(node)) continue
      if (!isFirst && !builder.text('\n')) return undefined
      isFirst = false
      if (!this.node(node, false)) return undefined
    }
    return builder.isComplete ? builder.root : undefined
  }

  /** Blocks with line endings between them. */
  flow(nodes: readonly Nodes[], isLoose: boolean): boolean {
    if (isLoose) this.builder.text('\n')
    let isFirst = true
    for (const node of nodes) {
      if (isNothing(node)) continue
      if (!isFirst && !this.builder.text('\n')) return false
      isFirst = false
      if (!this.node(node, false)) return false
    }
    return isFirst || !isLoose || this.builder.text('\n')
  }

  /** What stands in a line. The space at the start of what follows a break is gone. */
  phrasing(nodes: readonly Nodes[], trimsFirst: boolean): boolean {
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!
      const trims = index === 0 ? trimsFirst && node.type === 'text' : nodes[index - 1]!.type === 'break'
      if (!this.node(node, trims)) return false
    }
    return true
  }

  /** @param trims whether it, or the text that it begins with, stands after a break. */
  node(node: Nodes, trims: boolean): boolean {
    const { builder } = this
    switch (node.type) {
      case 'text':
        return !node.data && builder.text(textOf(node.value, trims))
      case 'html':
        return !node.data && readRaw(node.value, this.options.hasPlaces ? node.position : undefined, builder)
      case 'paragraph':
        return this.enter('p', {}, node) && this.phrasing(node.children, false) && builder.leave()
      case 'heading':
        return (
          this.enter(`h${node.depth}`, {}, node) && this.phrasing(node.children, false) && builder.leave()
        )
      case 'emphasis':
        return this.enter('em', {}, node) && this.phrasing(node.children, trims) && builder.leave()
      case 'strong':
        return this.enter('strong', {}, node) && this.phrasing(node.children, trims) && builder.leave()
      case 'delete':
        return this.enter('del', {}, node) && this.phrasing(node.children, trims) && builder.leave()
      case 'link':
        return this.link(node.url, node.title, node, trims)
      case 'linkReference': {
        const definition = this.definition(node.identifier)
        return definition !== undefined && this.link(definition.url, definition.title, node, trims)
      }
      case 'image':
        return this.image(node.url, node.title, node)
      case 'imageReference': {
        const definition = this.definition(node.identifier)
        return definition !== undefined && this.image(definition.url, definition.title, node)
      }
      case 'inlineCode': {
        const value = node.value.replace(/\r?\n|\r/g, ' ')
        return (
          this.enter('code', {}, node) && builder.text(trims ? trimStart(value) : value) && builder.leave()
        )
      }
      case 'break':
        return this.enter('br', {}, node) && builder.text('\n')
      case 'thematicBreak':
        return this.enter('hr', {}, node)
      case 'blockquote':
        return this.enter('blockquote', {}, node) && this.flow(node.children, true) && builder.leave()
      case 'list':
        return this.list(node)
      case 'code':
        return this.code(node)
      case 'table':
        return this.table(node)
      default:
        return false
    }
  }

  link(url: string, title: string | null | undefined, node: Link | LinkReference, trims: boolean): boolean {
    const href = this.url(url, node)
    const properties: Properties = isAllowedUrl('href', href) ? { href } : {}
    if (title !== null && title !== undefined) properties.title = title
    return this.enter('a', properties, node) && this.phrasing(node.children, trims) && this.builder.leave()
  }

  image(url: string, title: string | null | undefined, node: Image | ImageReference): boolean {
    const src = this.url(url, node)
    const properties: Properties = isAllowedUrl('src', src) ? { src } : {}
    if (node.alt !== null && node.alt !== undefined) properties.alt = node.alt
    if (title !== null && title !== undefined) properties.title = title
    return this.enter('img', properties, node)
  }

  /** A URL as an attribute has it. */
  url(url: string, { type }: Nodes): string {
    const isKept = (type === 'link' || type === 'image') && this.options.codec?.has(url)
    return isKept || ENCODED.test(url) ? url : normalizeUri(url)
  }

  /** The first link definition of that name. */
  definition(identifier: string): Definition | undefined {
    this.definitions ??= definitionsOf(this.tree)
    return this.definitions.get(identifier.toUpperCase())
  }

  list(node: List): boolean {
    const { start, ordered, children } = node
    const properties: Properties = {}
    if (typeof start === 'number' && start !== 1) properties.start = start
    if (children.some(({ checked }) => typeof checked === 'boolean'))
      properties.className = ['contains-task-list']
    if (!this.enter(ordered ? 'ol' : 'ul', properties, node)) return false
    const isLoose = node.spread || children.some(isLooseItem)
    this.builder.text('\n')
    for (const item of children) if (!this.item(item, isLoose) || !this.builder.text('\n')) return false
    return this.builder.leave()
  }

  /** An item: paragraphs are marked as such in a loose list only. */
  item(item: ListItem, isLoose: boolean): boolean {
    const { builder } = this
    const isTask = typeof item.checked === 'boolean'
    if (item.data || !this.enter('li', isTask ? { className: ['task-list-item'] } : {}, item)) return false
    const nodes = item.children.filter((node) => !isNothing(node))
    const [first] = nodes
    if (isTask && !(first && isParagraph(first)) && !this.itemParagraph(undefined, item, isLoose))
      return false
    for (const [index, node] of nodes.entries()) {
      const isPlain = isParagraph(node)
      const isFirst = index === 0 && !(isTask && !isPlain)
      if ((isLoose || !isFirst || !isPlain) && !builder.text('\n')) return false
      const isRead = isPlain
        ? this.itemParagraph(node, isFirst ? item : undefined, isLoose)
        : this.node(node, false)
      if (!isRead) return false
    }
    const last = nodes[nodes.length - 1]
    const endsLine = last ? isLoose || !isParagraph(last) : isTask && isLoose
    return (!endsLine || builder.text('\n')) && builder.leave()
  }

  /** A paragraph of an item; the first of a task has the box. In a tight list only its content stays. */
  itemParagraph(node: Paragraph | undefined, task: ListItem | undefined, isLoose: boolean): boolean {
    const { builder } = this
    if (isLoose && !(node ? this.enter('p', {}, node) : builder.enter('p', {}, undefined))) return false
    if (typeof task?.checked === 'boolean') {
      const { checked } = task
      const isTold = checked || !builder.isHtml
      const properties = { type: 'checkbox', ...(isTold && { checked }), disabled: true }
      if (!builder.enter('input', properties, undefined)) return false
      if (node && node.children.length > 0 && !builder.text(' ')) return false
    }
    if (node && !this.phrasing(node.children, false)) return false
    return !isLoose || builder.leave()
  }

  code(node: Code): boolean {
    const { builder } = this
    // Where there is HTML, the library drops the blank line that a code block begins with.
    if (builder.isHtml && node.value.startsWith('\n')) return false
    const properties: Properties = {}
    if (node.lang) properties.className = [`language-${node.lang.split(/\s+/)[0]}`]
    return (
      builder.enter('pre', {}, undefined) &&
      this.enter('code', properties, node) &&
      builder.text(node.value ? `${node.value}\n` : '') &&
      builder.leave() &&
      builder.leave()
    )
  }

  table(node: Table): boolean {
    const { builder } = this
    const [head, ...rows] = node.children
    const format: Properties = this.options.codec ? { dataFormat: 'markdown' } : {}
    if (!this.enter('table', format, node)) return false
    builder.text('\n')
    if (head && !(this.rows('thead', [head], node) && builder.text('\n'))) return false
    if (rows.length > 0 && !(this.rows('tbody', rows, node) && builder.text('\n'))) return false
    return builder.leave()
  }

  rows(tagName: 'thead' | 'tbody', rows: readonly TableRow[], table: Table): boolean {
    const { builder } = this
    if (!builder.enter(tagName, {}, undefined)) return false
    builder.text('\n')
    for (const row of rows)
      if (!this.row(row, tagName === 'thead' ? 'th' : 'td', table) || !builder.text('\n')) return false
    return builder.leave()
  }

  row(row: TableRow, tagName: 'th' | 'td', { align }: Table): boolean {
    const { builder } = this
    if (!this.enter('tr', {}, row)) return false
    builder.text('\n')
    const count = align ? align.length : row.children.length
    for (let index = 0; index < count; index++) {
      const cell = row.children[index]
      const side = align?.[index]
      const properties: Properties = side ? { align: side } : {}
      const isRead = cell
        ? this.enter(tagName, properties, cell) && this.phrasing(cell.children, false)
        : builder.enter(tagName, properties, undefined)
      if (!isRead || !builder.leave() || !builder.text('\n')) return false
    }
    return builder.leave()
  }

  /** Begins an element that Markdown makes, or what a transform makes of it instead. Its properties are safe. */
  enter(tagName: string, properties: Properties, { data, position }: Nodes): boolean {
    const place = this.options.hasPlaces ? position : undefined
    if (!data) return this.builder.enter(tagName, properties, place)
    const { hName, hProperties } = data as Record<string, unknown>
    const name = typeof hName === 'string' ? hName : tagName
    const all = { ...properties, ...(hProperties as Properties | undefined) }
    const safe = safeElement(name, this.builder.isHtml ? asParsed(all) : all)
    return safe !== undefined && this.builder.enterSafe(name, safe, place, false)
  }
}

/** Whether nothing is shown of a node by itself. */
function isNothing({ type }: Nodes): boolean {
  return type === 'definition' || type === 'yaml'
}

function isParagraph(node: Nodes): node is Paragraph {
  return node.type === 'paragraph' && (typeof node.data?.hName !== 'string' || node.data.hName === 'p')
}

function isLooseItem({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    const name = node.identifier.toUpperCase()
    if (!definitions.has(name)) definitions.set(name, node)
  })
  return definitions
}

/** Text of Markdown: without the white space around line endings, and at its start if `trims`. */
function textOf(value: string, trims: boolean): string {
  const lines = value.includes('\n') || value.includes('\r') ? trimLines(value) : value
  return trims ? trimStart(lines) : lines
}

function trimStart(value: string): string {
  return value.replace(/^[ \t]+/, '')
}

/** Properties as they are once they were written and read. */
function asParsed(properties: Properties): Properties {
  const parsed: Properties = {}
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    parsed[name] = value === true && name.startsWith('data') ? '' : value
  }
  return parsed
}
