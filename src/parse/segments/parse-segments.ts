/** Parses the Markdown of segments: one, or many in a batch, because a parser call costs more than parsing a typical segment. */
import type { Root } from 'hast'
import type { Root as MdastRoot, Paragraph } from 'mdast'
import type { Simplified } from '../../model/findings/simplified.ts'
import { type Dangling, danglingMarks } from '../hazards/dangling-marks.ts'
import type { OnSimplified } from '../html/bound-tree.ts'
import { isBlank } from '../html/tidy-tree.ts'
import { mayDifferNatively } from '../markdown/native-markdown.ts'
import { type MarkdownParser, markdownToTree, parseInlineMarkdown } from '../markdown/parse-markdown.ts'
import { inlineConstructs } from '../microsoft/inline.ts'
import { isElement } from '../structure/blocks.ts'

/** The parsed Markdown of a segment. */
export interface ParsedSegment {
  /** mdast. */
  readonly tree: MdastRoot
  /** hast, tidied and sanitized: a paragraph or its content. */
  readonly root: Root
  /** Marks without a partner. */
  readonly dangling: readonly Dangling[]
  /** Why it was simplified; absent if it was read in full. */
  readonly simplified?: Simplified['why']
}

/** Parses one segment, which may be followed by the definitions that it refers to. */
export function parseSegment(text: string, parser?: MarkdownParser): ParsedSegment {
  let simplified: Simplified['why'] | undefined
  const onSimplified: OnSimplified = (why) => {
    simplified ??= why
  }
  const tree = parseInlineMarkdown(text, parser, onSimplified)
  const dangling = danglingMarks(tree, text, parser === 'formulas')
  inlineConstructs(tree)
  const root = markdownToTree(tree, { onSimplified })
  return { tree, root, dangling, ...(simplified && { simplified }) }
}

/** A segment as a paragraph of a longer text. */
interface Placed {
  readonly line: string
  readonly paragraph: Paragraph
  readonly dangling: readonly Dangling[]
}

/**
 * Parses segments as paragraphs of one text. A blank line ends every inline construct, so segments do not affect each other.
 *
 * @param lines Markdown that begins no block and refers to no definition.
 * @returns parsed segments by line. Segments that must be parsed alone are left out: those that span lines, that the parsers may read
 *   differently, that do not become exactly one paragraph, or that contain raw HTML, which may extend into the next paragraph.
 */
export function parseSegments(lines: readonly string[], parser?: MarkdownParser): Map<string, ParsedSegment> {
  // Formulas need another parser, which is slower.
  const isSlow = (line: string) => parser === 'formulas' && line.includes('$')
  const slow = lines.filter(isSlow)
  const placed = [
    ...parseLines(slow.length > 0 ? lines.filter((line) => !isSlow(line)) : lines, parser),
    ...parseLines(slow, parser),
  ]
  const all: MdastRoot = { type: 'root', children: placed.map(({ paragraph }) => paragraph) }
  inlineConstructs(all)
  // Tidying removes a paragraph of white space, but not a `div`.
  for (const paragraph of all.children) paragraph.data = { hName: 'div' }
  const elements = markdownToTree(all).children.filter(isElement)
  return new Map(
    placed.map(({ line, paragraph, dangling }, at) => {
      const element = elements[at]!
      const root: Root = { type: 'root', children: isBlank(element) ? [] : element.children }
      return [line, { tree: { type: 'root', children: [paragraph] }, root, dangling }]
    }),
  )
}

const BETWEEN = '\n\n'
const BY_ITSELF = /[\r\n<]|^[ \t]|[ \t]$/

function parseLines(lines: readonly string[], parser: MarkdownParser | undefined): Placed[] {
  let fitting = lines.filter((line) => !BY_ITSELF.test(line))
  if (mayDifferNatively(fitting.join(BETWEEN))) fitting = fitting.filter((line) => !mayDifferNatively(line))
  if (fitting.length === 0) return []
  const text = fitting.join(BETWEEN)
  let isSimplified = false
  const tree = parseInlineMarkdown(text, parser, () => {
    isSimplified = true
  })
  if (isSimplified) return []
  const paragraphs = new Map(tree.children.map((node) => [node.position?.start.offset, node]))
  let next = 0
  return fitting.flatMap((line) => {
    const start = next
    next += line.length + BETWEEN.length
    const paragraph = paragraphs.get(start)
    if (paragraph?.type !== 'paragraph' || paragraph.position?.end.offset !== start + line.length) return []
    const found = danglingMarks({ type: 'root', children: [paragraph] }, text, parser === 'formulas')
    const dangling = found.map((mark) => ({ ...mark, offset: mark.offset - start }))
    return [{ line, paragraph, dangling }]
  })
}
