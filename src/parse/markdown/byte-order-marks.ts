import type { Root } from 'mdast'
import { restoreCharacter } from './restore-character.ts'

/** A text without byte order marks, and a function that restores them in its tree. */
export interface WithoutByteOrderMarks {
  readonly text: string
  readonly restore: (tree: Root) => Root
}

const MARK = '\uFEFF'
/** Zero-width characters that Markdown treats neither as white space nor as punctuation. */
const STAND_INS = [...'\u2060\u2061\u2062\u2063\u2064\u200B\u200C\u200D']

/**
 * Replaces each U+FEFF (zero width no-break space) with another zero-width character. Unlike CommonMark, remark treats it as white space,
 * so `**` beside it would show on the page. Parsers drop it at the very beginning.
 */
export function withoutByteOrderMarks(text: string): WithoutByteOrderMarks {
  const standIn = text.includes(MARK) ? STAND_INS.find((each) => !text.includes(each)) : undefined
  if (standIn === undefined) return { text, restore: (tree) => tree }
  return { text: text.replaceAll(MARK, standIn), restore: (tree) => restoreCharacter(tree, standIn, MARK) }
}
