import type { Nodes, Root } from 'hast'
import { VOID_ELEMENTS } from '../../util/void-elements.ts'
import { DEEPEST, type OnSimplified } from './bound-tree.ts'

/**
 * Elements that do not nest by themselves, most of them because their end tags may be left out (HTML Standard, section 13.1.2.4): what is
 * worth most of a document stays at any depth.
 */
const ENDS_BY_ITSELF = new Set([
  ...['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['caption', 'colgroup', 'dd', 'dt', 'li', 'optgroup', 'option', 'p', 'rp', 'rt', 'tbody', 'td', 'tfoot'],
  ...['th', 'thead', 'tr'],
])
/** Elements that begin again behind the one that they stand in (section 13.2.4.3), at most three that are alike. */
const FORMATTING = new Set([
  ...['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u'],
])
const MOST_ALIKE = 3
/** Levels that an element and those that it holds and that end by themselves take. */
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
  /** Levels that are open with it. */
  readonly depth: number
}

/**
 * Makes sure that raw HTML nests no deeper than can be read, so that neither the HTML parser nor what walks through its tree fails: a
 * tag that is too deep becomes a comment of the same length, so all places stay right, and its content stays. It counts rather too many.
 */
export class RawBounds {
  readonly #onSimplified: OnSimplified
  #open: OpenTag[] = []
  /** Open tags that were too deep, by name: all stand inside of the deepest that is open. */
  readonly #dropped = new Map<string, number>()

  constructor(onSimplified: OnSimplified) {
    this.#onSimplified = onSimplified
  }

  /** Bounds the raw HTML in a tree. */
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

  /** Bounds HTML that stands in an element of some depth. `onDropped` is told where a start tag goes. */
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

  /** Closes all that is open from an index on; elements that format text begin again, but for those before `again`. */
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
