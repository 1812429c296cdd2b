import type { Root } from 'mdast'
import { visit } from '../../util/visit.ts'

/** A Markdown mark without effect that would have one with a partner elsewhere in its paragraph. */
export interface Dangling {
  readonly mark: '*' | '_' | '`' | '~' | '[' | ']' | '<'
  /** As written. */
  readonly actual: string
  /** Offset in the parsed text. */
  readonly offset: number
}

const MARK = /[*_`~[\]<]/
const MARKS = /\\[\s\S]|\*+|_+|`+|~~+|!?\[|\]\(?|<(?=[a-z/])/gi

/** Finds marks in the text of a tree that are neither escaped nor have a partner. */
export function danglingMarks(tree: Root, text: string): Dangling[] {
  const found: Dangling[] = []
  visit(tree, 'text', (node, _, parent) => {
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    // An autolink.
    if (parent?.type === 'link' && text[parent.position?.start.offset ?? -1] !== '[') return
    const raw = text.slice(start.offset, end.offset)
    if (!MARK.test(raw)) return
    for (const match of raw.matchAll(MARKS)) {
      const actual = match[0]
      if (actual[0] === '\\') continue
      const offset = start.offset + match.index
      if (/^[*_]/.test(actual) && !canMark(text, offset, actual)) continue
      const mark = actual.replace('!', '')[0] as Dangling['mark']
      found.push({ mark, actual, offset })
    }
  })
  return found
}

/** Whether a run of `*` or `_` could open or close emphasis (CommonMark 0.31, section 6.2). */
function canMark(text: string, offset: number, run: string): boolean {
  const before = text[offset - 1] ?? ' '
  const after = text[offset + run.length] ?? ' '
  if (/\s/.test(before) && /\s/.test(after)) return false
  return run[0] !== '_' || !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after))
}
