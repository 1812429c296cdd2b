import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where tools keep what they know from one run to the next: `node_modules/.cache/lockstep` of a project; where it has no `node_modules`,
 * a folder in the output, if there is one.
 *
 * @param project absolute path; @param out absolute path of the output folder, if there is one.
 */
export function cacheFolder<Out extends string | undefined>(project: string, out?: Out): string | Out {
  const modules = join(project, 'node_modules')
  if (existsSync(modules)) return join(modules, '.cache/lockstep')
  return out === undefined ? (out as Out) : join(out, '.lockstep-cache')
}
