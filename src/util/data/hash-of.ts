import { createHash } from 'node:crypto'

/** Returns the SHA-256 of some content in hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
