import type { ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { toString as mdastText } from 'mdast-util-to-string'
import type { Syntax } from '../model/unit.ts'
import { work } from '../model/work.ts'
import { SKIP, visit } from '../util/visit.ts'
import { type Dangling, danglingMarks } from './dangling-marks.ts'
import { type MarkdownParser, markdownToTree, parseInlineMarkdown } from './markdown.ts'
import { inlineConstructs } from './microsoft/inline.ts'
import { sanitizeTree } from './sanitize.ts'
import { readSimpleInline } from './simple-inline.ts'
import { tidyTree } from './tidy-tree.ts'
import { type TagImbalance, unbalancedTags } from './unbalanced-tags.ts'

/** What a segment's markup says, by itself. */
export interface InlineContent {
  /** hast; absent if it is just `text`. */
  readonly content?: ElementContent[]
  readonly text: string
  /** Marks that found no partner within the segment. */
  readonly dangling: readonly Dangling[]
  /** Tags that found no partner within the segment. */
  readonly tags: readonly TagImbalance[]
  /** Whether there is more than one paragraph in it. */
  readonly blocks: boolean
  readonly hasLink: boolean
}

const MARKDOWN = /[\\`*_[\]<&~\n@]|:\/\/|www\.|:::/i
const HTML = /[<&]/
const BLOCK_START = /^\s*(?:#|[-+*>|=]|\d+[.)]|~~~|```|:::|\t| {4}|<|\[)/
// An em space is no indentation and starts no block, but is white space to emphasis.
const GUARD = '\u2003'

/** What was read of markup that refers to nothing outside itself, for all documents: repetition is common, and so are translations. */
const COMMON = new Map<string, InlineContent>()
/** Most entries of {@link COMMON}, so that memory does not grow with the documents. */
const MOST_COMMON = 20_000

/** Reads the markup of segments; equal markup is read once. What it gives is shared: it is not to be changed. */
export class InlineReader {
  readonly #known: Map<string, InlineContent>
  readonly #definitions: string
  readonly #parser: MarkdownParser | undefined

  /** @param definitions Markdown link definitions of the document, which its segments may refer to. */
  constructor(definitions = '', parser?: MarkdownParser) {
    this.#definitions = definitions
    this.#parser = parser
    this.#known = definitions === '' && parser !== 'remark' ? COMMON : new Map()
  }

  read(markup: string, syntax: Syntax): InlineContent {
    if (syntax === 'text' || !(syntax === 'html' ? HTML : MARKDOWN).test(markup)) return plain(markup)
    const key = syntax + markup
    const known = this.#known.get(key)
    if (known) {
      work.inlineKnown++
      return known
    }
    const content =
      syntax === 'html' ? readHtml(markup) : readMarkdown(markup, this.#definitions, this.#parser)
    if (this.#known.size >= MOST_COMMON) this.#known.clear()
    this.#known.set(key, content)
    return content
  }
}

/** White space folded and trimmed. */
export function fold(text: string): string {
  return UNFOLDED.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}

const UNFOLDED = /^\s|\s$|\s\s|[^\S ]/

function plain(markup: string): InlineContent {
  return { text: fold(markup), dangling: [], tags: [], blocks: false, hasLink: false }
}

function readHtml(markup: string): InlineContent {
  work.inlineHtml++
  const tags = unbalancedTags(markup)
  const tree = cleanTree(fromHtml(markup, { fragment: true }))
  return { ...contentOf(tree, markup, markup), dangling: [], tags, blocks: false }
}

function readMarkdown(markup: string, definitions: string, parser?: MarkdownParser): InlineContent {
  const simple = parser === 'remark' ? undefined : readSimpleInline(markup)
  if (simple) {
    work.inlineSimple++
    const { content, text, hasLink } = simple
    const isText = content.every((node) => node.type === 'text')
    return { ...plain(text), ...(isText ? {} : { content }), hasLink }
  }
  const guarded = BLOCK_START.test(markup) ? GUARD + markup.replace(/^[ \t]+/, '') : markup
  const references = definitions !== '' && markup.includes(']') ? `\n\n${definitions}` : ''
  const tree = parseInlineMarkdown(guarded + references, parser)
  const paragraphs = tree.children.filter((node) => node.type !== 'definition')
  const blocks = paragraphs.length > 1 || (paragraphs[0] !== undefined && paragraphs[0].type !== 'paragraph')
  const dangling = danglingMarks(tree, guarded)
  inlineConstructs(tree)
  const tags = markup.includes('<') ? unbalancedTags(htmlOf(tree)) : []
  const root = tidyTree(withoutPositions(markdownToTree(tree)))
  if (guarded !== markup) dropGuard(root)
  if (!blocks) unwrapParagraph(root)
  const { content, text, hasLink } = contentOf(root, markup, mdastText(tree))
  return { ...(content ? { content } : {}), text, dangling, tags, blocks, hasLink }
}

function htmlOf(tree: ReturnType<typeof parseInlineMarkdown>): string {
  let html = ''
  visit(tree, 'html', (node) => {
    html += node.value
  })
  return html
}

function cleanTree(tree: Root): Root {
  return tidyTree(sanitizeTree(withoutPositions(tidyTree(tree))))
}

/** Takes the positions out of a tree, as they are not the input's. */
export function withoutPositions(tree: Root): Root {
  visit(tree, (node) => {
    delete node.position
  })
  return tree
}

function dropGuard(root: Root): void {
  visit(root, 'text', (node, index, parent) => {
    node.value = node.value.replace(GUARD, '')
    if (node.value === '' && index !== undefined) parent?.children.splice(index, 1)
    return false
  })
}

function unwrapParagraph(root: Root): void {
  root.children = root.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'p' ? node.children : [node],
  )
}

/** Content with the white space at its edges as the markup has it, as it parts the segment from its neighbours. */
function contentOf(
  root: Root,
  markup: string,
  fallback: string,
): Pick<InlineContent, 'content' | 'text' | 'hasLink'> {
  const content = root.children as ElementContent[]
  let hasLink = false
  visit(root, 'element', (node) => {
    if (node.tagName !== 'a') return
    hasLink = true
    return SKIP
  })
  const text = fold(altText(root) || (content.length === 0 ? fallback : ''))
  if (content.every((node) => node.type === 'text') && fold(markup) === text) return { text, hasLink }
  if (/^\s/.test(markup) && !startsWithSpace(content[0])) content.unshift({ type: 'text', value: ' ' })
  if (/\s$/.test(markup) && !endsWithSpace(content[content.length - 1]))
    content.push({ type: 'text', value: ' ' })
  return { content, text, hasLink }
}

/** The text of a tree, images as their alternative text, line breaks as spaces. */
function altText(root: Root): string {
  let text = ''
  visit(root, (node) => {
    if (node.type === 'text') text += node.value
    else if (node.type === 'element' && node.tagName === 'br') text += ' '
    else if (node.type === 'element' && node.tagName === 'img') text += String(node.properties.alt ?? '')
  })
  return text || textOf(root)
}

function startsWithSpace(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && /^\s/.test(node.value)
}

function endsWithSpace(node: ElementContent | undefined): boolean {
  return node?.type === 'text' && /\s$/.test(node.value)
}
