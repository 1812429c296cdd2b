import type { InlineContent } from '../segments/inline-content.ts'
import { inlineMarks } from './inline-marks.ts'

/** No letter, digit or mark before and after. */
const BEFORE = String.raw`(?<![\p{L}\p{N}*_\\/])`
const BEHIND = String.raw`(?![\p{L}\p{N}*_\\/])`
/** Last character of an emphasis: an asterisk in its text is escaped. */
const INSIDE = String.raw`(?<=[^*\s\\]|\\\*)`

/** Marks of strong emphasis after the tool has changed the first or last asterisk. */
const SPLIT = new RegExp(
  [
    String.raw`${BEFORE}_ ?\\?(?<opens>\*)(?![*\s])`,
    String.raw`${BEFORE}\\\*(?<keeps>\*{1,2})(?![*\s])`,
    String.raw`${INSIDE}(?<ends>\*{1,2})(?!\*) ?_${BEHIND}`,
    String.raw`${INSIDE}\\?(?<closes>\*) ?\\\*${BEHIND}`,
  ].join('|'),
  'gu',
)
/** The same around a text after translation. */
const TEXT = String.raw`(?=\S)((?:\\.|[^*\\\r\n]){1,200}`
const LOOSE = [
  (lazy: string) => String.raw`_ ?\\?\*(?!\*)${TEXT}${lazy})\\?\*(?: ?\\?\*)*`,
  (lazy: string) => String.raw`(?:\\\*|(?<![*\\])\*) ?\*${TEXT}${lazy})\\?\*{1,2} _${BEHIND}`,
] as const
const LONE = /(?<![\p{L}\p{N}])_(?![\p{L}\p{N}])/gu

/** Quick check: whether markup may contain split strong emphasis. */
export function mayBeSplit(markup: string): boolean {
  return markup.includes('_') && markup.includes('*') && /\* ?_|_ ?\\?\*/.test(markup)
}

/**
 * Restores strong emphasis that the localization tool split: the tool took one of the asterisks for another
 * emphasis, which it writes with underscores, and escaped the other. `_ *x*\*` and `\**x* _` were `**x**`.
 *
 * @param read reads Markdown.
 * @returns `undefined` if nothing was split, or if joining the marks improves nothing.
 */
export function rejoinEmphasis(markup: string, read: (markup: string) => InlineContent): string | undefined {
  if (!mayBeSplit(markup)) return undefined
  const joined = markup.replace(SPLIT, (...found) => {
    const { opens, keeps, ends, closes } = found.at(-1) as Record<string, string | undefined>
    return `*${opens ?? keeps ?? ends ?? closes}`
  })
  return isBetter(markup, joined, read) ? joined : undefined
}

/**
 * Restores split strong emphasis in a target whose source was split: the tool escaped the marks after
 * translation.
 */
export function rejoinTranslated(
  markup: string,
  source: InlineContent,
  read: (markup: string) => InlineContent,
): string | undefined {
  const joined = rejoinEmphasis(markup, read)
  if (joined !== undefined || !mayBeSplit(markup.replaceAll('\\', ''))) return joined
  // An asterisk at the end of an emphasis belongs to its text only if the source side has such a text.
  const lazy = source.text.includes('*') ? '' : '?'
  let loose = markup
  for (const pattern of LOOSE) loose = loose.replace(new RegExp(pattern(lazy), 'gu'), strong)
  return isBetter(markup, loose, read) ? loose : undefined
}

/**
 * Writes an element, because tags work anywhere. The space that was between the marks separates it from a
 * preceding word.
 */
function strong(marks: string, text: string, at: number, all: string): string {
  const isParted = at === 0 || /\s/.test(all[at - 1]!) || !/^\\?[*_] /.test(marks)
  return `${isParted ? '' : ' '}<strong>${text}</strong>`
}

/** Whether joining leaves fewer marks in the text and no less strong emphasis. */
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
