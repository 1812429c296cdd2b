import type { Position } from 'unist'

/** The one right answer to a finding: a place in the input and its replacement. */
export interface Fix {
  readonly place: Position
  readonly text: string
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** Absent if there is no right answer, or more than one. */
    fix?: Fix
  }
}

/** A text after fixes, with the fixes that were applied. */
export interface FixedText {
  readonly text: string
  /** In order of their places. */
  readonly applied: readonly Fix[]
}

/**
 * Applies fixes to a text; no other character changes. If two overlap, applies the first: checking again may
 * find the other.
 *
 * @param text that the places refer to; fixes outside it are ignored.
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

/** Two findings can ask for the same insertion at the same place. */
function isSame(a: Fix, b: Fix | undefined): boolean {
  return b !== undefined && startOf(a) === startOf(b) && endOf(a) === endOf(b)
}
