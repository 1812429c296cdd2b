import type { Element, ElementContent, Properties, Root } from 'hast'
import type { Point, Position } from 'unist'
import { VOID_ELEMENTS } from '../../util/void-elements.ts'
import { DEEPEST } from './bound-tree.ts'
import { type Nesting, nestingOf } from './html-nesting.ts'
import type { SafeElement } from './safe-element.ts'

/** An element that is open. */
interface Frame {
  readonly tagName: string
  readonly nesting: Nesting
  /** Where its content goes: into itself, or into what is around it if it says nothing. */
  readonly children: ElementContent[]
  /** The element that owns `children`; `undefined` for the root. */
  readonly owner: Element | undefined
  readonly parent: Frame | undefined
  /** Whether it was opened by a tag of raw HTML, so that one has to close it. */
  readonly isRaw: boolean
  /** Whether it names a place and leads nowhere. */
  readonly isAnchor: boolean
  /** Whether a paragraph is open that a block would end: a cell is a limit (HTML, section 13.2.4.2, “scope”). */
  readonly isInParagraph: boolean
  readonly isInLink: boolean
  /** Number of elements that it stands in. */
  readonly depth: number
  /** Whether it is a paragraph with nothing but white space so far. */
  isBlank: boolean
}

const NOT_WHITE_SPACE = /[^ \t\n\f\r]/
/** Elements whose place is told: headings, tables and their parts, links and images. */
const PLACED = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tr', 'td', 'th', 'a', 'img'])

/** Whether an element's place is told, so that it needs a position. */
export function isPlaced(tagName: string): boolean {
  return PLACED.has(tagName)
}

/**
 * Makes a tidied and sanitized tree of elements and texts, told in the order in which they begin and end: in one walk what an HTML
 * parser, `tidyTree` and `sanitizeTree` do. Methods give back `false` where only those know what becomes of it.
 */
export class TreeBuilder {
  readonly root: Root = { type: 'root', children: [] }
  /** Whether there is raw HTML, so that an HTML parser would see all of the tree. */
  readonly isHtml: boolean
  /** Empty links that name a place. */
  readonly #anchors = new Set<ElementContent>()
  #open: Frame

  constructor(isHtml: boolean) {
    this.isHtml = isHtml
    this.#open = {
      tagName: '',
      nesting: nestingOf(''),
      children: this.root.children as ElementContent[],
      owner: undefined,
      parent: undefined,
      isRaw: false,
      isAnchor: false,
      isInParagraph: false,
      isInLink: false,
      depth: 0,
      isBlank: false,
    }
  }

  /** Whether all that was opened is closed. */
  get isComplete(): boolean {
    return this.#open.parent === undefined
  }

  /** Adds text. */
  text(value: string): boolean {
    const frame = this.#open
    if (this.isHtml) {
      if (value === '') return true
      if (value.includes('\0')) return false
      if (frame.nesting.holdsOnlyParts && NOT_WHITE_SPACE.test(value)) return false
    }
    if (frame.isBlank && value.trim() !== '') frame.isBlank = false
    const { children } = frame
    const last = children[children.length - 1]
    if (last !== undefined && last.type === 'text') last.value += value
    else children.push({ type: 'text', value })
    return true
  }

  /** Notes a comment, which stays nowhere. */
  comment(): boolean {
    this.#open.isBlank = false
    return true
  }

  /** Begins an element that Markdown makes, with properties that are safe. One without content ends by itself. */
  enter(tagName: string, properties: Properties, position: Position | undefined): boolean {
    return this.#enter(tagName, properties, position, false, false, false)
  }

  /** Begins an element of which it is known what becomes of it; `isRaw` if a tag of raw HTML says it. */
  enterSafe(tagName: string, safe: SafeElement, position: Position | undefined, isRaw: boolean): boolean {
    const { properties, isBare, isAnchor } = safe
    return this.#enter(tagName, { ...properties }, position, isRaw, isAnchor, isBare && tagName === 'span')
  }

  #enter(
    tagName: string,
    properties: Properties,
    position: Position | undefined,
    isRaw: boolean,
    isAnchor: boolean,
    saysNothing: boolean,
  ): boolean {
    const parent = this.#open
    // What Markdown makes is bounded already.
    if (isRaw && parent.depth + 1 >= DEEPEST) return false
    const nesting = nestingOf(tagName)
    if (this.isHtml && !(takes(parent, tagName, nesting) && !(isRaw && nesting.isMarkdownOnly))) return false
    parent.isBlank = false
    let { children, owner } = parent
    if (!saysNothing) {
      owner = { type: 'element', tagName, properties, children: [] }
      if (position !== undefined && isPlaced(tagName)) owner.position = position
      children.push(owner)
      if (VOID_ELEMENTS.has(tagName)) return true
      children = owner.children
    }
    const isParagraph = tagName === 'p'
    this.#open = {
      tagName,
      nesting,
      children,
      owner,
      parent,
      isRaw,
      isAnchor,
      isInParagraph: isParagraph || (parent.isInParagraph && tagName !== 'td' && tagName !== 'th'),
      isInLink: parent.isInLink || tagName === 'a',
      depth: parent.depth + 1,
      isBlank: isParagraph,
    }
    return true
  }

  /** Ends the element that Markdown began last: what raw HTML began in it has to have ended. */
  leave(): boolean {
    if (this.#open.isRaw) return false
    this.#close()
    return true
  }

  /** Ends an element with its tag of raw HTML. */
  leaveRaw(tagName: string, end: Point | undefined): boolean {
    const { isRaw, tagName: name, owner } = this.#open
    if (!isRaw || name !== tagName) return false
    if (owner?.position && end && owner.tagName === name)
      owner.position = { start: owner.position.start, end }
    this.#close()
    return true
  }

  #close(): void {
    const { parent, owner, isBlank, isAnchor, nesting } = this.#open
    this.#open = parent!
    // A paragraph of white space says nothing: it is the last that was added.
    if (isBlank) parent!.children.pop()
    else if (isAnchor && isBlankElement(owner!)) this.#anchors.add(owner!)
    else if (nesting.isHeading && this.#anchors.size > 0) this.#adoptAnchor(owner!)
  }

  /** The first empty anchor of a heading names the heading. */
  #adoptAnchor(heading: Element): void {
    const { children, properties } = heading
    const index = children.findIndex((child) => this.#anchors.has(child))
    if (index < 0 || properties.id !== undefined) return
    properties.id = (children[index] as Element).properties.id
    children.splice(index, 1)
    const [before, after] = [children[index - 1], children[index]]
    if (before?.type !== 'text' || after?.type !== 'text') return
    before.value += after.value
    children.splice(index, 1)
  }
}

function isBlankElement(element: Element): boolean {
  return element.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

/** Whether an element is put where its tag stands, and nothing else happens. */
function takes(parent: Frame, tagName: string, nesting: Nesting): boolean {
  if (!nesting.isUsual) return false
  if (nesting.parents) return nesting.parents.includes(parent.tagName)
  if (parent.nesting.holdsOnlyParts) return false
  if (nesting.isBlock) return !parent.isInParagraph && !(nesting.isHeading && parent.nesting.isHeading)
  return !(tagName === 'a' && parent.isInLink)
}
