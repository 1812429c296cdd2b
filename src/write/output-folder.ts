import { lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'

/** Resolves paths safely below one folder. */
export interface OutputFolder {
  /**
   * Returns the absolute path of a file (relative to the folder, with `/`) and creates its folders.
   *
   * @throws if the path leads out of the folder, directly or through a symbolic link.
   */
  place(path: string): string
  /** Like {@link place}, but creates nothing; `null` if the path is unsafe or its folder does not exist. */
  existing(path: string): string | null
  /** Removes the folders of a file that are empty. */
  prune(path: string): void
}

/**
 * Opens an output folder.
 *
 * @param out absolute path of the folder, created if necessary; it can be a symbolic link itself.
 * @throws {UserError} if it cannot be created.
 */
export function openOutputFolder(out: string): OutputFolder {
  makeFolder(out)
  const checked = new Set([out])

  function place(path: string): string {
    assertRelative(path)
    const place = join(out, path)
    enter(dirname(place))
    return place
  }

  /** Creates a folder and those above it, and rejects symbolic links. */
  function enter(folder: string): void {
    if (checked.has(folder)) return
    enter(dirname(folder))
    const stats = lstatSync(folder, { throwIfNoEntry: false })
    if (!stats) mkdirSync(folder)
    else if (!stats.isDirectory())
      throw new Error(`${folder} is not a folder, so nothing can be written below it`)
    checked.add(folder)
  }

  function existing(path: string): string | null {
    if (!isRelative(path)) return null
    const folders = path.split('/').slice(0, -1)
    let folder = out
    for (const name of folders) {
      folder = join(folder, name)
      if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null
    }
    return join(out, path)
  }

  function prune(path: string): void {
    for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
      try {
        rmdirSync(join(out, folder))
        checked.delete(join(out, folder))
      } catch {
        return
      }
    }
  }

  return { place, existing, prune }
}

/** @throws {UserError} if the folder cannot be created. */
function makeFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true })
  } catch (error) {
    throw new UserError(`Cannot create the output folder ${out}: ${reasonOf(error)}`)
  }
}

/** Whether a path is relative and stays below its folder on every platform. */
function isRelative(path: string): boolean {
  if (/[\\\0]|^[a-z]:/i.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

function assertRelative(path: string): void {
  if (!isRelative(path)) {
    throw new Error(`Unexpected output path ${JSON.stringify(path)}, expected one inside the output folder`)
  }
}
