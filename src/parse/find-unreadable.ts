/** Why remark would take forever for a text, or fail at it, and where. */
export interface Unreadable {
  readonly why: 'blocks' | 'marks'
  readonly offset: number
}

/** Most levels that blocks may nest. */
const MOST_BLOCKS = 100
/** Most marks in one paragraph that may begin emphasis. */
const MOST_MARKS = 1000
/** Most brackets in one paragraph that may be open. */
const MOST_BRACKETS = 200

const LINE = /([^\r\n]*)(?:\r\n?|\n|$)/g
const BLOCK_MARKS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/
const BLOCK_MARK = />|[-+*]|\d+[.)]/g
const LIST_ITEM = /^([ \t]*)(?:[-+*]|\d{1,9}[.)])[ \t]/
const MARKS = /(?<![\p{L}\p{N}*_~])[*_~]+(?=\S)/gu
const BRACKETS = /[[\]]/g

/**
 * Finds where blocks nest too deeply for remark, or a paragraph holds too many marks: its time grows by the square of both and more, and it
 * calls itself. Code is not told apart, so it may find too much.
 */
export function findUnreadable(text: string): Unreadable | undefined {
  let marks = 0
  let brackets = 0
  // Indentations of the list items that may be open.
  const indents: number[] = []
  for (const { 1: line = '', index } of text.matchAll(LINE)) {
    if (index >= text.length) break
    const indent = LIST_ITEM.exec(line)?.[1]?.length
    if (indent !== undefined) {
      while (indents.length > 0 && indents[indents.length - 1]! >= indent) indents.pop()
      indents.push(indent)
    }
    const blocks = BLOCK_MARKS.exec(line)?.[0].match(BLOCK_MARK)?.length ?? 0
    if (blocks > MOST_BLOCKS || indents.length > MOST_BLOCKS) return { why: 'blocks', offset: index }
    // Items of a list and cells of a pipe table are read by themselves.
    if (line.trim() === '' || indent !== undefined || /^[ \t]*\|/.test(line)) marks = brackets = 0
    if (/^[ \t]*\|/.test(line)) continue
    marks += line.match(MARKS)?.length ?? 0
    for (const [bracket] of line.matchAll(BRACKETS)) {
      brackets = bracket === '[' ? brackets + 1 : Math.max(0, brackets - 1)
      if (brackets > MOST_BRACKETS) return { why: 'marks', offset: index }
    }
    if (marks > MOST_MARKS) return { why: 'marks', offset: index }
  }
  return undefined
}
