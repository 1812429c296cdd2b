import type { Root } from 'mdast'
import { visit } from '../../util/tree/visit.ts'
import { flanks } from './flanks.ts'

/** A Markdown mark without effect that would have one with a partner elsewhere in its paragraph. */
export interface Dangling {
  readonly mark: '*' | '_' | '`' | '~' | '[' | ']' | '<' | '$'
  /** As written. */
  readonly actual: string
  /** Offset in the parsed text. */
  readonly offset: number
}

const MARK = /[*_`~[\]<]/
const MARK_OR_DOLLAR = /[*_`~[\]<$]/
const MARKS = /\\[\s\S]|\*+|_+|`+|~~+|!?\[|\]\(?|<(?=[a-z/])|\$+/gi

/** Finds marks in the text of a tree that are neither escaped nor have a partner; with formulas also dollar signs. */
export function danglingMarks(tree: Root, text: string, hasFormulas = false): Dangling[] {
  const found: Dangling[] = []
  visit(tree, 'text', (node, _, parent) => {
    const { start, end } = node.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined) return
    // An autolink.
    if (parent?.type === 'link' && text[parent.position?.start.offset ?? -1] !== '[') return
    const raw = text.slice(start.offset, end.offset)
    if (!(hasFormulas ? MARK_OR_DOLLAR : MARK).test(raw)) return
    for (const match of raw.matchAll(MARKS)) {
      const actual = match[0]
      if (actual[0] === '\\' || (actual[0] === '$' && !hasFormulas)) continue
      const offset = start.offset + match.index
      const mark = actual.replace('!', '')[0] as Dangling['mark']
      if ((mark === '*' || mark === '_') && isText(text, offset, actual)) continue
      found.push({ mark, actual, offset })
    }
  })
  return found
}

/** Whether a run of `*` or `_` can neither open nor close emphasis. */
function isText(text: string, offset: number, run: string): boolean {
  const { opens, closes } = flanks(text[offset - 1] ?? ' ', run[0]!, text[offset + run.length] ?? ' ')
  return !opens && !closes
}
