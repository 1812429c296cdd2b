import type { Link, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast'
import { NodeReplacements } from '../../util/tree/replace-nodes.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import { referenceOfCode } from './code-reference.ts'
import { includesInHtml } from './html-includes.ts'
import { type MissingKind, missingBlock, missingInline, nameOfMissing } from './missing.ts'
import type { BlockContent, MicrosoftContext, MicrosoftTransform, Paragraph } from './types.ts'

/** Matches every text with a reference; a character may be written as a character reference. */
const ANY = /include|\[!\s*code|&#/i
const BEFORE = /\[!\s*(?:include|code(?:-([\w+#.-]+))?)\s*$/i
const AFTER = /^\s*\]/

/** A reference to a file in phrasing content: the text `[!INCLUDE `, a link, and the text `]`. */
interface Reference {
  readonly before: Text
  readonly link: Link
  readonly after: Text
  readonly kind: MissingKind
  /** Language in a reference to code. */
  readonly language: string | null
}

/**
 * Replaces `[!INCLUDE [title](path)]` and `[!code-lang[title](path)]` by their content, or by a note that it is
 * missing.
 */
export const includes: MicrosoftTransform = (tree, context) => {
  if (!ANY.test(context.text)) return
  visit(tree, 'html', (node) => {
    node.value = includesInHtml(node.value, node.position, context)
  })
  const replacements = new NodeReplacements()
  visit(tree, (node, _, parent) => {
    if (node.type === 'paragraph' && parent) {
      const blocks: BlockContent[] = []
      for (const block of split(node, context)) {
        inlineAll(block, context)
        blocks.push(block)
      }
      if (blocks[0] !== node) replacements.add(parent, node, blocks)
      return SKIP
    }
    if ('children' in node) inline(node, context)
    return
  })
  replacements.apply()
}

/** Finds the first reference among nodes whose link has the index `from` or a later one. */
function findReference(
  nodes: readonly Nodes[],
  from: number,
): (Reference & { readonly index: number }) | null {
  for (let index = Math.max(from, 1); index < nodes.length - 1; index++) {
    const [before, link, after] = nodes.slice(index - 1, index + 2)
    if (link?.type !== 'link' || before?.type !== 'text' || after?.type !== 'text') continue
    const match = BEFORE.exec(before.value)
    if (!match || !AFTER.test(after.value)) continue
    const kind = /include/i.test(match[0]) ? 'include' : 'code'
    return { before, link, after, kind, language: match[1] ?? null, index }
  }
  return null
}

/**
 * Splits a paragraph at references that are blocks: includes on a line of their own, and code anywhere. Yields
 * the paragraph itself if there is none.
 */
function* split(node: Paragraph, context: MicrosoftContext): Generator<BlockContent> {
  let { children } = node
  // Range of the children that are not in a block yet.
  let [from, to] = [0, children.length]
  for (let found = findReference(children, 1); found; found = findReference(children, found.index + 1)) {
    const { before, link, after, kind, language, index } = found
    const start = before.value.replace(BEFORE, '')
    const end = after.value.replace(AFTER, '')
    const isFirst = index === from + 1 && start.trim() === ''
    const isLast = index === to - 2 && end.trim() === ''
    const isLine =
      (isFirst || /\n[ \t]*$/.test(start) || (index - 2 >= from && isBreak(children[index - 2], start))) &&
      (isLast || /^[ \t]*\r?\n/.test(end) || (index + 2 < to && isBreak(children[index + 2], end)))
    if (kind === 'include' && !isLine) continue
    const place = isFirst && isLast ? node.position : link.position
    const block =
      kind === 'code' ? codeBlock(link, language, place, context) : includeBlock(link, place, context)
    const left = [...children.slice(from, index - 1), text(start.trimEnd())]
    const paragraph = paragraphOf(left, 0, left.length, node)
    // An include at its end may be on a line of its own now.
    if (paragraph) yield* split(paragraph, context)
    yield block
    if (from === 0) children = [...children]
    children[index + 1] = text(end.trimStart())
    from = index + 1
    while (from < to && isNothing(children[from]!)) from++
    while (to > from && isNothing(children[to - 1]!)) to--
  }
  if (from === 0) yield node
  else {
    const paragraph = paragraphOf(children, from, to, node)
    if (paragraph) yield paragraph
  }
}

/**
 * Makes a paragraph of the nodes before or after a block, without the line break between them; `undefined` if
 * nothing is left.
 */
function paragraphOf(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number,
  { position }: Paragraph,
): Paragraph | undefined {
  let [start, end] = [from, to]
  while (start < end && isNothing(nodes[start]!)) start++
  while (end > start && isNothing(nodes[end - 1]!)) end--
  const children = nodes.slice(start, end)
  return children.length === 0 ? undefined : { type: 'paragraph', children, ...(position && { position }) }
}

function isNothing(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value === '')
}

function isBreak(node: Nodes | undefined, between: string): boolean {
  return node?.type === 'break' && between.trim() === ''
}

function text(value: string): Text {
  return { type: 'text', value }
}

function codeBlock(
  { url, children }: Link,
  lang: string | null,
  position: Paragraph['position'],
  context: MicrosoftContext,
): BlockContent {
  const { reference, highlight } = referenceOfCode(url)
  const value = context.code(reference, position)
  if (value === null) return missingBlock('code', nameOfMissing('code', url, children), position)
  return {
    type: 'code',
    lang,
    value,
    ...(highlight ? { data: { hProperties: { dataHighlight: highlight } } } : {}),
    ...(position ? { position } : {}),
  }
}

/** Makes a paragraph of just a token; the included blocks replace it later. */
function includeBlock(
  { url, children, position: own }: Link,
  position: Paragraph['position'],
  context: MicrosoftContext,
): BlockContent {
  const token = context.include(url, own)
  if (token === null) return missingBlock('include', nameOfMissing('include', url, children), position)
  return { type: 'paragraph', children: [text(token)], ...(position ? { position } : {}) }
}

function inlineAll(block: BlockContent, context: MicrosoftContext): void {
  visit(block, (node: Nodes) => {
    if ('children' in node) inline(node, context)
  })
}

/** Replaces references within a line by their content as text. */
function inline(node: Root | Parents, context: MicrosoftContext): void {
  const children = node.children as Nodes[]
  for (let found = findReference(children, 1); found; found = findReference(children, found.index + 1)) {
    const { before, link, after, kind, index } = found
    children[index] = kind === 'code' ? inlineCode(link, context) : inlineInclude(link, context)
    before.value = before.value.replace(BEFORE, '')
    after.value = after.value.replace(AFTER, '')
  }
}

function inlineInclude({ url, children, position }: Link, context: MicrosoftContext): PhrasingContent {
  const token = context.include(url, position, true)
  return token === null
    ? missingInline('include', nameOfMissing('include', url, children))
    : { type: 'text', value: token }
}

function inlineCode({ url, children, position }: Link, context: MicrosoftContext): PhrasingContent {
  const value = context.code(referenceOfCode(url).reference, position)
  return value === null
    ? missingInline('code', nameOfMissing('code', url, children))
    : { type: 'inlineCode', value }
}
