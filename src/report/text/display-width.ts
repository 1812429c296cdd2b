/**
 * Characters that take two columns in a terminal (https://www.unicode.org/reports/tr11): East Asian scripts
 * and emoji.
 */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u

/** Number of columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    width += WIDE.test(character) ? 2 : /[\p{Mn}\p{Me}\p{Cf}]/u.test(character) ? 0 : 1
  }
  return width
}

/**
 * Breaks a text into lines of at most `columns`. Longer words, such as paths and URLs, stay whole; East Asian
 * text is broken anywhere.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const add = (piece: string, separator: string) => {
    const longer = line === '' ? piece : `${line}${separator}${piece}`
    if (line !== '' && displayWidth(longer) > columns) {
      lines.push(line)
      line = piece
    } else line = longer
  }
  for (const word of text.split(' ')) {
    if (displayWidth(word) <= columns || !WIDE.test(word)) add(word, ' ')
    else for (const [index, character] of Array.from(word).entries()) add(character, index === 0 ? ' ' : '')
  }
  return [...lines, line].map((each) => each.trimEnd())
}
