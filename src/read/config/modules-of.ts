import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compare } from '../../util/data/compare.ts'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'

/** A specifier after `from`, `import` or `require`. In a comment or a text it does no harm: it names a file too many, or none. */
const IMPORTED = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g
/** This package: the program itself is hashed elsewhere. */
const OWN = /^lockstep-docs(?:\/|$)/

/**
 * Finds the files whose code a configuration runs, as absolute paths, sorted: itself, the modules that it imports by path, and those that they
 * import; of installed packages the `package.json`, because its version changes with the code. Computed specifiers are not found.
 *
 * @param path absolute.
 */
export async function modulesOf(path: string): Promise<readonly string[]> {
  const { createJiti } = await import('jiti')
  const { esmResolve } = createJiti(import.meta.url)
  const found = new Set<string>()
  const walk = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const specifier of specifiersIn(file)) {
      // Resolves what Node.js does, and TypeScript's paths without ending.
      const url = esmResolve(specifier, { parentURL: pathToFileURL(file).href, try: true })
      if (!url?.startsWith('file:')) continue
      const next = fileURLToPath(url)
      if (/[\\/]node_modules[\\/]/.test(next)) found.add(manifestOf(next))
      else walk(next)
    }
  }
  walk(path)
  return [...found].sort(compare)
}

function specifiersIn(file: string): readonly string[] {
  try {
    const text = readText(file, { most: MOST_BYTES.settings })
    return [...text.matchAll(IMPORTED)]
      .map(([, , name]) => name!)
      .filter((name) => !isBuiltin(name) && !OWN.test(name))
  } catch {
    return []
  }
}

/** The `package.json` nearest to a file of an installed package. */
function manifestOf(file: string): string {
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    const path = join(folder, 'package.json')
    if (existsSync(path)) return path
  }
  return file
}
