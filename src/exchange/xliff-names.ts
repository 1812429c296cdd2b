/** Namespaces of XLIFF and of its modules that are used here. */
export const XLIFF_1 = 'urn:oasis:names:tc:xliff:document:1.2'
/** Namespace of XLIFF 2.0 and 2.1. */
export const XLIFF_2 = 'urn:oasis:names:tc:xliff:document:2.0'
/** Namespace of the metadata module (XLIFF 2.1, section 5.4). */
export const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0'
/** Namespace of the module for translation candidates (XLIFF 2.1, section 5.1). */
export const MATCHES = 'urn:oasis:names:tc:xliff:matches:2.0'

/** Category of our metadata about a unit. */
export const UNIT_CATEGORY = 'lockstep'

/**
 * Makes an NMTOKEN of any text (XML 1.0, section 2.3), a different one of each: characters other than letters, digits, `.` and `-` become
 * their code point between underscores.
 */
export function toNmtoken(text: string): string {
  const token = text.replace(/[^A-Za-z\d.-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)
  return token === '' ? '_' : token
}

/** The text that an NMTOKEN was made of. */
export function fromNmtoken(token: string): string {
  if (token === '_') return ''
  return token.replace(/_([\da-f]{1,6})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code > 0x10_ff_ff ? written : String.fromCodePoint(code)
  })
}
