import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../util/hash-of.ts'
import { statsOf } from './inside.ts'
import { packageFolder } from './package-folder.ts'
import { readVersion } from './read-version.ts'

/** A hash of this program: its version, its code, its templates and its labels. */
export function hashProgram(): string {
  const code = import.meta.url.endsWith('.ts') ? 'src' : 'lib'
  const folders = [code, 'templates', 'locales'].map((name) => hashFolder(join(packageFolder, name)))
  return hashOf(JSON.stringify([readVersion(), process.versions, folders]))
}

/** A hash of the files below a folder, their names and contents; `undefined` where there is none. Types, which nothing runs, do not count. */
export function hashFolder(folder: string): string | undefined {
  if (!statsOf(folder)?.isDirectory()) return undefined
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return hashOf(JSON.stringify(paths.map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')])))
}

/** A hash of a file's content; `undefined` where it cannot be read. */
export function hashFile(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path))
  } catch {
    return undefined
  }
}
