/** Number of words in a text of a language with spaces between words: runs that contain a letter or digit. */
export function countWords(text: string): number {
  let count = 0
  let isInWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 0x20 || code === 0xa0) isInWord = false
    else if (!isInWord && isLetter(code)) {
      count++
      isInWord = true
    }
  }
  return count
}

/** Whether a character is a digit, an ASCII letter, or beyond ASCII's marks. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code > 0xbf
  )
}
