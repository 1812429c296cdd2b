import { extname, resolve } from 'node:path'
import { UserError } from '../util/user-error.ts'
import { statsOf } from './files/inside.ts'
import { realFolder } from './files/read-bytes.ts'
import { walkFolder } from './files/walk-folder.ts'
import { filesByGlob } from './files-by-glob.ts'

/**
 * Finds the files of arguments: files as named, and those with one of some endings below folders and in globs. Folders whose name
 * starts with a dot are skipped.
 *
 * @param endings in lower case, with their dot.
 * @returns absolute paths, each once, in the order of the arguments.
 * @throws {UserError} if an argument does not exist.
 */
export async function filesOfArguments(
  args: readonly string[],
  cwd: string,
  endings: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>()
  const isWanted = (path: string) => endings.includes(extname(path).toLowerCase())
  for (const arg of args) {
    const path = resolve(cwd, arg)
    const stats = statsOf(path)
    if (stats?.isDirectory()) {
      const skipFolder = (_: string, name: string) => name.startsWith('.')
      const { files } = walkFolder(path, { realRoot: realFolder(path), skipFolder })
      for (const file of files) if (isWanted(file)) found.add(file)
    } else if (stats) found.add(path)
    else {
      const globbed = await filesByGlob(arg, cwd)
      if (!globbed) throw new UserError(`Cannot find ${arg}`, 'Name a file or a folder that exists.')
      for (const file of globbed.files) if (isWanted(file)) found.add(file)
    }
  }
  return [...found]
}
