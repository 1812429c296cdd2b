import { lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'

/** Finds safe places below one folder. */
export interface OutputFolder {
  /**
   * Absolute path of the file with that path (relative to the folder, with `/`); its folders are made.
   *
   * @throws where it does not lie inside the folder, by its path or because one of its folders is a symbolic link.
   */
  place(path: string): string
  /** As {@link place}, but makes nothing; `null` where the path is not safe or its folder does not exist. */
  existing(path: string): string | null
  /** Removes the folders of a file as far as they are empty. */
  prune(path: string): void
}

/**
 * @param out absolute path of the folder, made if need be; it may be a symbolic link itself.
 * @throws {UserError} where it cannot be made.
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

  /** Makes a folder and those above it, none of which may be a link. */
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

/** @throws {UserError} where the folder cannot be made. */
function makeFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true })
  } catch (error) {
    throw new UserError(`Cannot make the output folder ${out}: ${reasonOf(error)}`)
  }
}

/** Whether a path names a file below a folder and nothing else on any platform. */
function isRelative(path: string): boolean {
  if (/[\\\0]|^[a-z]:/i.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

function assertRelative(path: string): void {
  if (!isRelative(path)) {
    throw new Error(`Unexpected output path ${JSON.stringify(path)}, expected one inside the output folder`)
  }
}
