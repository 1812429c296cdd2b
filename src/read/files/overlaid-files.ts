import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { compare } from '../../util/data/compare.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { UserError } from '../../util/user-error.ts'
import { packageFolder } from '../package-folder.ts'
import { statsOf } from './inside.ts'

/**
 * Lists the files of a folder of this package; those of a user's folder replace files of the same name or are
 * added.
 *
 * @returns absolute paths by path relative to the folder, with `/`, sorted.
 * @throws {UserError} if the user's folder does not exist.
 */
export function overlaidFiles(folder: string, userFolder?: string): Map<string, string> {
  const files = new Map(filesOf(join(packageFolder, folder)))
  if (userFolder !== undefined) {
    if (!statsOf(userFolder)?.isDirectory()) {
      throw new UserError(`There is no folder ${userFolder} to take ${folder} from`)
    }
    for (const [name, path] of filesOf(userFolder)) files.set(name, path)
  }
  return new Map([...files].sort(([a], [b]) => compare(a, b)))
}

/** Files below a folder, as relative and absolute paths. */
function filesOf(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [toPosix(relative(folder, path)), path])
}
