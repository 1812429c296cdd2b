import { resolve } from 'node:path'
import { UserError } from '../../util/user-error.ts'
import { statsOf } from '../files/inside.ts'

/**
 * Ensures that the xref maps that the settings name exist; paths are relative to `cwd`.
 *
 * @throws {UserError} if one is missing.
 */
export function assertXrefMaps({
  xrefMaps = [],
  cwd,
}: {
  readonly xrefMaps?: readonly string[]
  readonly cwd: string
}): void {
  const missing = xrefMaps.find((path) => !statsOf(resolve(cwd, path))?.isFile())
  if (missing !== undefined)
    throw new UserError(`Cannot find the xref map ${missing}`, 'Correct its path in `xrefMaps`.')
}
