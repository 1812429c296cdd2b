import { hash } from 'node:crypto'

/** Returns the SHA-256 of some content in hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return hash('sha256', content)
}
