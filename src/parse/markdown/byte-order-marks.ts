import type { Root } from 'mdast'
import { restoreCharacter } from './restore-character.ts'

/** A text without byte order marks, and what puts them back into the tree that is made of it. */
export interface WithoutByteOrderMarks {
  readonly text: string
  readonly restore: (tree: Root) => Root
}

const MARK = '\uFEFF'
/** Characters without width that are neither white space nor punctuation to Markdown. */
const STAND_INS = [...'\u2060\u2061\u2062\u2063\u2064\u200B\u200C\u200D']

/**
 * Puts another character without width in the place of each U+FEFF (zero width no-break space) of a text. CommonMark does not take it
 * for white space, remark does: `**` beside it would stay on the page. At the very beginning parsers drop it.
 */
export function withoutByteOrderMarks(text: string): WithoutByteOrderMarks {
  const standIn = text.includes(MARK) ? STAND_INS.find((each) => !text.includes(each)) : undefined
  if (standIn === undefined) return { text, restore: (tree) => tree }
  return { text: text.replaceAll(MARK, standIn), restore: (tree) => restoreCharacter(tree, standIn, MARK) }
}
