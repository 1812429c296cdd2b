import type { Root as HastRoot, Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import type { Nodes as MdastNodes, Root as MdastRoot } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { work } from '../model/work.ts'
import { visit } from '../util/visit.ts'
import { endAddresses } from './end-addresses.ts'
import { markForSkeleton } from './mark-for-skeleton.ts'
import { parseNatively } from './native-markdown.ts'
import { sanitizeTree } from './sanitize.ts'
import type { SlotCodec } from './slots.ts'
import { tidyTree } from './tidy-tree.ts'
import { TO_HAST } from './to-hast-options.ts'
import { tripleColonFromMarkdown, tripleColonSyntax } from './triple-colon.ts'
import { usualTree } from './usual-tree.ts'

/** unified plugin: reads Microsoft's triple-colon lines. */
function remarkTripleColon(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), tripleColonSyntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tripleColonFromMarkdown]
}

const documentProcessor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkTripleColon)
  .freeze()

const inlineProcessor = unified().use(remarkParse).use(remarkGfm).freeze()

/** Which Markdown parser: `native` where it can be used and gives the same tree, else remark; or remark always. */
export type MarkdownParser = 'native' | 'remark'

/** Parses a whole Markdown document: CommonMark, GFM, front matter, triple-colon lines. */
export function parseMarkdown(text: string, parser: MarkdownParser = 'native'): MdastRoot {
  const tree = parser === 'native' ? parseNatively(text, 'document') : undefined
  if (tree) work.markdownNative++
  else work.markdownRemark++
  return withAddresses(tree ?? documentProcessor.parse(text), text)
}

/** Parses Markdown that is to hold inline content only. */
export function parseInlineMarkdown(text: string, parser: MarkdownParser = 'native'): MdastRoot {
  const tree = parser === 'native' ? parseNatively(text, 'inline') : undefined
  if (tree) work.inlineNative++
  else work.inlineRemark++
  return withAddresses(tree ?? inlineProcessor.parse(text), text)
}

function withAddresses(tree: MdastRoot, text: string): MdastRoot {
  endAddresses(tree, text)
  return tree
}

/** What a tree is made for. */
export interface MarkdownTreeOptions {
  /** What it was parsed from: gives positions to what raw HTML holds; without it such nodes have none. */
  readonly text?: string
  /** For the skeleton of a document: tokens stay as they are in URLs, and tables tell that Markdown made them. */
  readonly codec?: SlotCodec
}

/**
 * mdast to hast, raw HTML parsed, tidied and sanitized. Only of elements whose place is told (headings, tables, rows, cells, links,
 * images) positions can be expected.
 */
export function markdownToTree(tree: MdastRoot, { text, codec }: MarkdownTreeOptions = {}): HastRoot {
  const isHtml = hasRaw(tree)
  const usual = usualTree(tree, isHtml, { codec, hasPlaces: text !== undefined })
  if (isHtml && usual) work.rawSimple++
  if (usual) return usual
  if (codec) markForSkeleton(tree, codec)
  return sanitizeTree(tidyTree(markdownToHast(tree, text)))
}

/** mdast to hast, raw HTML parsed, by libraries that know all of both. */
export function markdownToHast(tree: MdastRoot, text?: string): HastRoot {
  const hast = toHast(tree, TO_HAST) as HastRoot
  if (!hasRaw(tree)) return hast
  work.rawParsed++
  return raw(hast as Nodes, text === undefined ? {} : { file: new VFile(text) }) as HastRoot
}

function hasRaw(tree: MdastNodes): boolean {
  let found = false
  visit(tree, 'html', () => {
    found = true
    return false
  })
  return found
}
