import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../util/user-error.ts'
import { isInside } from './files/inside.ts'

/**
 * Makes sure that the output folder holds no inputs: what is built would mix with what it is built from.
 *
 * @param out absolute path of the output folder; it need not exist.
 * @param roots absolute paths of the roots of the inputs.
 * @throws {UserError} where it is a root or a folder above one.
 */
export function assertOutside(out: string, roots: Iterable<string>): void {
  const real = realPathOfNew(out)
  for (const root of roots) {
    if (isInside(real, realpathSync.native(root))) {
      throw new UserError(
        `The output folder ${out} holds the inputs in ${root}`,
        'Choose another one with --out, beside them or in a folder of its own.',
      )
    }
  }
}

/** The real path of a folder that may not exist yet. */
function realPathOfNew(path: string): string {
  let existing = path
  while (!existsSync(existing)) existing = dirname(existing)
  return join(realpathSync.native(existing), relative(existing, path))
}
