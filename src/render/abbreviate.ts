/** Characters of double width (UAX #11, wide and full-width, by block). */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u

/** Width of a text in Latin characters. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** Cuts a text to a width after a sentence, else after a word, and appends `…`; empty if nothing fits. */
export function abbreviate(text: string, room: number, locale: string): string {
  if (widthOf(text) <= room) return text
  if (room <= 0) return ''
  const sentences = takeWhile(text, room - 2, locale, 'sentence')
  if (widthOf(sentences) * 2 > room) return `${sentences} …`
  const words = takeWhile(text, room - 1, locale, 'word').replace(/[\s,;:.–—(]+$/u, '')
  return words === '' ? '' : `${words}…`
}

/** Returns the whole sentences or words at the start of a text that fit. */
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
