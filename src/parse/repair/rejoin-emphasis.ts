import type { InlineContent } from '../segments/inline-content.ts'
import { inlineMarks } from './inline-marks.ts'

/** Nothing of a word, and no mark, stands before and behind. */
const BEFORE = String.raw`(?<![\p{L}\p{N}*_\\/])`
const BEHIND = String.raw`(?![\p{L}\p{N}*_\\/])`
/** What an emphasis ends with: an asterisk of its text is escaped. */
const INSIDE = String.raw`(?<=[^*\s\\]|\\\*)`

/** What the tool makes of the first or the last asterisk of strong emphasis, beside those that are left. */
const SPLIT = new RegExp(
  [
    String.raw`${BEFORE}_ ?\\?(?<opens>\*)(?![*\s])`,
    String.raw`${BEFORE}\\\*(?<keeps>\*{1,2})(?![*\s])`,
    String.raw`${INSIDE}(?<ends>\*{1,2})(?!\*) ?_${BEHIND}`,
    String.raw`${INSIDE}\\?(?<closes>\*) ?\\\*${BEHIND}`,
  ].join('|'),
  'gu',
)
/** The same around a text, as translation writes it. */
const TEXT = String.raw`(?=\S)((?:\\.|[^*\\\r\n]){1,200}`
const LOOSE = [
  (lazy: string) => String.raw`_ ?\\?\*(?!\*)${TEXT}${lazy})\\?\*(?: ?\\?\*)*`,
  (lazy: string) => String.raw`(?:\\\*|(?<![*\\])\*) ?\*${TEXT}${lazy})\\?\*{1,2} _${BEHIND}`,
] as const
const LONE = /(?<![\p{L}\p{N}])_(?![\p{L}\p{N}])/gu

/** Whether markup may hold strong emphasis that was split, for a quick answer. */
export function mayBeSplit(markup: string): boolean {
  return markup.includes('_') && markup.includes('*') && /\* ?_|_ ?\\?\*/.test(markup)
}

/**
 * Strong emphasis as it was before the localization tool has taken one of its asterisks for that of another emphasis, which it writes
 * with underscores, and escaped the other: `_ *x*\*` and `\**x* _` were `**x**`.
 *
 * @param read what Markdown says.
 * @returns `undefined` where nothing was split, or nothing is better with the marks joined.
 */
export function rejoinEmphasis(markup: string, read: (markup: string) => InlineContent): string | undefined {
  if (!mayBeSplit(markup)) return undefined
  const joined = markup.replace(SPLIT, (...found) => {
    const { opens, keeps, ends, closes } = found.at(-1) as Record<string, string | undefined>
    return `*${opens ?? keeps ?? ends ?? closes}`
  })
  return isBetter(markup, joined, read) ? joined : undefined
}

/** The same in a target whose source side was split: there the tool has escaped what it found of the marks after translation. */
export function rejoinTranslated(
  markup: string,
  source: InlineContent,
  read: (markup: string) => InlineContent,
): string | undefined {
  const joined = rejoinEmphasis(markup, read)
  if (joined !== undefined || !mayBeSplit(markup.replaceAll('\\', ''))) return joined
  // An asterisk at the end of an emphasis belongs to its text only where the source side has such a text.
  const lazy = source.text.includes('*') ? '' : '?'
  let loose = markup
  for (const pattern of LOOSE) loose = loose.replace(new RegExp(pattern(lazy), 'gu'), strong)
  return isBetter(markup, loose, read) ? loose : undefined
}

/** An element, since its marks are read wherever they stand; behind a word, the space that stood between the marks parts them. */
function strong(marks: string, text: string, at: number, all: string): string {
  const isParted = at === 0 || /\s/.test(all[at - 1]!) || !/^\\?[*_] /.test(marks)
  return `${isParted ? '' : ' '}<strong>${text}</strong>`
}

/** Whether a text shows fewer marks, and has no less emphasis. */
function isBetter(markup: string, joined: string, read: (markup: string) => InlineContent): boolean {
  if (joined === markup) return false
  const inline = read(joined)
  const [before, after] = [inlineMarks(read(markup)), inlineMarks(inline)]
  return (
    inline.dangling.length === 0 &&
    countOf(LONE, after.prose) < countOf(LONE, before.prose) &&
    countOf(/\*/g, after.prose) <= countOf(/\*/g, before.prose) &&
    after.strong > 0 &&
    after.strong >= before.strong
  )
}

function countOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].length
}
