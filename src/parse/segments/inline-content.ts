import type { ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import type { Root as MdastRoot } from 'mdast'
import { toString as mdastText } from 'mdast-util-to-string'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import { type TagImbalance, unbalancedTags } from '../../bitext/unbalanced-tags.ts'
import { work } from '../../model/build/work.ts'
import type { Simplified } from '../../model/findings/simplified.ts'
import type { Syntax } from '../../model/unit.ts'
import { detachString } from '../../util/text/detach-string.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'
import type { Dangling } from '../hazards/dangling-marks.ts'
import { RawBounds } from '../html/bound-raw.ts'
import { escapePlaceholders } from '../html/placeholders.ts'
import { withXrefs } from '../html/raw-links.ts'
import { tidyTree } from '../html/tidy-tree.ts'
import type { MarkdownParser } from '../markdown/parse-markdown.ts'
import { noLocInTree } from '../microsoft/no-loc.ts'
import { type ParsedSegment, parseSegment, parseSegments } from './parse-segments.ts'

/** The content of a segment's markup, independent of its document. */
export interface InlineContent {
  /** hast; absent if it is just `text`. */
  readonly content?: ElementContent[]
  readonly text: string
  /** Marks without a partner within the segment. */
  readonly dangling: readonly Dangling[]
  /** Tags without a partner within the segment. */
  readonly tags: readonly TagImbalance[]
  /** Whether it has more than one paragraph. */
  readonly blocks: boolean
  readonly hasLink: boolean
  /** Why it was simplified; absent if it was read in full. */
  readonly simplified?: Simplified['why']
  /** The content before the repair, if the markup was broken. */
  readonly written?: InlineContent
}

// What any inline construct of Markdown contains.
const MARKDOWN = /[\\`*_[\]<&~\n@]|:\/\/|www\.|:::/i
const HTML = /[<&]|:::/
const BLOCK_START = /^\s*(?:#|[-+*>|=]|\d+[.)]|~~~|```|:::|\t| {4}|<|\[)/
/** An em space does not indent and starts no block, but counts as white space for emphasis. */
export const GUARD = '\u2003'

/** Markup without references to the document, read once for all documents: texts and their translations often repeat. */
const COMMON: Known = { markdown: new Map(), html: new Map() }
/** Maximum number of entries in each map of {@link COMMON}, so that memory does not grow with the docset. */
const MOST_COMMON = 20_000

type Known = Readonly<Record<Exclude<Syntax, 'text'>, Map<string, InlineContent>>>

/** Reads the markup of segments; equal markup is read once. Results are shared: do not modify them. */
export class InlineReader {
  readonly #known: Known
  readonly #definitions: ReadonlyMap<string, string>
  readonly #parser: MarkdownParser | undefined
  /** Segments with dollar signs, in a document with formulas. */
  readonly #withDollars: Map<string, InlineContent> | undefined
  /** Segments parsed ahead, by markup with its guard. */
  #ahead: Map<string, ParsedSegment> = new Map()

  /** @param definitions Markdown link definitions of the document, by name. */
  constructor(definitions: ReadonlyMap<string, string> = new Map(), parser?: MarkdownParser) {
    this.#definitions = definitions
    this.#parser = parser
    this.#withDollars = parser === 'formulas' ? new Map() : undefined
    this.#known =
      definitions.size === 0 && parser !== 'remark' ? COMMON : { markdown: new Map(), html: new Map() }
  }

  /** Parses the Markdown of many segments in one batch, before they are read. */
  parseAhead(markups: Iterable<string>): void {
    const lines = new Set<string>()
    for (const markup of markups) {
      if (!this.#hasMarkup(markup, 'markdown') || this.#knownFor(markup, 'markdown').has(markup)) continue
      if (referencesIn(markup, this.#definitions) === '') lines.add(guarded(markup))
    }
    this.#ahead = parseSegments([...lines], this.#parser)
  }

  read(markup: string, syntax: Syntax): InlineContent {
    if (syntax === 'text' || !this.#hasMarkup(markup, syntax)) return plain(markup)
    const known = this.#knownFor(markup, syntax)
    const found = known.get(markup)
    if (found) {
      work.inlineKnown++
      return found
    }
    const own = detachString(markup)
    const content = syntax === 'html' ? readHtml(own) : this.#readMarkdown(own)
    if (known.size >= MOST_COMMON) known.clear()
    known.set(own, content)
    return content
  }

  #hasMarkup(markup: string, syntax: Exclude<Syntax, 'text'>): boolean {
    if (syntax === 'html') return HTML.test(markup)
    return mayHaveMarkup(markup, this.#parser)
  }

  #knownFor(markup: string, syntax: Exclude<Syntax, 'text'>): Map<string, InlineContent> {
    const own = syntax === 'markdown' && markup.includes('$') ? this.#withDollars : undefined
    return own ?? this.#known[syntax]
  }

  #readMarkdown(markup: string): InlineContent {
    const line = guarded(markup)
    const { tree, root, dangling, simplified } =
      this.#ahead.get(line) ?? parseSegment(line + referencesIn(markup, this.#definitions), this.#parser)
    // The tree is modified below, so it cannot be used again.
    this.#ahead.delete(line)
    const paragraphs = tree.children.filter((node) => node.type !== 'definition')
    const blocks =
      paragraphs.length > 1 || (paragraphs[0] !== undefined && paragraphs[0].type !== 'paragraph')
    const tags = markup.includes('<') ? unbalancedTags(htmlOf(tree)) : []
    if (line !== markup) dropGuard(root)
    if (!blocks) unwrapParagraph(root)
    const { content, text, hasLink } = contentOf(root, markup, () => mdastText(tree))
    return {
      ...(content ? { content } : {}),
      text,
      dangling,
      tags,
      blocks,
      hasLink,
      ...(simplified && { simplified }),
    }
  }
}

/** Whether a segment of Markdown may have markup: others are only text. */
export function mayHaveMarkup(markup: string, parser?: MarkdownParser): boolean {
  return MARKDOWN.test(markup) || (parser === 'formulas' && markup.includes('$'))
}

/** Markup, guarded so that it starts no block. */
export function guarded(markup: string): string {
  return BLOCK_START.test(markup) ? GUARD + markup.replace(/^[ \t]+/, '') : markup
}

/** Whether two segments look the same. */
export function saySame(one: InlineContent, other: InlineContent): boolean {
  return one.text === other.text && one.blocks === other.blocks && shown(one) === shown(other)
}

/** The markup of a segment as a comparable string; empty if it is only text. */
function shown({ content }: InlineContent): string {
  return content?.some((node) => node.type !== 'text') ? JSON.stringify(content) : ''
}

const NONE: readonly never[] = Object.freeze([])

function plain(markup: string): InlineContent {
  return { text: foldSpace(markup), dangling: NONE, tags: NONE, blocks: false, hasLink: false }
}

function readHtml(markup: string): InlineContent {
  work.inlineHtml++
  const linked = escapePlaceholders(withXrefs(markup))
  const tags = unbalancedTags(linked)
  const html = new RawBounds(() => {}).html(linked)
  const tree = noLocInTree(tidyTree(fromHtml(html, { fragment: true }), false))
  const simplified = html === linked ? {} : { simplified: 'flattened' as const }
  return { ...contentOf(tree, markup, () => markup), dangling: [], tags, blocks: false, ...simplified }
}

/** Text in brackets, which may refer to a definition. */
const REFERENCE = /\[((?:[^[\]\\]|\\[\s\S])+)\]/g

/** The definitions that a segment refers to. Adding all of them to each segment would take quadratic time. */
function referencesIn(markup: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0 || !markup.includes(']')) return ''
  const found = new Set<string>()
  for (const [, label = ''] of markup.matchAll(REFERENCE)) {
    const definition = definitions.get(normalizeIdentifier(label))
    if (definition !== undefined) found.add(definition)
  }
  return found.size === 0 ? '' : `\n\n${[...found].join('\n')}`
}

function htmlOf(tree: MdastRoot): string {
  let html = ''
  visit(tree, 'html', (node) => {
    html += node.value
  })
  return html
}

/** Removes the positions from a tree, as they do not refer to the input. */
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

/** Content that keeps the white space at the edges of the markup, which separates the segment from its neighbours. */
function contentOf(
  root: Root,
  markup: string,
  fallback: () => string,
): Pick<InlineContent, 'content' | 'text' | 'hasLink'> {
  const content = root.children as ElementContent[]
  let hasLink = false
  visit(root, 'element', (node) => {
    if (node.tagName !== 'a') return
    hasLink = true
    return SKIP
  })
  const text = foldSpace(altText(root) || (content.length === 0 ? fallback() : ''))
  if (content.every((node) => node.type === 'text') && foldSpace(markup) === text) return { text, hasLink }
  padEdges(content, markup)
  return { content, text, hasLink }
}

/** Restores the white space at the edges of the markup, which separates the segment from its neighbours. */
export function padEdges(content: ElementContent[], markup: string): void {
  const first = content[0]
  if (/^\s/.test(markup) && !(first?.type === 'text' && /^\s/.test(first.value)))
    content.unshift({ type: 'text', value: ' ' })
  const last = content[content.length - 1]
  if (/\s$/.test(markup) && !(last?.type === 'text' && /\s$/.test(last.value)))
    content.push({ type: 'text', value: ' ' })
}

/** The text of a tree, images as their alternative text, line breaks as spaces. */
export function altText(root: Root): string {
  let text = ''
  visit(root, (node) => {
    if (node.type === 'text') text += node.value
    else if (node.type === 'element' && node.tagName === 'br') text += ' '
    else if (node.type === 'element' && node.tagName === 'img') text += String(node.properties.alt ?? '')
  })
  return text || textOf(root)
}
