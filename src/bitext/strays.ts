import type { Position } from 'unist'
import type { StrayDelimiter } from '../model/document.ts'
import { hasDamagedQuotes } from './repair-quotes.ts'
import type { SxsPiece } from './sxs-piece.ts'

const TRACE = /<span\b[^<>\n]{0,200}(?:data-[ts]tu-id|sxs-lookup)[^<>\n]{0,200}>?|data-[ts]tu-id|sxs-lookup/g
const DAMAGED_TAG = /<[a-z][^<>\n]{0,400}=\s*(?:"[^"<>\n]{0,400}&quot;|&quot;)[^<>\n]{0,400}>/gi

/** Finds traces of the bilingual format in the text between units: truncated or unreadable delimiters. */
export function findStrays(
  input: string,
  pieces: readonly SxsPiece[],
  place: (start: number, end: number) => Position,
): StrayDelimiter[] {
  const strays: StrayDelimiter[] = []
  const damaged = hasDamagedQuotes(input)
  for (const piece of pieces) {
    if (piece.type !== 'text') continue
    const text = input.slice(piece.start, piece.end)
    for (const match of text.matchAll(TRACE)) strays.push(stray('truncated', match, piece.start, place))
    if (!damaged) continue
    for (const match of text.matchAll(DAMAGED_TAG)) {
      if (!match[0].includes('tu-id') && hasDamagedQuotes(match[0]))
        strays.push(stray('damaged', match, piece.start, place))
    }
  }
  return strays
}

function stray(
  reason: StrayDelimiter['reason'],
  match: RegExpMatchArray,
  offset: number,
  place: (start: number, end: number) => Position,
): StrayDelimiter {
  const start = offset + (match.index ?? 0)
  return { type: 'stray', reason, markup: match[0], place: place(start, start + match[0].length) }
}
