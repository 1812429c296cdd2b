import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import type { Raw } from 'mdast-util-to-hast'
import type { Point, Position } from 'unist'
import { VOID_ELEMENTS } from '../util/void-elements.ts'

/** Elements that end an open paragraph (HTML, section 13.2.6.4.7). */
const BLOCK = new Set([
  ...[
    'blockquote',
    'center',
    'div',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'ol',
    'p',
    'pre',
    'section',
    'table',
  ],
  'ul',
])
/** Elements that can be read without the rest of HTML's rules, besides those below. */
const INLINE = new Set([
  ...['a', 'b', 'br', 'code', 'del', 'em', 'i', 'img', 'input', 'span', 'strong', 'sub', 'sup', 'u'],
])
/** Elements whose children the parser moves elsewhere if they are not these. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  table: ['colgroup', 'thead', 'tbody', 'tfoot'],
  colgroup: ['col'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'th'],
}
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  ...invert(CHILDREN),
  li: ['ul', 'ol'],
}
/** Elements that Markdown makes and for which HTML's parser has rules of its own. */
const MARKDOWN_ONLY = new Set(['input', 'pre', 'section'])
const HEADING = /^h[1-6]$/
const WHITE_SPACE = /^[ \t\n\f\r]*$/
/** One tag, comment or text of raw HTML, as far as it can be read in one way only. */
const PIECE =
  /<([a-z][a-z\d]*)((?:[ \t\r\n]+[a-z][a-z\d-]*(?:="[^"&\0\r]*")?)*)[ \t\r\n]*(\/?)>|<\/([a-z][a-z\d]*)[ \t\r\n]*>|<!--(?!-?>)((?:(?!--)[^\0\r])*)-->|((?:[^<&\0]|&(?:amp|lt|gt|quot|nbsp);)+)/giy
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00A0',
}

/**
 * Puts raw HTML into the tree it stands in, where all of it is well nested and so usual that its tree is what its tags say: exactly as
 * an HTML parser does (HTML, section 13.2.6), in a fraction of its time.
 *
 * @returns a new tree; `undefined` for anything else, which is the parser's to read.
 */
export function nestRaw(tree: Root): Root | undefined {
  const root: Root = { type: 'root', children: [] }
  return new Nesting(root).all(tree.children) ? root : undefined
}

class Nesting {
  /** The elements that are open, below the root. */
  readonly open: Element[] = []
  readonly root: Root
  parent: Root | Element

  constructor(root: Root) {
    this.root = root
    this.parent = root
  }

  /** Whether all could be read, and all that was opened here was closed here. */
  all(nodes: readonly RootContent[]): boolean {
    const { length } = this.open
    return nodes.every((node) => this.one(node, length)) && this.open.length === length
  }

  one(node: RootContent, floor: number): boolean {
    if (node.type === 'raw') return this.raw(node, floor)
    if (node.type === 'text') return this.text(node.value, node.position)
    return node.type === 'element' && this.element(node)
  }

  element({ tagName, properties, children, position }: Element): boolean {
    if (!this.takes(tagName)) return false
    const copy: Element = { type: 'element', tagName, properties: asParsed(properties), children: [] }
    if (position) copy.position = position
    if (VOID_ELEMENTS.has(tagName)) return this.append(copy)
    return this.enter(copy) && this.all(children) && this.leave()
  }

  raw({ value, position }: Raw, floor: number): boolean {
    const toPoint = position && pointsFrom(position.start, value)
    PIECE.lastIndex = 0
    for (let start = 0; start < value.length; start = PIECE.lastIndex) {
      const [piece, name, attributes, slash, endName, comment, text] = PIECE.exec(value) ?? []
      if (piece === undefined) return false
      const place = toPoint && { start: toPoint(start), end: toPoint(PIECE.lastIndex) }
      const isRead =
        name !== undefined
          ? this.startTag(name.toLowerCase(), attributes!, slash === '/', place)
          : endName !== undefined
            ? this.endTag(endName.toLowerCase(), floor, place)
            : comment !== undefined
              ? this.append({ type: 'comment', value: comment })
              : this.text(
                  text!.replace(/&\w+;/g, (each) => REFERENCES[each] ?? each).replace(/\r\n?/g, '\n'),
                  place,
                )
      if (!isRead) return false
    }
    return true
  }

  startTag(tagName: string, attributes: string, isClosed: boolean, place: Position | undefined): boolean {
    const isVoid = VOID_ELEMENTS.has(tagName)
    if (MARKDOWN_ONLY.has(tagName) || (isClosed && !isVoid) || !this.takes(tagName)) return false
    const properties = propertiesOf(tagName, attributes)
    const element: Element = { type: 'element', tagName, properties, children: [] }
    if (place) element.position = place
    return isVoid ? this.append(element) : this.enter(element)
  }

  endTag(tagName: string, floor: number, place: Position | undefined): boolean {
    const last = this.open.at(-1)
    if (this.open.length <= floor || last?.tagName !== tagName) return false
    if (last.position && place) last.position = { start: last.position.start, end: place.end }
    return this.leave()
  }

  text(value: string, position: Position | undefined): boolean {
    const { parent } = this
    if (value === '') return true
    if (value.includes('\0')) return false
    if (parent.type === 'element' && Object.hasOwn(CHILDREN, parent.tagName) && !WHITE_SPACE.test(value))
      return false
    const last = parent.children.at(-1)
    if (last?.type !== 'text') return this.append({ type: 'text', value, ...(position && { position }) })
    last.value += value
    return true
  }

  append(node: ElementContent): boolean {
    this.parent.children.push(node)
    return true
  }

  enter(element: Element): boolean {
    this.append(element)
    this.open.push(element)
    this.parent = element
    return true
  }

  leave(): boolean {
    this.open.pop()
    this.parent = this.open.at(-1) ?? this.root
    return true
  }

  /** Whether an element is put where its tag stands, and nothing else happens. */
  takes(tagName: string): boolean {
    const parent = this.parent.type === 'element' ? this.parent.tagName : ''
    const parents = Object.hasOwn(PARENTS, tagName) ? PARENTS[tagName] : undefined
    if (parents) return parents.includes(parent)
    if (Object.hasOwn(CHILDREN, parent)) return false
    if (BLOCK.has(tagName)) return !this.isInParagraph() && !(HEADING.test(tagName) && HEADING.test(parent))
    return INLINE.has(tagName) && !(tagName === 'a' && this.open.some((each) => each.tagName === 'a'))
  }

  /** Whether a paragraph is open that a block would end: a cell is a limit (HTML, section 13.2.4.2, “scope”). */
  isInParagraph(): boolean {
    const found = this.open.findLast(({ tagName }) => tagName === 'p' || tagName === 'td' || tagName === 'th')
    return found?.tagName === 'p'
  }
}

/** Properties that the attributes of a start tag say. */
function propertiesOf(tagName: string, text: string): Properties {
  if (text === '') return {}
  const attributes = new Map<string, string>()
  for (const [, name, value = ''] of text.matchAll(/[ \t\r\n]([a-z][a-z\d-]*)(?:="([^"]*)")?/gi)) {
    const known = name!.toLowerCase()
    if (!attributes.has(known)) attributes.set(known, value)
  }
  return h(tagName, Object.fromEntries(attributes)).properties
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

/** Gives points in a text that begins at one; they are to be asked for in order. */
function pointsFrom(first: Point, text: string): (offset: number) => Point {
  let { line, column } = first
  let at = 0
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++
      column = 1
      at = next + 1
    }
    column += offset - at
    at = offset
    return { line, column, ...(first.offset !== undefined && { offset: first.offset + offset }) }
  }
}

function invert(lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  const inverted: Record<string, string[]> = {}
  for (const [parent, children] of Object.entries(lists))
    for (const child of children) inverted[child] = [...(inverted[child] ?? []), parent]
  return inverted
}
