/** Longest text, in UTF-16 code units, that is encoded in memory that is there already. */
const MOST = 2 ** 20

/** As many bytes as UTF-8 takes at most for such a text. */
let memory: Buffer | undefined

/**
 * A text as UTF-8. The bytes are good until the next call only: most texts are encoded in the same memory, as asking for new memory takes
 * longer than encoding.
 */
export function toBytes(text: string): Uint8Array {
  if (text.length > MOST) return Buffer.from(text)
  memory ??= Buffer.allocUnsafeSlow(MOST * 3)
  return memory.subarray(0, memory.write(text))
}
