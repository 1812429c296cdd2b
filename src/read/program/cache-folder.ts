import { existsSync } from 'node:fs'
import { join } from 'node:path'
import envPaths from 'env-paths'
import { hashOf } from '../../util/data/hash-of.ts'

/**
 * Default folder for the cache: `node_modules/.cache/lockstep` of a project; without `node_modules`, a folder of the project in the
 * user's cache folder (XDG Base Directory Specification, `XDG_CACHE_HOME`; `~/Library/Caches`; `%LOCALAPPDATA%`). It is never in the
 * output, which is published.
 *
 * @param project absolute path.
 */
export function cacheFolder(project: string): string {
  const modules = join(project, 'node_modules')
  if (existsSync(modules)) return join(modules, '.cache/lockstep')
  return join(envPaths('lockstep', { suffix: '' }).cache, hashOf(project).slice(0, 16))
}
