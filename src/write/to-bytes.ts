/** Maximum length of a text, in UTF-16 code units, that is encoded in the shared buffer. */
const MOST = 2 ** 20

/** Shared buffer; UTF-8 takes at most three bytes per code unit. */
let memory: Buffer | undefined

/**
 * Encodes a text as UTF-8. The bytes are valid until the next call only: most texts share one buffer, as
 * allocating memory takes longer than encoding.
 */
export function toBytes(text: string): Uint8Array {
  if (text.length > MOST) return Buffer.from(text)
  memory ??= Buffer.allocUnsafeSlow(MOST * 3)
  return memory.subarray(0, memory.write(text))
}
