import type { Stash } from './stash.ts'

/** A code span (CommonMark 0.31, section 6.1), possibly over several lines. */
const SPAN = /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g
const MIXED = /[`´｀‵]([^`´｀‵\r\n]{1,80}?)[`´｀‵]/g
/** Maximum number of codes to search for: each search scans the whole text. */
const MOST = 100
/** A whole run of marks. */
const RUN = '(?<![`´｀‵])\\\\?[`´｀‵]+'
const LEFT = /\\?[`´｀‵]+/g

/** Stashes code spans unchanged. */
export function stashCode(markup: string, stash: Stash): string {
  return markup.includes('`') ? markup.replace(SPAN, (span) => stash.put(span)) : markup
}

/**
 * Restores the source side's code in a target with broken backticks: between marks that look like backticks, or
 * next to a single one. Removes all other marks.
 *
 * @param codes texts of the source side's code.
 */
export function repairCode(markup: string, codes: readonly string[], stash: Stash): string {
  let repaired = markup
  for (const code of codes.slice(0, MOST).toSorted((a, b) => b.length - a.length)) {
    const text = code.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    if (text === '') continue
    const between = new RegExp(
      `(?:${RUN}|['‘’])[ \\u00A0]?${text}[ \\u00A0]?(?:\\\\?[\`´｀‵]+|['‘’])|${RUN}[ \\u00A0]?${text}(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])${text}[ \\u00A0]?\\\\?[\`´｀‵]+`,
      'u',
    )
    repaired = repaired.replace(between, () => stash.put(codeSpan(code)))
  }
  return stashCode(repaired, stash)
    .replace(MIXED, (_, text: string) => stash.put(codeSpan(text)))
    .replace(LEFT, '')
}

/** Writes code as a code span, with a fence long enough for its backticks. */
function codeSpan(code: string): string {
  let longest = 0
  for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  const padding = /^`|`$|^ .* $/.test(code) ? ' ' : ''
  return `${fence}${padding}${code}${padding}${fence}`
}
