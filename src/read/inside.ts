import { realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'

/** Whether `path` is `folder` or lies in it; both absolute; symbolic links are not looked through. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The real path of a file or folder if it really lies in `realFolder` (a real path itself), else `null`; throws if there is none. */
export function realPathInside(realFolder: string, path: string): string | null {
  const real = realpathSync.native(path)
  return isInside(realFolder, real) ? real : null
}

/** What is at a path, links followed; `undefined` where nothing can be reached there, for whichever reason. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
