import type { Element, ElementContent, Parents, Root, Text } from 'hast'
import { isBlock, isElement } from '../content.ts'

/** A command, or the text of a block around its commands; and what its nodes contribute to it. */
export interface TextRun {
  /** The outermost code element; `null` for text. */
  readonly code: Element | null
  /** In text, U+FFFC stands for each command. */
  readonly text: string
  /** Its text nodes, in order. */
  readonly leaves: readonly TextLeaf[]
  /** Ranges of `text` in emphasis. */
  readonly emphasized: readonly (readonly [start: number, end: number])[]
}

/** A text node of a run. */
export interface TextLeaf {
  readonly node: Text
  readonly parent: Parents
  /** Offset in the run’s text. */
  readonly start: number
}

/** Fills a slot: returns the content of its unit. */
export type FillSlot = (unit: string) => readonly ElementContent[]

/** A run that is being read. */
interface OpenRun extends TextRun {
  text: string
  readonly leaves: TextLeaf[]
  readonly emphasized: [number, number][]
}

/** Lists the commands and the texts of a tree, in the order in which they begin. Slots are filled, if at all, by `fill`. */
export function textRunsIn(tree: Root, fill: FillSlot = () => []): readonly TextRun[] {
  const runs: OpenRun[] = []
  let open: OpenRun | null = null
  readAll(tree.children as ElementContent[], tree)
  return runs

  function readAll(children: readonly ElementContent[], parent: Parents): void {
    for (const node of children) {
      if (node.type === 'slot') readAll(fill(node.unit), parent)
      else if (node.type === 'text') addText(node, parent)
      else if (node.type === 'element') readElement(node)
    }
  }

  function readElement(node: Element): void {
    const isText = !open?.code
    if (isText && isElement(node, 'pre', 'code')) readCode(node)
    else if (isText && isBlock(node)) {
      open = null
      readAll(node.children, node)
      open = null
    } else readInline(node)
  }

  function readCode(node: Element): void {
    const around = node.tagName === 'pre' ? null : open
    if (around) around.text += '\uFFFC'
    open = start(node)
    readAll(node.children, node)
    open = around
  }

  function readInline(node: Element): void {
    if (node.tagName === 'br' && open) open.text += '\n'
    const from = open?.text.length ?? 0
    readAll(node.children, node)
    if (open && isElement(node, 'em', 'i', 'var')) open.emphasized.push([from, open.text.length])
  }

  function addText(node: Text, parent: Parents): void {
    open ??= start(null)
    open.leaves.push({ node, parent, start: open.text.length })
    open.text += node.value
  }

  function start(code: Element | null): OpenRun {
    const run: OpenRun = { code, text: '', leaves: [], emphasized: [] }
    runs.push(run)
    return run
  }
}
