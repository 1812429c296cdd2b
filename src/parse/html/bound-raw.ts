import type { Nodes, Root } from 'hast'
import { VOID_ELEMENTS } from '../../util/tree/void-elements.ts'
import { DEEPEST, type OnSimplified } from './bound-tree.ts'

/**
 * Elements that do not nest in themselves, most of them because their end tag is optional (HTML Standard, section 13.1.2.4). They stay at
 * any depth, because they carry most of a document's content.
 */
const ENDS_BY_ITSELF = new Set([
  ...['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['caption', 'colgroup', 'dd', 'dt', 'li', 'optgroup', 'option', 'p', 'rp', 'rt', 'tbody', 'td', 'tfoot'],
  ...['th', 'thead', 'tr'],
])
/** Elements that the parser reopens after their parent ends (section 13.2.4.3), at most three equal ones. */
const FORMATTING = new Set([
  ...['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u'],
])
const MOST_ALIKE = 3
/** Levels of an element together with its descendants that have an optional end tag. */
const LEVELS: Readonly<Record<string, number>> = {
  table: 4,
  ul: 2,
  ol: 2,
  dl: 2,
  menu: 2,
  select: 3,
  ruby: 2,
}
const TAG = /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(\/?)([a-z][^\s/<>]*)(?=[\s/>])[^<>]*>/gi

interface OpenTag {
  readonly name: string
  readonly text: string
  /** Depth including this element. */
  readonly depth: number
}

/**
 * Limits the nesting of raw HTML, so that neither the HTML parser nor code that walks its tree overflows the stack. A tag that is too deep
 * becomes a comment of the same length, which keeps its content and all positions. The count is an upper bound.
 */
export class RawBounds {
  readonly #onSimplified: OnSimplified
  #open: OpenTag[] = []
  /** Open tags that were too deep, by name; all are inside the deepest open element. */
  readonly #dropped = new Map<string, number>()

  constructor(onSimplified: OnSimplified) {
    this.#onSimplified = onSimplified
  }

  /** Limits the nesting of the raw HTML in a tree. */
  tree(tree: Root): void {
    this.#node(tree, 0)
  }

  #node(node: Nodes, depth: number): void {
    if (node.type === 'raw') {
      const value = this.html(node.value, depth)
      if (value === node.value) return
      this.#onSimplified('flattened', node.position)
      node.value = value
    } else if ('children' in node) {
      const { length } = this.#open
      for (const child of node.children) this.#node(child, depth + 1)
      this.#close(length)
    }
  }

  /** Limits the nesting of HTML inside an element at `depth`. `onDropped` receives the offset of each dropped start tag. */
  html(html: string, depth = 0, onDropped: (offset: number) => void = () => {}): string {
    return html.replace(
      TAG,
      (tag: string, slash: string | undefined, name: string | undefined, offset: number) => {
        if (name === undefined) return tag
        const lower = name.toLowerCase()
        const isKept = slash ? this.#end(lower) : this.#start(lower, tag, depth)
        if (!isKept && !slash) onDropped(offset)
        return isKept ? tag : `<!${tag.slice(2, -1).replace(/[^\r\n]/g, ' ')}>`
      },
    )
  }

  #start(name: string, text: string, depth: number): boolean {
    if (VOID_ELEMENTS.has(name) || ENDS_BY_ITSELF.has(name)) return true
    const own = this.#depth + (LEVELS[name] ?? 1)
    if (own + depth < DEEPEST) {
      this.#open.push({ name, text, depth: own })
      return true
    }
    this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1)
    return false
  }

  get #depth(): number {
    return this.#open[this.#open.length - 1]?.depth ?? 0
  }

  #end(name: string): boolean {
    const dropped = this.#dropped.get(name) ?? 0
    if (dropped > 0) {
      this.#dropped.set(name, dropped - 1)
      return false
    }
    const at = this.#open.findLastIndex((open) => open.name === name)
    if (at >= 0) this.#close(at, at + 1)
    return true
  }

  /** Closes all elements from an index on; reopens formatting elements, except those before `again`. */
  #close(from: number, again = from): void {
    if (this.#open.length <= from) return
    this.#dropped.clear()
    const reopened = this.#open.slice(again).filter(({ name }) => FORMATTING.has(name))
    this.#open.length = from
    if (reopened.length === 0) return
    const alike = new Map<string, number>()
    for (const { text } of this.#open) alike.set(text, (alike.get(text) ?? 0) + 1)
    for (const { name, text } of reopened) {
      const count = (alike.get(text) ?? 0) + 1
      alike.set(text, count)
      if (count <= MOST_ALIKE) this.#open.push({ name, text, depth: this.#depth + 1 })
    }
  }
}
