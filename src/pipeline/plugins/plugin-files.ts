import { dirname, resolve } from 'node:path'
import { modulesOf } from '../../read/config/modules-of.ts'
import type { CheckOptions } from '../options.ts'

/** Absolute paths of the files that plugins depend on: the modules of their configuration, and the files that they name. Empty without plugins. */
export async function pluginFiles({
  plugins = [],
  configFile,
}: Pick<CheckOptions, 'plugins' | 'configFile'>): Promise<readonly string[]> {
  if (plugins.length === 0 || configFile === undefined) return []
  const named = plugins.flatMap(({ files = [] }) => files)
  return [...(await modulesOf(configFile)), ...named.map((file) => resolve(dirname(configFile), file))]
}

/** Whether the plugins of a run can be loaded again, in a thread or to see if they have changed. */
export function canLoadAgain({
  plugins = [],
  configFile,
}: Pick<CheckOptions, 'plugins' | 'configFile'>): boolean {
  return plugins.length === 0 || configFile !== undefined
}
