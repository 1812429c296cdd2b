/**
 * Placeholders such as `<pool FQDN>`, which authors write without escapes. HTML reads them as elements that it does not know, and browsers
 * show nothing of them, so words vanish in mid-sentence or from a command. Here they stay text, like every tag that HTML does not know.
 * Names with a colon (`<o:p>`) are elements of other programs.
 */

import { htmlTagNames } from 'html-tag-names'

/** Names of the elements of HTML and DocFX, in lower case. */
const KNOWN = new Set([...htmlTagNames, 'no-loc', 'token', 'xref'])
const TAG = '<\\/?([a-z][\\w-]*)(?:\\s[^<>]*)?\\/?>'
const WHOLE = new RegExp(`^${TAG}$`, 'i')
const ANY = new RegExp(`<!--[\\s\\S]*?(?:-->|$)|${TAG}`, 'gi')

/** Whether a text is a placeholder. */
export function isPlaceholder(text: string): boolean {
  return isUnknown(WHOLE.exec(text)?.[1])
}

/** Escapes the placeholders in raw HTML, so that an HTML parser reads them as text. */
export function escapePlaceholders(html: string): string {
  return html.replace(ANY, (tag: string, name?: string) => (isUnknown(name) ? `&lt;${tag.slice(1)}` : tag))
}

function isUnknown(name: string | undefined): boolean {
  return name !== undefined && !KNOWN.has(name.toLowerCase())
}
