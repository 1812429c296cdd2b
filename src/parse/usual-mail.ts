const NAME = /^[a-z\d]+(?:[._-][a-z\d]+)*$/i
const DOMAIN = /[a-z\d]+(?:-[a-z\d]+)*(?:\.[a-z\d]+(?:-[a-z\d]+)*)*/iy
const IN_NAME = /[-+.\w]/
const BEFORE = /[\s"'(:;,>]/
const AFTER = /[\s"'():;,<>]/
const BLANK_LINE = /\n[ \t>]*\r?\n/g

/**
 * Whether all mail addresses in a Markdown text are so usual that the parsers agree on them: letters, digits and single marks between
 * them, and no bracket open before them in their paragraph. Linear.
 */
export function hasUsualMailOnly(text: string): boolean {
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (!IN_NAME.test(text[at - 1] ?? '') || !/[-\w]/.test(text[at + 1] ?? '')) continue
    let start = at
    while (start > from && IN_NAME.test(text[start - 1]!)) start--
    if (!NAME.test(text.slice(start, at)) || (start > 0 && !BEFORE.test(text[start - 1]!))) return false
    DOMAIN.lastIndex = at + 1
    if (!DOMAIN.test(text)) return false
    const end = DOMAIN.lastIndex
    const isLast = text[end] === '.' && (end + 1 === text.length || AFTER.test(text[end + 1]!))
    if (!isLast && end < text.length && !AFTER.test(text[end]!)) return false
    if (hasBracket(text.slice(from, start))) return false
    from = end
  }
  return true
}

/** Whether a bracket stands in the last paragraph of a text. */
function hasBracket(text: string): boolean {
  const bracket = text.lastIndexOf('[')
  if (bracket < 0) return false
  BLANK_LINE.lastIndex = bracket
  return !BLANK_LINE.test(text)
}
