import { danglingMarks } from '../hazards/dangling-marks.ts'
import { type MarkdownParser, parseInlineMarkdown } from '../markdown/parse-markdown.ts'
import { guarded, mayHaveMarkup } from '../segments/inline-content.ts'

/** Number of marks in Markdown without a partner, which could find one elsewhere in their paragraph. */
export function looseMarks(markup: string, parser: MarkdownParser): number {
  if (!mayHaveMarkup(markup, parser)) return 0
  const line = guarded(markup)
  return danglingMarks(parseInlineMarkdown(line, parser), line, parser === 'formulas').length
}
