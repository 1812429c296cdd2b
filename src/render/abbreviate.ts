/** Characters that take the room of two (UAX #11, wide and full-width, by block). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u

/** The room that a text takes, in characters of the Latin script. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** A text with what does not fit cut off behind a sentence, else behind a word, and `…` in its place; empty where there is no room. */
export function abbreviate(text: string, room: number, locale: string): string {
  if (widthOf(text) <= room) return text
  if (room <= 0) return ''
  const sentences = takeWhile(text, room - 2, locale, 'sentence')
  if (widthOf(sentences) * 2 > room) return `${sentences} …`
  const words = takeWhile(text, room - 1, locale, 'word').replace(/[\s,;:.–—(]+$/u, '')
  return words === '' ? '' : `${words}…`
}

/** The whole sentences or words at the beginning of a text that fit. */
function takeWhile(text: string, room: number, locale: string, granularity: 'sentence' | 'word'): string {
  let end = 0
  let width = 0
  for (const { segment } of new Intl.Segmenter(locale, { granularity }).segment(text)) {
    width += widthOf(segment)
    if (width > room) break
    end += segment.length
  }
  return text.slice(0, end).trimEnd()
}
