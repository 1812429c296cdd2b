/** A letter, digit, mark or sign beyond ASCII: shown as itself, it cannot be taken for a delimiter or for nothing. */
const SHOWN = /^(?![\0-\x7F])[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u

/**
 * Decodes a URL for people: percent-encoded letters of other scripts become letters. Everything else stays encoded, such as `%2F`, spaces,
 * control characters and invalid UTF-8.
 */
export function readableUrl(url: string): string {
  if (!url.includes('%')) return url
  return url.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return Array.from(decodeURIComponent(run), (character) =>
        SHOWN.test(character) ? character : encodeURIComponent(character),
      ).join('')
    } catch {
      return run
    }
  })
}
