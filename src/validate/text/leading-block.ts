import type { BilingualDocument } from '../../model/document.ts'
import type { Segment } from '../../model/unit.ts'

/**
 * Finds the units with only block marks before them on their line; a block mark at their start would begin a
 * block.
 */
export function unitsAtLineStart(document: BilingualDocument): ReadonlySet<string> {
  const keys = new Set<string>()
  // Text before on the same line; `undefined` if that contains a unit.
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

/** A block mark at the start of a text. */
export interface LeadingBlock {
  readonly kind: 'heading' | 'list' | 'quote' | 'fence' | 'none'
  /** As written; empty if there is none. */
  readonly mark: string
}

const marks = /^\s*(?:(#{1,6})(?=\s)|([-+*]|\d{1,9}[.)])(?=\s)|(>)|(`{3,}|~{3,}))/

/** Reads the block mark at the start of a segment (CommonMark 0.31, sections 4.2, 4.5, 5.1 and 5.2). */
export function leadingBlock({ markup }: Segment): LeadingBlock {
  const [, heading, list, quote, fence] = marks.exec(markup) ?? []
  if (heading) return { kind: 'heading', mark: heading }
  if (list) return { kind: 'list', mark: list }
  if (quote) return { kind: 'quote', mark: quote }
  return fence ? { kind: 'fence', mark: fence } : { kind: 'none', mark: '' }
}
