import type { Nodes, Root } from 'hast'
import { VOID_ELEMENTS } from '../util/void-elements.ts'
import { DEEPEST, type OnSimplified } from './bound-tree.ts'

/** Elements whose end tags may be left out: they do not nest by themselves (HTML Standard, section 13.1.2.4). */
const ENDS_BY_ITSELF = new Set([
  ...['caption', 'colgroup', 'dd', 'dt', 'li', 'optgroup', 'option', 'p', 'rp', 'rt', 'tbody', 'td', 'tfoot'],
  ...['th', 'thead', 'tr'],
])
/** Elements that begin again behind the one that they stand in (section 13.2.4.3), at most three that are alike. */
const FORMATTING = new Set([
  ...['a', 'b', 'big', 'code', 'em', 'font', 'i', 'nobr', 's', 'small', 'strike', 'strong', 'tt', 'u'],
])
const MOST_ALIKE = 3
/** How deep tags may nest: elements that end by themselves stand between them. */
const DEEPEST_TAGS = DEEPEST / 2
const TAG = /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<(\/?)([a-z][^\s/<>]*)[^<>]*>/gi

interface OpenTag {
  readonly name: string
  readonly text: string
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
    if (this.#open.length + depth / 2 < DEEPEST_TAGS) {
      this.#open.push({ name, text })
      return true
    }
    this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1)
    return false
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
    if (this.#open.length === from) return
    this.#dropped.clear()
    const alike = new Map<string, number>()
    const kept = this.#open.slice(again).filter(({ name, text }) => {
      const count = (alike.get(text) ?? 0) + 1
      alike.set(text, count)
      return FORMATTING.has(name) && count <= MOST_ALIKE
    })
    this.#open = [...this.#open.slice(0, from), ...kept]
  }
}
