const NAME = /^\+?[a-z\d]+(?:[+._-][a-z\d]+)*$/i
const DOMAIN = /[a-z\d]+(?:-[a-z\d]+)*(?:\.[a-z\d]+(?:-[a-z\d]+)*)*/iy
const IN_NAME = /[-+.\w]/
const BEFORE = /[\s"'(:;,>]/
const AFTER = /[\s"'():;,<>]/
const BLANK_LINE = /\n[ \t>]*\r?\n/g

/**
 * Offsets of mail addresses in a Markdown text on which the parsers may disagree. They agree on letters and digits with single marks
 * between them, if no bracket is open before them in their paragraph. Linear.
 */
export function unusualMails(text: string): number[] {
  const found: number[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (!IN_NAME.test(text[at - 1] ?? '') || !/[-\w]/.test(text[at + 1] ?? '')) continue
    let start = at
    while (start > from && IN_NAME.test(text[start - 1]!)) start--
    const end = endOfDomain(text, at + 1)
    const isUsual =
      NAME.test(text.slice(start, at)) &&
      (start === 0 || BEFORE.test(text[start - 1]!)) &&
      end !== undefined &&
      !hasBracket(text.slice(from, start))
    if (!isUsual) found.push(at)
    from = end ?? at
  }
  return found
}

/** End of a usual domain, which may also end a sentence. */
function endOfDomain(text: string, start: number): number | undefined {
  DOMAIN.lastIndex = start
  if (!DOMAIN.test(text)) return undefined
  const end = DOMAIN.lastIndex
  const after = text[end] === '.' ? end + 1 : end
  return after >= text.length || AFTER.test(text[after]!) ? end : undefined
}

/** Whether the last paragraph of a text contains a bracket. */
function hasBracket(text: string): boolean {
  const bracket = text.lastIndexOf('[')
  if (bracket < 0) return false
  BLANK_LINE.lastIndex = bracket
  return !BLANK_LINE.test(text)
}
