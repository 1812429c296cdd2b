/** Characters that XML 1.0 cannot express, not even as a reference (section 2.2 "Characters"). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Quick to find in a text: characters that it contains, and halves of others. */
const SUSPECT = /[\0-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

/** Quick to find in a text: all characters that may be written in another way. */
const SPECIAL = /[&<>"\t\n\r\0-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Whether XML 1.0 can express a text. */
export function isXmlText(text: string): boolean {
  return !SUSPECT.test(text) || text.search(FORBIDDEN) < 0
}

/**
 * Escapes a text for the content of an element.
 *
 * @param forbidden writes a character that XML 1.0 cannot express; by default as U+FFFD.
 */
export function xmlText(text: string, forbidden: (character: string) => string = () => '\ufffd'): string {
  if (!SPECIAL.test(text)) return text
  const escaped = text.replace(/[&<>\r]/g, (character) => REFERENCES[character]!)
  return SUSPECT.test(text) ? escaped.replace(FORBIDDEN, forbidden) : escaped
}

/** Writes the attributes of a tag in order, without those that are `undefined`. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  let written = ''
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) written += ` ${name}="${attributeValue(value)}"`
  }
  return written
}

/** White space is written as references, since a parser makes spaces of it (section 3.3.3 "Attribute-Value Normalization"). */
function attributeValue(value: string | number): string {
  if (typeof value === 'number' || !SPECIAL.test(value)) return String(value)
  const escaped = value.replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character]!)
  return SUSPECT.test(value) ? escaped.replace(FORBIDDEN, '\ufffd') : escaped
}
