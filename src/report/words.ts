/**
 * A text without what a terminal or an XML parser must not get: control characters, line breaks, marks that turn the direction,
 * halves of characters.
 */
export function clean(text: string): string {
  return text.replace(
    /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu,
    '\uFFFD',
  )
}
