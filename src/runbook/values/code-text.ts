import type { Element, ElementContent, Parents, Root, Text } from 'hast'

/** Text of a command, and what its nodes contribute to it. */
export interface CodeText {
  readonly text: string
  /** Its text nodes, in order. */
  readonly leaves: readonly CodeLeaf[]
  /** Ranges of `text` in emphasis. */
  readonly emphasized: readonly (readonly [start: number, end: number])[]
}

/** A text node of a command. */
export interface CodeLeaf {
  readonly node: Text
  readonly parent: Parents
  /** Offset in the command’s text. */
  readonly start: number
}

/** Fills a slot: returns the content of its unit. */
export type FillSlot = (unit: string) => readonly ElementContent[]

/** Returns the text of a command. */
export function codeTextOf(code: Element, fill: FillSlot = () => []): CodeText {
  const leaves: CodeLeaf[] = []
  const emphasized: [number, number][] = []
  let text = ''
  const read = (children: readonly ElementContent[], parent: Parents): void => {
    for (const node of children) {
      if (node.type === 'slot') read(fill(node.unit), parent)
      else if (node.type === 'text') {
        leaves.push({ node, parent, start: text.length })
        text += node.value
      } else if (node.type === 'element') {
        if (node.tagName === 'br') text += '\n'
        const start = text.length
        read(node.children, node)
        if (/^(?:em|i|var)$/.test(node.tagName)) emphasized.push([start, text.length])
      }
    }
  }
  read(code.children, code)
  return { text, leaves, emphasized }
}

/** Lists the outermost code elements of trees, in order. Slots are filled, if at all, by `fill`. */
export function codeIn(nodes: readonly (ElementContent | Root)[], fill: FillSlot = () => []): Element[] {
  return nodes.flatMap((node): Element[] => {
    if (node.type === 'slot') return codeIn(fill(node.unit), fill)
    if (node.type === 'element' && /^(?:pre|code)$/.test(node.tagName)) return [node]
    return 'children' in node ? codeIn(node.children as ElementContent[], fill) : []
  })
}
