import { existsSync } from 'node:fs'
import { MOST_BYTES, readText } from './files/read-bytes.ts'

/**
 * Reads a list that people share, as text without a byte order mark; `undefined` if the file does not exist.
 *
 * @param path absolute.
 * @throws if it cannot be read.
 */
export function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readText(path, { most: MOST_BYTES.list }) : undefined
}
