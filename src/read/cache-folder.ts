import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where tools keep what they know from one run to the next: `node_modules/.cache/lockstep` of a project, else a folder in the output.
 *
 * @param project absolute path; @param out absolute path of the output folder.
 */
export function cacheFolder(project: string, out: string): string {
  const modules = join(project, 'node_modules')
  return existsSync(modules) ? join(modules, '.cache/lockstep') : join(out, '.lockstep-cache')
}
