/** Characters that XML 1.0 cannot express, not even as a reference (section 2.2 "Characters"). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

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
  return text.search(FORBIDDEN) < 0
}

/**
 * Escapes a text for the content of an element.
 *
 * @param forbidden writes a character that XML 1.0 cannot express; by default as U+FFFD.
 */
export function xmlText(text: string, forbidden: (character: string) => string = () => '\ufffd'): string {
  return text.replace(/[&<>\r]/g, (character) => REFERENCES[character]!).replace(FORBIDDEN, forbidden)
}

/** Writes the attributes of a tag in order, without those that are `undefined`. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${attributeValue(String(value))}"`)
    .join('')
}

/** White space is written as references, since a parser makes spaces of it (section 3.3.3 "Attribute-Value Normalization"). */
function attributeValue(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character]!).replace(FORBIDDEN, '\ufffd')
}
