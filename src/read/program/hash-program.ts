import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../../util/data/compare.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { statsOf } from '../files/inside.ts'
import { MOST_BYTES, readBytes } from '../files/read-bytes.ts'
import { readNamed } from '../files/read-named.ts'
import { codeFolder, packageFolder } from '../package-folder.ts'
import { readVersion } from './read-version.ts'

/** Hashes this program: its version, code, templates and labels. */
export function hashProgram(): string {
  const folders = [codeFolder, join(packageFolder, 'templates'), join(packageFolder, 'locales')]
  return hashOf(JSON.stringify([readVersion(), process.versions, folders.map(hashFolder)]))
}

/**
 * Hashes the names and contents of the files below a folder, except type declarations, which nothing runs;
 * `undefined` if it does not exist.
 */
export function hashFolder(folder: string): string | undefined {
  if (!statsOf(folder)?.isDirectory()) return undefined
  const hash = createHash('sha256')
  for (const path of filesBelow(folder, '').sort(compare)) {
    const content = readNamed(join(folder, path), 'copy')
    // The length keeps a file apart from what follows it.
    hash.update(JSON.stringify([path, content.length])).update(content)
  }
  return hash.digest('hex')
}

/** Paths relative to a folder, with `/`. */
function filesBelow(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(folder, path)
    return entry.isFile() && !path.endsWith('.d.ts') ? path : []
  })
}

/** Hashes the content of a file; `undefined` if it cannot be read. */
export function hashFile(path: string): string | undefined {
  try {
    return hashOf(readBytes(path, { most: MOST_BYTES.list }).bytes)
  } catch {
    return undefined
  }
}
