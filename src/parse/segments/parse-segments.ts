/** Parses the Markdown of segments: one, or many in one go, as calling a parser takes longer than what most of them need of it. */
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

/** The Markdown of a segment as it is read. */
export interface ParsedSegment {
  /** mdast. */
  readonly tree: MdastRoot
  /** hast, tidied and sanitized: a paragraph, or what stands in it. */
  readonly root: Root
  /** Marks that found no partner. */
  readonly dangling: readonly Dangling[]
  /** Why it was read more simply than it is written; absent where it was not. */
  readonly simplified?: Simplified['why']
}

/** Parses one segment, behind which the definitions may stand that it refers to. */
export function parseSegment(text: string, parser?: MarkdownParser): ParsedSegment {
  let simplified: Simplified['why'] | undefined
  const onSimplified: OnSimplified = (why) => {
    simplified ??= why
  }
  const tree = parseInlineMarkdown(text, parser, onSimplified)
  const dangling = danglingMarks(tree, text)
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
 * Parses segments as paragraphs of one text. A blank line ends all that can begin within a line, so none has to do with another.
 *
 * @param lines Markdown that begins no block and refers to no definition.
 * @returns what is read by line, without what has to be parsed by itself: what spans lines, what only one of the parsers may read so, what
 *   does not come out as one paragraph in its place, and raw HTML, which may reach into the next paragraph.
 */
export function parseSegments(lines: readonly string[], parser?: MarkdownParser): Map<string, ParsedSegment> {
  const placed = parseLines(lines, parser)
  const all: MdastRoot = { type: 'root', children: placed.map(({ paragraph }) => paragraph) }
  inlineConstructs(all)
  // A paragraph of white space would be left out, which a `div` is not.
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
    const found = danglingMarks({ type: 'root', children: [paragraph] }, text)
    const dangling = found.map((mark) => ({ ...mark, offset: mark.offset - start }))
    return [{ line, paragraph, dangling }]
  })
}
