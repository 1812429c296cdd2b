import type { CodedText } from '../../model/coded-text.ts'
import { cutEnd } from '../../util/text/cut-end.ts'

/** A text in one line: line breaks, with the space around them, are spaces. */
export function withoutLineBreaks(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n')
  return lines
    .map((line, at) => {
      const start = at > 0 ? line.replace(/^[ \t]+/, '') : line
      return at < lines.length - 1 ? cutEnd(start, /[ \t]/) : start
    })
    .join(' ')
}

/** A coded text in one line. */
export function inOneLine(coded: CodedText): CodedText {
  return coded.map((part) => (part.type === 'text' ? { ...part, text: withoutLineBreaks(part.text) } : part))
}
