import { resolve } from 'node:path'
import { UserError } from '../../util/user-error.ts'
import { statsOf } from '../files/inside.ts'

/** Throws a {@link UserError} where an xref map that the settings name is not there; paths are relative to `cwd`. */
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
