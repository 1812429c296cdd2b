import type { SxsPiece, SxsUnit } from './sxs-piece.ts'

const TARGET = '<span data-ttu-id="'
const SOURCE = '</span><span class="sxs-lookup"><span data-stu-id="'
const CLOSER = '</span>'
/** What every opener of a side holds, and what stands before it in a sound one. */
const TRACE = 'tu-id='
const [BEFORE_TARGET, BEFORE_SOURCE] = [TARGET.indexOf(TRACE), SOURCE.indexOf(TRACE)]
/** An id as far as its end; what no id holds ends it too. */
const ID = /[^"'&<>\s\u201c\u201d\u201e\u00ab\u00bb]+(?=">)/y
const NONE: readonly never[] = Object.freeze([])

/**
 * Finds the units of a text all of whose delimiters are written as the localization tool writes them, each unit after the other and
 * with one id on both sides, as nearly all texts have them: exactly as the scanner does, without looking at what is between them.
 *
 * @returns `undefined` for any other text.
 */
export function scanSimpleSxs(text: string): SxsPiece[] | undefined {
  const pieces: SxsPiece[] = []
  let offset = 0
  for (let trace = text.indexOf(TRACE); trace >= 0; ) {
    const start = trace - BEFORE_TARGET
    if (start < offset || !text.startsWith(TARGET, start)) return undefined
    const id = idAt(text, start + TARGET.length)
    if (id === undefined) return undefined
    const targetStart = start + TARGET.length + id.length + '">'.length
    trace = text.indexOf(TRACE, targetStart)
    const targetEnd = trace - BEFORE_SOURCE
    if (targetEnd < targetStart || !text.startsWith(SOURCE, targetEnd)) return undefined
    const sourceStart = targetEnd + SOURCE.length + id.length + '">'.length
    if (!text.startsWith(`${id}">`, targetEnd + SOURCE.length)) return undefined
    const end = closersEnd(text, sourceStart)
    trace = text.indexOf(TRACE, sourceStart)
    if (end < 0 || (trace >= 0 && end > trace)) return undefined
    const sourceEnd = end - 2 * CLOSER.length
    if (start > offset) pieces.push({ type: 'text', start: offset, end: start })
    pieces.push(unitOf(id, start, end, targetStart, targetEnd, sourceStart, sourceEnd))
    offset = end
  }
  if (offset < text.length) pieces.push({ type: 'text', start: offset, end: text.length })
  return pieces
}

/** The id that begins at an offset, if it is one and `">` follows. */
function idAt(text: string, start: number): string | undefined {
  ID.lastIndex = start
  return ID.exec(text)?.[0]
}

/** Where the first two or more `</span>` in a row end; -1 if there are none. */
function closersEnd(text: string, from: number): number {
  const start = text.indexOf(CLOSER + CLOSER, from)
  if (start < 0) return -1
  let end = start + 2 * CLOSER.length
  while (text.startsWith(CLOSER, end)) end += CLOSER.length
  return end
}

function unitOf(
  id: string,
  start: number,
  end: number,
  targetStart: number,
  targetEnd: number,
  sourceStart: number,
  sourceEnd: number,
): SxsUnit {
  return {
    type: 'unit',
    id,
    start,
    end,
    target: { id, start: targetStart, end: targetEnd, units: NONE },
    source: { id, start: sourceStart, end: sourceEnd, units: NONE },
    defects: NONE,
  }
}
