import { visible } from './visible.ts'

/**
 * Characters that must not reach a terminal, a CI server or an XML parser: control characters, line
 * separators, bidirectional marks (Unicode, UAX #9), lone surrogates.
 */
const HARMFUL =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu
/** The same, except characters that break and indent lines. */
const HARMFUL_IN_LINES = new RegExp(`(?!\\n|\\t|\\r\\n)(?:${HARMFUL.source})`, 'gu')
/**
 * Commands to a CI server: `::add-mask::x` at the start of a line, even after spaces (GitHub,
 * https://docs.github.com/en/actions), and `##[group]` (GitHub), `##vso[…]` (Azure), `##teamcity[…]`
 * anywhere.
 */
const COMMAND = /:(?=:)(?<=^[^\S\n]*:)|#(?=#\w*\[)/gm

/** Shows harmful characters in a single-line text instead of sending them. */
export function clean(text: string): string {
  return text.replace(HARMFUL, visible)
}

/** The same for a text of several lines, none of which becomes a command to a CI server. */
export function cleanLines(text: string): string {
  return text
    .replace(HARMFUL_IN_LINES, visible)
    .replace(COMMAND, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}

/** Formats a value as JSON that {@link cleanLines} leaves unchanged: escapes the characters it would show. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|#(?=#\w*\[)/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
