import { danglingMarks } from '../hazards/dangling-marks.ts'
import { type MarkdownParser, parseInlineMarkdown } from '../markdown/parse-markdown.ts'
import { guarded, MARKDOWN } from '../segments/inline-content.ts'

/** Number of marks in Markdown without a partner, which could find one elsewhere in their paragraph. */
export function looseMarks(markup: string, parser: MarkdownParser): number {
  const isPlain = !MARKDOWN.test(markup) && !(parser === 'formulas' && markup.includes('$'))
  if (isPlain) return 0
  const line = guarded(markup)
  return danglingMarks(parseInlineMarkdown(line, parser), line, parser === 'formulas').length
}
