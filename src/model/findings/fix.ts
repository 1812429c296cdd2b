import type { Position } from 'unist'

/** The one right answer to a finding: what to put into a place of the input. */
export interface Fix {
  readonly place: Position
  readonly text: string
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** Absent where there is no answer, or several. */
    fix?: Fix
  }
}

/** A text with fixes put in, and those that were. */
export interface FixedText {
  readonly text: string
  /** In the order of their places. */
  readonly applied: readonly Fix[]
}

/**
 * Puts fixes into a text; not one other character changes. Of two that overlap the first is put in: the other one may be found again.
 *
 * @param text what the places are in; a fix outside of it is left out.
 */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText {
  const sorted = [...fixes].sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b))
  const applied: Fix[] = []
  let fixed = ''
  let at = 0
  for (const fix of sorted) {
    const [start, end] = [startOf(fix), endOf(fix)]
    if (!(start >= at && end >= start && end <= text.length) || isSame(fix, applied.at(-1))) continue
    if (text.slice(start, end) === fix.text) continue
    fixed += text.slice(at, start) + fix.text
    at = end
    applied.push(fix)
  }
  return { text: fixed + text.slice(at), applied }
}

function startOf({ place }: Fix): number {
  return place.start.offset ?? Number.NaN
}

function endOf({ place }: Fix): number {
  return place.end.offset ?? Number.NaN
}

/** Two insertions at one place that two findings want are one. */
function isSame(a: Fix, b: Fix | undefined): boolean {
  return b !== undefined && startOf(a) === startOf(b) && endOf(a) === endOf(b)
}
