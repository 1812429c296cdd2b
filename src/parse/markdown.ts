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
import { parseNatively } from './native-markdown.ts'
import { nestRaw } from './simple-raw.ts'
import { tripleColonFromMarkdown, tripleColonSyntax } from './triple-colon.ts'

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
  return tree ?? documentProcessor.parse(text)
}

/** Parses Markdown that is to hold inline content only. */
export function parseInlineMarkdown(text: string, parser: MarkdownParser = 'native'): MdastRoot {
  const tree = parser === 'native' ? parseNatively(text, 'inline') : undefined
  if (tree) work.inlineNative++
  else work.inlineRemark++
  return tree ?? inlineProcessor.parse(text)
}

/**
 * mdast to hast, raw HTML parsed.
 *
 * @param text what the tree was parsed from: gives positions to what raw HTML holds; without it such nodes have none.
 */
export function markdownToHast(tree: MdastRoot, text?: string): HastRoot {
  const hast = toHast(tree, { allowDangerousHtml: true, clobberPrefix: '' }) as HastRoot
  if (!hasRaw(tree)) return hast
  const nested = nestRaw(hast)
  if (nested) work.rawSimple++
  else work.rawParsed++
  if (nested) return nested
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
