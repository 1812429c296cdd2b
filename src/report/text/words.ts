import { visible } from './visible.ts'

/**
 * What a terminal, a CI server or an XML parser must not get: control characters, separators of lines, marks that turn the direction of
 * what is read (Unicode, UAX #9), halves of characters.
 */
const HARMFUL =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu
/** The same without what parts and indents lines. */
const HARMFUL_IN_LINES = new RegExp(`(?!\\n|\\t|\\r\\n)(?:${HARMFUL.source})`, 'gu')
/**
 * What a CI server takes for a command: `::add-mask::x` at the start of a line (GitHub, https://docs.github.com/en/actions), spaces before
 * it or not, and `##[group]` (GitHub), `##vso[…]` (Azure), `##teamcity[…]` anywhere.
 */
const COMMAND = /(?<=^[^\S\n]*):(?=:)|#(?=#\w*\[)/gm

/** A text of one line, what of it could harm its reader shown instead of sent. */
export function clean(text: string): string {
  return text.replace(HARMFUL, visible)
}

/** The same for a text of several lines, none of which is a command to a CI server. */
export function cleanLines(text: string): string {
  return text
    .replace(HARMFUL_IN_LINES, visible)
    .replace(COMMAND, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}

/** A value as JSON which {@link cleanLines} leaves as it is: what it would show is written as an escape. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|#(?=#\w*\[)/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
