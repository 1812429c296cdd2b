/** Why and where remark would take too long for a text or fail. Such texts are read as plain text, whichever parser is installed. */
export interface Unreadable {
  readonly why: 'blocks' | 'marks'
  readonly offset: number
}

/** Maximum nesting of blocks. */
const MOST_BLOCKS = 100
/** Maximum number of possible emphasis marks in one paragraph. */
const MOST_MARKS = 1000
/** Maximum number of possibly open brackets in one paragraph. */
const MOST_BRACKETS = 200

const LINE = /([^\r\n]*)(?:\r\n?|\n|$)/g
const BLOCK_MARKS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/
const BLOCK_MARK = />|[-+*]|\d+[.)]/g
const LIST_ITEM = /^([ \t]*)(?:[-+*]|\d{1,9}[.)])[ \t]/
const MARKS = /(?<![\p{L}\p{N}*_~])[*_~]+(?=\S)/gu
const BRACKETS = /[[\]]/g

/**
 * Finds where blocks nest too deeply for remark, or a paragraph has too many marks: remark recurses, and its time is at least quadratic in
 * both. Code is not recognized, so there can be false positives.
 */
export function findUnreadable(text: string): Unreadable | undefined {
  return mayBeUnreadable(text) ? findExactly(text) : undefined
}

/** Character classes for {@link mayBeUnreadable}, as bits. */
const [LINE_END, BLANK, BEFORE, MARK, BRACKET] = [1, 2, 4, 8, 16]
const KINDS = new Uint8Array(128)
for (const [characters, kind] of [
  ['\n\r', LINE_END],
  [' \t', BLANK | BEFORE],
  ['>+-.)0123456789', BEFORE],
  ['*', BEFORE | MARK],
  ['_~', MARK],
  ['[', BRACKET],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind

/** Whether a text has enough marks to be unreadable. Only counts characters, because it runs for every text and nearly none has so many. */
function mayBeUnreadable(text: string): boolean {
  if (text.length <= MOST_BLOCKS) return false
  let [marks, brackets, lineStart] = [0, 0, 0]
  // Whether the line so far can be a block prefix; whether it is white space.
  let [isBefore, isBlank] = [true, true]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = code < 128 ? KINDS[code]! : 0
    if (kind === LINE_END) {
      if (isBlank) marks = brackets = 0
      lineStart = at + 1
      isBefore = isBlank = true
      continue
    }
    if (!(kind & BLANK)) isBlank = false
    if (!(kind & BEFORE)) isBefore = false
    else if (isBefore && at - lineStart >= MOST_BLOCKS) return true
    if (kind & MARK && ++marks > MOST_MARKS) return true
    if (kind & BRACKET && ++brackets > MOST_BRACKETS) return true
  }
  return false
}

function findExactly(text: string): Unreadable | undefined {
  let marks = 0
  let brackets = 0
  // Indentations of the list items that can be open.
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
    // List items and cells of pipe tables are parsed separately.
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
