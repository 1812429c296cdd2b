/** Folds letter case, width, spaces and punctuation, so that only words and numbers are compared. */
export function bareWords(text: string): string {
  // ASCII is normal.
  const normal = /^[\x00-\x7F]*$/.test(text) ? text : text.normalize('NFKC')
  return normal
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
