/** How characters of a text are written where they would be read as markup. */

import type { TextPlace } from '../../model/text-place.ts'

/** Characters that may be read as markup within a line of Markdown, or with what follows the text. */
const MARKDOWN = /\\(?=[!-/:-@[-`{-~\n]|$)|[*_`[\]~$]|<(?=[a-z/!?])|&(?=#?\w{1,32};)|:(?=::)|!(?=\[)/gi
/** Addresses, in which an escape would become a part of the address. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>]+/gi
/** The character that begins a block in a line: that of a heading, list, quote, rule, fence or table. */
const BLOCK =
  /^([ \t]*)(?:(#{1,6})(?=\s|$)|([-+*])(?=\s|$)|(\d{1,9})[.)](?=\s|$)|>|(?:=+|-+)[ \t]*$|~~~|```|:::|\|)/
const HTML = /<(?=[a-z/!?])|&(?=#?\w{1,32};?)/gi

/**
 * Offsets in a text of characters that may need an escape.
 *
 * @param startsLine whether the text begins a line, where a mark of a block would be one.
 */
export function mayNeedEscape(text: string, place: TextPlace, startsLine: boolean): readonly number[] {
  if (place === 'verbatim') return []
  const found = new Set<number>()
  if (place === 'markdown') {
    const addresses = [...text.matchAll(ADDRESS)].map(({ index, 0: { length } }) => [index, index + length])
    for (const { index } of text.matchAll(MARKDOWN))
      if (!addresses.some(([start = 0, end = 0]) => index >= start && index < end)) found.add(index)
    if (startsLine) for (const index of blockMarks(text)) found.add(index)
  } else for (const index of alwaysEscaped(text, place)) found.add(index)
  if (place === 'html' || place === 'attribute') for (const { index } of text.matchAll(HTML)) found.add(index)
  return [...found].sort((a, b) => a - b)
}

/**
 * Offsets of characters that must be escaped, whatever surrounds them.
 *
 * @param startsLine as for {@link mayNeedEscape}.
 */
export function needEscape(text: string, place: TextPlace, startsLine: boolean): readonly number[] {
  return place === 'markdown' ? (startsLine ? blockMarks(text) : []) : alwaysEscaped(text, place)
}

/** The marks of blocks at the start of a text; the other lines of a unit continue its paragraph. */
function blockMarks(text: string): number[] {
  const match = BLOCK.exec(text)
  if (!match) return []
  const [, space = '', , , digits = ''] = match
  return [space.length + digits.length]
}

/** Characters that end a value. */
const ENDS: Readonly<Partial<Record<TextPlace, RegExp>>> = {
  attribute: /["<]/g,
  title: /["[\]\\]/g,
  'yaml-double': /["\\]/g,
  'yaml-single': /'/g,
}

function alwaysEscaped(text: string, place: TextPlace): number[] {
  const pattern = ENDS[place]
  return pattern ? [...text.matchAll(pattern)].map(({ index }) => index) : []
}

/**
 * A character as it is written where it would be read as markup.
 *
 * @param after the text after it.
 */
export function escaped(character: string, place: TextPlace, after: string): string {
  if (place === 'yaml-single') return character + character
  if (place === 'html' || place === 'attribute')
    return character === '<' ? '&lt;' : character === '"' ? '&quot;' : '&amp;'
  // Such tags are delimiters of units, escaped or not.
  if (character === '<' && /^\/?span\b/i.test(after)) return '&lt;'
  return place === 'verbatim' ? character : `\\${character}`
}

/** A character as a numeric reference (CommonMark 0.31, section 2.5). */
export function asReference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
