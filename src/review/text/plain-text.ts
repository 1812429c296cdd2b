import { foldSpace } from '../../util/text/fold-space.ts'

/** Characters that can begin markup, an escape or a character reference. */
const SPECIAL = /[*_`<[\\&~!]/
/** Tags and comments; a comment contains no start of another one, so that those that do not end take linear time. */
const TAG =
  /<!--(?:(?!<!--)[\s\S])*?-->|<\/?(?:a|abbr|b|big|blockquote|br|caption|center|code|col|colgroup|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|ol|p|pre|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video)\b[^<>]*>/gi
const AUTOLINK = /<((?:https?|ftp|mailto):[^<>\s]*)>/gi
/** A link or image, in two groups: its text, and its destination or reference. */
const LINK = /!?\[((?:\\.|[^\][\\])*)\](?:\(((?:\\.|\([^()]*\)|[^()\\])*)\)|\[[^\][]*\])/g
const CODE = /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g
/** Emphasis by asterisks anywhere, and by underscores around words; with strikethrough. */
const EMPHASIS =
  /(\*{1,3}|~~)(?=\S)((?:(?!\1)[\s\S])*?\S)\1|(?<![\p{L}\p{N}_])(_{1,3})(?=\S)((?:(?!\3)[\s\S])*?\S)\3(?![\p{L}\p{N}_])/gu
const ESCAPE = /\\([!-/:-@[-`{-~])/g
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
}
/** Private-use characters that hide escaped characters and code from the patterns for markup. */
const HIDDEN = 0xf0000
const SHOWN = /[\u{F0000}-\u{FFFFD}]/gu

/**
 * The words of a segment's markup, white space folded: without tags, emphasis, and addresses of links, and
 * with escapes and character references resolved.
 *
 * A comparison of revisions needs the same reading of both, not a parser's: what this misreads, it misreads
 * in both.
 */
export function plainText(markup: string): string {
  return SPECIAL.test(markup) ? foldSpace(withoutMarkup(markup)) : foldSpace(markup)
}

function withoutMarkup(markup: string): string {
  let text = markup
    .replace(CODE, (_, __, code: string) => hide(code))
    .replace(ESCAPE, (_, character: string) => hide(character))
    .replace(AUTOLINK, '$1')
    .replace(TAG, ' ')
  if (text.includes('[')) text = text.replace(LINK, '$1')
  // Strong emphasis can hold emphasis.
  for (let depth = 0; depth < 2 && /[*_~]/.test(text); depth++)
    text = text.replace(EMPHASIS, (_, __, one?: string, ___?: string, other?: string) => one ?? other ?? '')
  text = text.replace(REFERENCE, (written, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()]!
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
  return text.replace(SHOWN, (character) => String.fromCharCode(character.codePointAt(0)! - HIDDEN))
}

function hide(text: string): string {
  let hidden = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // White space folds, and half a surrogate pair cannot be moved.
    hidden += code > 0x20 && code < 0xd800 ? String.fromCodePoint(code + HIDDEN) : text[at]
  }
  return hidden
}
