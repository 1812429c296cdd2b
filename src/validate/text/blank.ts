import type { Segment } from '../../model/unit.ts'

/** White space and other invisible characters: no-break and zero-width spaces, joiners, directional marks. */
const blank = /^(?:\u034F|[\s\u00A0\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF])*$/u

/**
 * Markup that shows nothing unless it holds text: comments, inline formatting, references to invisible
 * characters.
 */
const hollow =
  /<!--(?:(?!<!--)[\s\S])*?-->|<\/?(?:span|b|i|u|s|em|strong|small|sub|sup|code|font)(?:\s[^<>]*)?>|&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|lrm|rlm|#160|#xa0);|[*_]/gi

/** Whether text shows nothing. */
function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0)
  return !(first > 32 && first < 127) && blank.test(text)
}

/**
 * Whether a segment shows nothing and has no effect. A segment with only an image, a line break, an anchor or
 * other effective markup is not blank.
 */
export function isBlank(segment: Segment): boolean {
  return isBlankText(segment.text) && isBlankText(segment.markup.replace(hollow, ''))
}
