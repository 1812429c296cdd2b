import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Name of the file that marks the root of a docset. */
export const DOCSET_FILE = 'docfx.json'

/** The folders with a `docfx.json` nearest to the files, each once. */
export function docsetsOf(files: Iterable<string>): readonly string[] {
  const folders = new Set([...files].map((file) => dirname(file)))
  return [...new Set([...folders].flatMap((folder) => findDocset(folder) ?? []))]
}

/**
 * The nearest folder, from `folder` up, that contains a `docfx.json`; `undefined` if there is none.
 *
 * The search ends at `top` if given, else at the root of the repository (the folder with `.git`).
 */
export function findDocset(folder: string, top?: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, DOCSET_FILE))) return current
    const last = top === undefined ? existsSync(join(current, '.git')) : current === top
    if (last || dirname(current) === current) return undefined
  }
}
