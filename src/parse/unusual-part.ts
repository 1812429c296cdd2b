import type { Element, ElementContent, Root, RootContent } from 'hast'
import { raw } from 'hast-util-raw'
import { VFile } from 'vfile'
import { RawBounds } from './bound-raw.ts'
import type { OnSimplified } from './bound-tree.ts'
import { sanitizeTree } from './sanitize.ts'
import { tidyTree } from './tidy-tree.ts'

/** Elements in which a part of a tree can be read by itself. */
const HOLDERS = new Set(['blockquote', 'center', 'div', 'li', 'section', 'td', 'th'])
const CONTAINERS = new Set([...HOLDERS, 'ol', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul'])
/** Deepest nesting in which a part is read by itself, so that many deep ones take no time. */
const DEEPEST = 40
const PROBE = 'end of the part'
/** Elements that change the state of the parser behind them in a way that no element shows: how it reads text, which form is open. */
const STATEFUL =
  /<(?:form|frameset|iframe|math|noembed|noframes|noscript|plaintext|script|select|style|svg|template|textarea|title|xmp)\b/i

/**
 * Has an HTML parser read a part of a tree that stands in some elements, and tidies and sanitizes it.
 *
 * The parser's state at the start of the part is told by the elements that are open, as none of them formats text. At its end stands
 * a probe: where it comes out as the last of the innermost element, and all around it is as before, the part has left nothing open
 * and closed nothing that it had not opened, so that the parser would go on behind it as if it were not there.
 *
 * @param open names of the elements, the outermost first.
 * @returns `undefined` if the rest of the tree cannot be told without it.
 */
export function readUnusualPart(
  part: readonly RootContent[],
  open: readonly string[],
  onSimplified: OnSimplified = () => {},
): ElementContent[] | undefined {
  if (open.length > DEEPEST || !open.every((each) => CONTAINERS.has(each))) return undefined
  const names = open.length > 0 ? open : ['div']
  if (!HOLDERS.has(names[names.length - 1]!) || part.some(isStateful)) return undefined
  const probe = [{ type: 'comment', value: PROBE } as const, element('div', [{ type: 'text', value: PROBE }])]
  let tree = [...part, ...probe] as ElementContent[]
  for (const name of names.toReversed()) tree = [element(name, tree)]
  const whole: Root = { type: 'root', children: tree }
  new RawBounds(onSimplified).tree(whole)
  // The file is only asked for the end of the whole.
  const read = raw(whole, { file: new VFile() }) as Root
  const held = innermost(read, names)
  if (held?.at(-2)?.type !== 'comment' || !isProbe(held.at(-1))) return undefined
  const safe = innermost(sanitizeTree(tidyTree(read)), names)
  return safe && isProbe(safe.at(-1)) ? safe.slice(0, -1) : undefined
}

function isStateful(node: RootContent): boolean {
  if (node.type === 'raw') return STATEFUL.test(node.value)
  return node.type === 'element' && node.children.some(isStateful)
}

/** The content of the innermost of elements of which each is all that the one before it holds. */
function innermost(tree: Root, names: readonly string[]): readonly ElementContent[] | undefined {
  let nodes = tree.children as ElementContent[]
  for (const name of names) {
    const [only] = nodes
    if (nodes.length !== 1 || only?.type !== 'element' || only.tagName !== name) return undefined
    nodes = only.children
  }
  return nodes
}

function isProbe(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element' || node.tagName !== 'div' || node.children.length !== 1) return false
  const [text] = node.children
  return text?.type === 'text' && text.value === PROBE
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}
