/**
 * The delimiters are the grammar.
 *
 * A unit is not an HTML element. Its text can contain `</div>`, blank lines, an unclosed `<span>` or an empty
 * `<span> </span>`, so neither an HTML parser nor a depth counter finds its end. The exact delimiters do:
 * `</span><span class="sxs-lookup"><span data-stu-id="SAME-ID">` ends the target, `</span></span>` ends the
 * source, and the last two of a longer run of `</span>` belong to the unit. Some documents have `&quot;`
 * instead of `"` in their markup from some point on: they can be read, and `sxs-markup-damaged` reports them.
 */

/** A delimiter of the bilingual format, or a run of `</span>`. */
export interface SxsToken {
  /**
   * `target` opens a target; `source` opens a source, and ends a target if it begins with `</span>`; `close`
   * is `</span>` × n.
   */
  readonly type: 'target' | 'source' | 'close'
  readonly start: number
  readonly end: number
  /** Id in the delimiter; empty for `close`. */
  readonly id: string
  /** Whether it differs from the localization tool's spelling. */
  readonly damaged: boolean
}

// Quotation marks, sound or damaged: escaped as a character reference, typographic, or single.
const QUOTE = `(?:"|'|&quot;|&#34;|&#x22;|&apos;|&#39;|[\u201c\u201d\u201e\u00ab\u00bb])`
const ID = `([^"'&<>\\s\u201c\u201d\u201e\u00ab\u00bb]*)`
const LOOKUP = `<span class=${QUOTE}sxs-lookup${QUOTE}>\\s*<span data-stu-id=${QUOTE}${ID}${QUOTE}>`
const DELIMITER = new RegExp(
  `<span data-ttu-id=${QUOTE}${ID}${QUOTE}>|</span>(?:${LOOKUP})?|${LOOKUP}|<span data-stu-id=${QUOTE}${ID}${QUOTE}>`,
  'g',
)

/** Finds the delimiters of the bilingual format, in order; a run of `</span>` becomes one token. Linear. */
export function tokenizeSxs(text: string): SxsToken[] {
  const tokens: SxsToken[] = []
  DELIMITER.lastIndex = 0
  let run = -1
  let runEnd = -1
  const endRun = () => {
    if (run >= 0) tokens.push({ type: 'close', start: run, end: runEnd, id: '', damaged: false })
    run = -1
  }
  for (let match = DELIMITER.exec(text); match !== null; match = DELIMITER.exec(text)) {
    const start = match.index
    const end = DELIMITER.lastIndex
    if (end - start === '</span>'.length && text.charCodeAt(start + 1) === 47 /* / */) {
      if (runEnd !== start) endRun()
      if (run < 0) run = start
      runEnd = end
      continue
    }
    endRun()
    const target = match[1]
    const id = target ?? match[2] ?? match[3] ?? match[4] ?? ''
    const type = target === undefined ? 'source' : 'target'
    tokens.push({ type, start, end, id, damaged: !isSound(type, text.slice(start, end), id) })
  }
  endRun()
  return tokens
}

/** Removes the openers of sides from a text: the delimiters of units nested deeper than sound ones can be. */
export function withoutDelimiters(text: string): string {
  return text.replace(DELIMITER, (delimiter) => (delimiter === '</span>' ? delimiter : ''))
}

function isSound(type: 'target' | 'source', markup: string, id: string): boolean {
  if (id === '') return false
  if (type === 'target') return markup === `<span data-ttu-id="${id}">`
  return markup === `</span><span class="sxs-lookup"><span data-stu-id="${id}">`
}
