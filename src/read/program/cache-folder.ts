import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Default folder for the cache: `node_modules/.cache/lockstep` of a project; without `node_modules`, a folder
 * in the output, if there is one.
 *
 * @param project absolute path.
 * @param out absolute path of the output folder, if there is one.
 */
export function cacheFolder<Out extends string | undefined>(project: string, out?: Out): string | Out {
  const modules = join(project, 'node_modules')
  if (existsSync(modules)) return join(modules, '.cache/lockstep')
  return out === undefined ? (out as Out) : join(out, '.lockstep-cache')
}
