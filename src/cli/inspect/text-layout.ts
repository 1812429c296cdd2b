import { clean as cleanWord } from '../../report/text/words.ts'

/** Characters that take two columns in a terminal (UAX #11, wide and full-width, by block). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
/** Characters that take no column. */
const NARROW = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Number of columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

/** Pads a text with spaces to a width. */
export function fill(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Makes a text safe for a terminal: shows characters that could command it, and folds white space. */
export function clean(text: string): string {
  return cleanWord(text.replace(/\s+/g, ' '))
}

/** Breaks a text into lines of at most that width: at spaces, and inside words that are wider than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of clean(text)
    .trim()
    .split(' ')
    .flatMap((long) => chop(long, width))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Breaks a word into pieces of at most that width. */
function chop(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word]
  const pieces = ['']
  for (const character of word) {
    if (widthOf(pieces.at(-1)! + character) > width) pieces.push('')
    pieces[pieces.length - 1] += character
  }
  return pieces.filter((piece) => piece !== '')
}
