import { join } from 'node:path'
import { realPathInside } from './files/inside.ts'
import { MOST_BYTES, readBytes, realFolder } from './files/read-bytes.ts'

/**
 * Whether a file inside a folder has exactly the bytes of a text in UTF-8.
 *
 * @param folder absolute path.
 * @throws if the file cannot be read.
 */
export function holdsText(folder: string, path: string, text: string): boolean {
  const absolute = join(folder, path)
  if (realPathInside(realFolder(folder), absolute) === null) throw new Error('it is outside the folder')
  return readBytes(absolute, { most: MOST_BYTES.copy }).bytes.equals(Buffer.from(text))
}
