/** How `mdast-util-to-hast` is used: raw HTML is sanitized later, and nothing is in the way of ids. */
export const TO_HAST = { allowDangerousHtml: true, clobberPrefix: '' }
