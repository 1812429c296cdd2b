import type { Root as HastRoot, Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import type { Nodes as MdastNodes, Root as MdastRoot } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { SlotCodec } from '../../bitext/slots.ts'
import { tripleColonFromMarkdown, tripleColonSyntax } from '../../bitext/triple-colon.ts'
import { work } from '../../model/build/work.ts'
import { findFrontMatter } from '../../util/text/find-front-matter.ts'
import { visit } from '../../util/tree/visit.ts'
import { formulasToCode, remarkFormulas } from '../formulas/formula-syntax.ts'
import { RawBounds } from '../html/bound-raw.ts'
import { boundTree, type OnSimplified } from '../html/bound-tree.ts'
import { escapePlaceholders, isPlaceholder } from '../html/placeholders.ts'
import { unlinkInRawLinks, withXrefs } from '../html/raw-links.ts'
import { tidyTree } from '../html/tidy-tree.ts'
import { withoutByteOrderMarks } from './byte-order-marks.ts'
import { parseWithCodePipes } from './code-pipes.ts'
import { endAddresses } from './end-addresses.ts'
import { findUnreadable, type Unreadable } from './find-unreadable.ts'
import { parseNatively } from './native-markdown.ts'

/** A unified plugin for Microsoft's triple-colon lines. */
export function remarkTripleColon(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), tripleColonSyntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tripleColonFromMarkdown]
}

const PROCESSORS = {
  document: unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkTripleColon).freeze(),
  inline: unified().use(remarkParse).use(remarkGfm).freeze(),
}
const WITH_FORMULAS = {
  document: PROCESSORS.document().use(remarkFormulas, { blocks: true }).freeze(),
  inline: PROCESSORS.inline().use(remarkFormulas, { blocks: false }).freeze(),
}

/**
 * Markdown parser: `native` uses the native one if it gives the same tree, and falls back to remark; `remark` always uses remark; `formulas`
 * uses remark with formulas for texts with a dollar sign, and is `native` for others.
 */
export type MarkdownParser = 'native' | 'remark' | 'formulas'

/** Parses a whole Markdown document: CommonMark, GFM, front matter, triple-colon lines. */
export function parseMarkdown(
  text: string,
  parser: MarkdownParser = 'native',
  onSimplified: OnSimplified = ignore,
): MdastRoot {
  return parseWithCodePipes(text, (hidden) => parse(hidden, 'document', parser, onSimplified))
}

/** Parses Markdown that should contain only inline content. */
export function parseInlineMarkdown(
  text: string,
  parser: MarkdownParser = 'native',
  onSimplified: OnSimplified = ignore,
): MdastRoot {
  return parse(text, 'inline', parser, onSimplified)
}

/** Parses with either parser. A text that would take remark too long is plain text for both, so the result does not depend on the parser. */
function parse(
  written: string,
  kind: 'document' | 'inline',
  parser: MarkdownParser,
  onSimplified: OnSimplified,
): MdastRoot {
  const { text, restore } = withoutByteOrderMarks(written)
  const unreadable = findUnreadable(text)
  const hasFormulas = parser === 'formulas' && text.includes('$')
  const native = parser !== 'remark' && !hasFormulas && !unreadable ? parseNatively(text, kind) : undefined
  if (kind === 'document') work[native ? 'markdownNative' : 'markdownRemark']++
  else work[native ? 'inlineNative' : 'inlineRemark']++
  const tree =
    native ??
    (unreadable
      ? plainText(text, kind, unreadable, onSimplified)
      : (hasFormulas ? WITH_FORMULAS : PROCESSORS)[kind].parse(text))
  if (hasFormulas) formulasToCode(tree, text)
  const bounded = restore(boundTree(tree, onSimplified))
  endAddresses(bounded, written)
  return bounded
}

/** The tree of a text that is not parsed, except for its front matter. */
function plainText(
  text: string,
  kind: 'document' | 'inline',
  { why, offset }: Unreadable,
  onSimplified: OnSimplified,
): MdastRoot {
  const toPoint = location(text).toPoint
  const positionOf = (from: number, to: number) => ({ start: toPoint(from)!, end: toPoint(to)! })
  onSimplified(why, positionOf(offset, offset))
  const front = kind === 'document' ? text.slice(0, findFrontMatter(text)?.end ?? 0) : ''
  const head: MdastRoot = front ? PROCESSORS.document.parse(front) : { type: 'root', children: [] }
  const value = text.slice(front.length)
  const position = positionOf(front.length, text.length)
  return { type: 'root', children: [...head.children, { type: 'code', value, position }] }
}

function ignore(): void {}

/** Options of {@link markdownToTree}. */
export interface MarkdownTreeOptions {
  /** The parsed text, to give positions to nodes of raw HTML. Without it, no node has a position. */
  readonly text?: string
  /** For the skeleton of a document: tokens in URLs stay unencoded, and tables from Markdown are marked. */
  readonly codec?: SlotCodec
  /** Receives the positions of HTML that nests too deeply. */
  readonly onSimplified?: OnSimplified
}

/** Raw HTML is sanitized later; ids need no prefix. */
const TO_HAST = { allowDangerousHtml: true, clobberPrefix: '' }

/** Converts mdast to hast, with raw HTML parsed, tidied and sanitized. */
export function markdownToTree(
  tree: MdastRoot,
  { text, codec, onSimplified = ignore }: MarkdownTreeOptions = {},
): HastRoot {
  let isHtml = false
  visit(tree, (node, index, parent) => {
    if (codec) markForSkeleton(node, codec)
    if (node.type !== 'html') return
    const { value, position } = node
    if (parent && index !== undefined && isPlaceholder(value) && parent.type !== 'root') {
      parent.children[index] = { type: 'text', value, ...(position && { position }) }
      return
    }
    isHtml = true
    node.value = escapePlaceholders(withXrefs(value))
  })
  if (isHtml) unlinkInRawLinks(tree)
  let hast = toHast(tree, TO_HAST) as HastRoot
  if (isHtml) {
    work.rawParsed++
    new RawBounds(onSimplified).tree(hast)
    hast = raw(hast as Nodes, text === undefined ? {} : { file: new VFile(text) }) as HastRoot
  }
  return tidyTree(hast, text !== undefined)
}

/** Records on a node what `toHast` would lose: tokens in URLs, which it percent-encodes, and the origin of tables in Markdown. */
function markForSkeleton(node: MdastNodes, codec: SlotCodec): void {
  if (node.type === 'table') node.data = { ...node.data, hProperties: { dataFormat: 'markdown' } }
  if ((node.type !== 'link' && node.type !== 'image') || !codec.has(node.url)) return
  const name = node.type === 'link' ? 'href' : 'src'
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, [name]: node.url } }
}
