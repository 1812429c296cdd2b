import { dirname, resolve } from 'node:path'
import { modulesOf } from '../../read/config/modules-of.ts'
import type { CheckOptions } from '../options.ts'

/** Absolute paths of the files that plugins depend on: the modules of their configuration, if there is one, and the files that they name. */
export async function pluginFiles({
  plugins = [],
  configFile,
  cwd = '',
}: Pick<CheckOptions, 'plugins' | 'configFile' | 'cwd'>): Promise<readonly string[]> {
  if (plugins.length === 0) return []
  const folder = configFile === undefined ? cwd : dirname(configFile)
  const named = plugins.flatMap(({ files = [] }) => files.map((file) => resolve(folder, file)))
  return configFile === undefined ? named : [...(await modulesOf(configFile)), ...named]
}

/**
 * A text that differs if plugins do, as far as it is known. With a configuration, it has only their names, because {@link pluginFiles} has
 * their code; else also the text of their functions, which does not show values from outside of these.
 */
export function pluginsText({
  plugins = [],
  configFile,
}: Pick<CheckOptions, 'plugins' | 'configFile'>): string {
  if (configFile !== undefined) return JSON.stringify(plugins.map(({ name }) => name))
  const seen = new Set<unknown>()
  return JSON.stringify(plugins, (_, value: unknown) => {
    if (typeof value === 'function' || typeof value === 'bigint' || value instanceof RegExp)
      return String(value)
    if (typeof value !== 'object' || value === null) return value
    if (seen.has(value)) return null
    seen.add(value)
    return value
  })
}

/** Whether the plugins of a run can be loaded again, in a thread or to see if they have changed. */
export function canLoadAgain({
  plugins = [],
  configFile,
}: Pick<CheckOptions, 'plugins' | 'configFile'>): boolean {
  return plugins.length === 0 || configFile !== undefined
}
