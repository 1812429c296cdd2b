import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../util/user-error.ts'
import { isInside } from './files/inside.ts'

/**
 * Ensures that the output folder contains no inputs, which outputs would mix with.
 *
 * @param out absolute path of the output folder; it need not exist.
 * @param roots absolute paths of the inputs' roots.
 * @throws {UserError} if the output folder is a root or contains one.
 */
export function assertOutside(out: string, roots: Iterable<string>): void {
  const real = realPathOfNew(out)
  for (const root of roots) {
    if (isInside(real, realpathSync.native(root))) {
      throw new UserError(
        `The output folder ${out} holds the inputs in ${root}`,
        'Choose a folder outside the inputs with --out.',
      )
    }
  }
}

/** Resolves the real path of a folder that may not exist yet. */
function realPathOfNew(path: string): string {
  let existing = path
  while (!existsSync(existing)) existing = dirname(existing)
  return join(realpathSync.native(existing), relative(existing, path))
}
