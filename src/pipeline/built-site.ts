import { join } from 'node:path'
import { MANIFEST_FILE } from '../model/build/manifest.ts'
import { statsOf } from '../read/files/inside.ts'
import { openRootFiles } from '../read/files/root-files.ts'
import { UserError } from '../util/user-error.ts'

/** The written site, as it is on disk at each request. */
export interface BuiltSite {
  /**
   * Returns the file at a path relative to the output folder (with `/`); `undefined` if there is none, if it is hidden, or if it is outside the
   * folder, even through a symbolic link.
   *
   * @throws if it cannot be read.
   */
  get(path: string): Promise<{ readonly content: Uint8Array } | undefined>
}

/**
 * Opens the site that a build wrote.
 *
 * @param out absolute path of the output folder.
 * @throws {UserError} if no build wrote to it.
 */
export function openBuiltSite(out: string): BuiltSite {
  if (!statsOf(join(out, MANIFEST_FILE))?.isFile())
    throw new UserError(
      `There is no build in ${out}`,
      'Run `lockstep build` first, or choose the folder of a build with --out.',
    )
  return {
    async get(path) {
      // A build may replace the folder, or a link to it, in the meantime.
      if (!statsOf(out)?.isDirectory()) return undefined
      const files = openRootFiles(out)
      return files.has(path) ? { content: files.read(path, 'copy').bytes } : undefined
    },
  }
}
