/** Whether a run of marks can open or close emphasis. */
export interface Flanks {
  readonly opens: boolean
  readonly closes: boolean
}

/**
 * Decides by the characters around it whether a run of marks can open or close emphasis (CommonMark 0.31,
 * section 6.2).
 *
 * @param mark `*`, `_` or `~`.
 */
export function flanks(before: string, mark: string, after: string): Flanks {
  const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before))
  const right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after))
  if (mark !== '_') return { opens: left, closes: right }
  return {
    opens: left && (!right || isPunctuation(before)),
    closes: right && (!left || isPunctuation(after)),
  }
}

/** U+FEFF is not a space: see `byte-order-marks.ts`. */
function isSpace(character: string): boolean {
  return character !== '\uFEFF' && /\s/.test(character)
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character)
}
