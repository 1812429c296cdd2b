/** Front matter as it stands in a text. */
export interface FrontMatterText {
  /** The YAML without its fences. */
  readonly value: string
  /** Offset of `value` in the text. */
  readonly offset: number
  /** Offsets of the first fence and behind the last one, without the byte order mark before and the line ending behind them. */
  readonly start: number
  readonly end: number
}

/** What may follow a fence in its line are spaces and tabs. A text may begin with a byte order mark. */
const OPENER = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/
const CLOSER = /(?<=[\r\n])---[ \t]*(?=[\r\n]|$)/g
const LINE_ENDING = /(?:\r\n?|\n)$/

/**
 * Finds the YAML front matter that a text begins with, exactly as `remark-frontmatter` does. What is never closed is none. Linear.
 *
 * @returns `null` where there is none.
 */
export function findFrontMatter(text: string): FrontMatterText | null {
  const opener = OPENER.exec(text)?.[0]
  if (opener === undefined) return null
  CLOSER.lastIndex = opener.length
  const closer = CLOSER.exec(text)
  if (!closer) return null
  return {
    value: text.slice(opener.length, closer.index).replace(LINE_ENDING, ''),
    offset: opener.length,
    start: opener.startsWith('\uFEFF') ? 1 : 0,
    end: closer.index + closer[0].length,
  }
}

/** Whether a text begins with a fence, closed or not. */
export function opensFrontMatter(text: string): boolean {
  return OPENER.test(text)
}
