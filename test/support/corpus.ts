import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ResolveFile } from '../../src/model/resolve.ts'

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

/** The document that the project ships. */
export const SEED = fileURLToPath(
  new URL('../../sources/response-group-experience-during-pool-failure.md', import.meta.url),
)

/** Whether the corpus is there; tests that want it are skipped where it is not. */
export const hasCorpus = existsSync(CORPUS)

/** The Markdown files of a folder of the corpus: path and text. */
export function* corpusFiles(folder: string): Generator<{ readonly path: string; readonly text: string }> {
  const names = (readdirSync(CORPUS + folder, { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.md'),
  )
  for (const path of names.sort()) yield { path, text: readFileSync(`${CORPUS}${folder}/${path}`, 'utf8') }
}

/** Resolves includes in a folder of the corpus. */
export function corpusResolver(folder: string): ResolveFile {
  return (from, url) => {
    const path = posix.join(posix.dirname(from), url)
    if (path.startsWith('..')) return { status: 'outside', path: null }
    const file = `${CORPUS}${folder}/${path}`
    return existsSync(file)
      ? { status: 'found', path, text: readFileSync(file, 'utf8') }
      : { status: 'missing', path }
  }
}

/** Absolute path of a folder of the corpus. */
export function corpusFolder(folder: string): string {
  return CORPUS + folder
}
