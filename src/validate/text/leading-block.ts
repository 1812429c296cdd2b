import type { BilingualDocument } from '../../model/document.ts'
import type { Segment } from '../../model/unit.ts'

/** The keys of units with nothing but block marks before them in their line: there a mark in the text begins a block. */
export function unitsAtLineStart(document: BilingualDocument): ReadonlySet<string> {
  const keys = new Set<string>()
  // What stands before in the line; `undefined` where that holds a unit already.
  let before: string | undefined = ''
  for (const part of document.skeleton.parts) {
    if (typeof part === 'string') {
      const newline = part.lastIndexOf('\n')
      if (newline >= 0) before = part.slice(newline + 1)
      else if (before !== undefined) before += part
      continue
    }
    if (before !== undefined && before.length < 200 && onlyMarks.test(before)) keys.add(part.unit)
    before = undefined
  }
  return keys
}

const onlyMarks = /^[\s\uFEFF]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*$/

/** A block mark that a text begins with. */
export interface LeadingBlock {
  readonly kind: 'heading' | 'list' | 'quote' | 'fence' | 'none'
  /** As written; empty if there is none. */
  readonly mark: string
}

const marks = /^\s*(?:(#{1,6})(?=\s)|([-+*]|\d{1,9}[.)])(?=\s)|(>)|(`{3,}|~{3,}))/

/** Reads the block mark that a segment would begin a block with (CommonMark 0.31, sections 4.2, 4.5, 5.1 and 5.2). */
export function leadingBlock({ markup }: Segment): LeadingBlock {
  const [, heading, list, quote, fence] = marks.exec(markup) ?? []
  if (heading) return { kind: 'heading', mark: heading }
  if (list) return { kind: 'list', mark: list }
  if (quote) return { kind: 'quote', mark: quote }
  return fence ? { kind: 'fence', mark: fence } : { kind: 'none', mark: '' }
}
