import type { Paragraph } from 'mdast'
import { mayDifferNatively } from './native-markdown.ts'
import { type MarkdownParser, parseInlineMarkdown } from './parse-markdown.ts'

/** A line as a paragraph of a longer text. */
export interface PlacedParagraph {
  readonly line: string
  readonly paragraph: Paragraph
  /** The longer text, to which the positions of the paragraph refer. */
  readonly text: string
  /** Offset of the line in it. */
  readonly start: number
}

const BETWEEN = '\n\n'
const BY_ITSELF = /[\r\n<]|^[ \t]|[ \t]$/

/**
 * Parses lines as paragraphs of one text, because a parser call costs more than parsing a typical segment. A blank line ends every inline
 * construct, so lines do not affect each other.
 *
 * @param lines Markdown that begins no block and refers to no definition.
 * @returns the lines without those that must be parsed alone: those that the parsers may read differently, that do not become exactly one
 *   paragraph, or that contain raw HTML, which may extend into the next paragraph.
 */
export function parseParagraphs(
  lines: readonly string[],
  parser: MarkdownParser | undefined,
): readonly PlacedParagraph[] {
  // Formulas need another parser, which is slower.
  const isSlow = (line: string) => parser === 'formulas' && line.includes('$')
  const slow = lines.filter(isSlow)
  return [
    ...parseTogether(slow.length > 0 ? lines.filter((line) => !isSlow(line)) : lines, parser),
    ...parseTogether(slow, parser),
  ]
}

function parseTogether(
  lines: readonly string[],
  parser: MarkdownParser | undefined,
): readonly PlacedParagraph[] {
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
    return [{ line, paragraph, text, start }]
  })
}
