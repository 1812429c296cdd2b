/** Parses the Markdown of many segments in one go: starting a parser takes longer than what most of them need of it. */
import type { Paragraph } from 'mdast'
import { mayDifferNatively } from './native-markdown.ts'
import { type MarkdownParser, parseInlineMarkdown } from './parse-markdown.ts'

/** A paragraph of a longer text. */
export interface ParagraphIn {
  readonly paragraph: Paragraph
  /** The text that its positions are in. */
  readonly text: string
  /** Where it begins there. */
  readonly start: number
}

const BETWEEN = '\n\n'

/**
 * Parses lines as paragraphs of one text. A blank line ends all that inline Markdown can begin, so none has to do with another.
 *
 * @param lines Markdown that begins no block and refers to no definition.
 * @returns the paragraphs by line, without those of lines that have to be parsed by themselves: what spans lines, what only one of the
 *   parsers may read so, and what does not come out as one paragraph in its place.
 */
export function parseBatch(lines: readonly string[], parser?: MarkdownParser): Map<string, ParagraphIn> {
  const found = new Map<string, ParagraphIn>()
  let fitting = lines.filter((line) => !/[\r\n]|^[ \t]|[ \t]$/.test(line))
  if (mayDifferNatively(fitting.join(BETWEEN))) fitting = fitting.filter((line) => !mayDifferNatively(line))
  if (fitting.length === 0) return found
  const text = fitting.join(BETWEEN)
  let isSimplified = false
  const tree = parseInlineMarkdown(text, parser, () => {
    isSimplified = true
  })
  if (isSimplified) return found
  const paragraphs = new Map(tree.children.map((node) => [node.position?.start.offset, node]))
  let start = 0
  for (const line of fitting) {
    const paragraph = paragraphs.get(start)
    if (paragraph?.type === 'paragraph' && paragraph.position?.end.offset === start + line.length)
      found.set(line, { paragraph, text, start })
    start += line.length + BETWEEN.length
  }
  return found
}
