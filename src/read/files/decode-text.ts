/** Decoded bytes, with their encoding and the first problem. */
export interface DecodedText {
  /** The text; a byte order mark stays as U+FEFF, invalid bytes become U+FFFD. */
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** The first bytes that are not valid in the encoding. */
  readonly invalid?: {
    /** Offset of the first of them in the file, in bytes. */
    readonly byte: number
    /** Offset of its U+FFFD in the text, in UTF-16 code units; `null` if the encoding is not UTF-8. */
    readonly offset: number | null
  }
}

/**
 * Decodes bytes as UTF-8, or as UTF-16 if they start with its byte order mark (Encoding Standard, section 6
 * “BOM sniff”).
 */
export function decodeText(bytes: Buffer): DecodedText {
  const encoding = sniff(bytes)
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  try {
    return { text: strict.decode(bytes), encoding }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
    return {
      text,
      encoding,
      invalid: encoding === 'utf-8' ? firstInvalid(bytes, text) : { byte: 0, offset: null },
    }
  }
}

/** The encoding of the byte order mark; UTF-8 without one. */
function sniff(bytes: Buffer): DecodedText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Finds the first U+FFFD of the text that is not literally in the bytes. */
function firstInvalid(bytes: Buffer, text: string): { byte: number; offset: number } {
  let byte = 0
  let from = 0
  for (;;) {
    const offset = text.indexOf('\uFFFD', from)
    if (offset < 0) return { byte, offset: text.length }
    byte += Buffer.byteLength(text.slice(from, offset))
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return { byte, offset }
    byte += 3
    from = offset + 1
  }
}
