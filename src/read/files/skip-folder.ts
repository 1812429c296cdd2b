import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { MANIFEST_FILE } from '../../model/build/manifest.ts'
import { isInside } from './inside.ts'
import { isHiddenName } from './root-files.ts'

/** Decides which folders contain no inputs. */
export interface FolderFilter {
  /** Whether to skip a folder, given its absolute path and its name. */
  readonly byName: (absolute: string, name: string) => boolean
  /** Whether to skip any folder between `base` (exclusive) and the file. */
  readonly above: (file: string, base: string) => boolean
}

/**
 * Makes a filter.
 *
 * @param out absolute path of the output folder, if there is one.
 */
export function createFolderFilter(out: string | undefined): FolderFilter {
  const known = new Map<string, boolean>()

  function byName(absolute: string, name: string): boolean {
    return isSkippedName(name) || absolute === out || isOutput(absolute)
  }

  /** Whether Lockstep wrote the folder. */
  function isOutput(folder: string): boolean {
    const answer = known.get(folder) ?? existsSync(join(folder, MANIFEST_FILE))
    known.set(folder, answer)
    return answer
  }

  function above(file: string, base: string): boolean {
    for (let folder = dirname(file); folder !== base && isInside(base, folder); folder = dirname(folder)) {
      if (byName(folder, basename(folder))) return true
    }
    return false
  }

  return { byName, above }
}

/** Whether files and folders with this name are skipped where a folder is searched for inputs. */
export function isSkippedName(name: string): boolean {
  return name === 'obj' || isHiddenName(name)
}
