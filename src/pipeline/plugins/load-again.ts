import type { Plugin } from '../../plugin.ts'
import { readConfig } from '../../read/config/read-config.ts'
import { UserError } from '../../util/user-error.ts'

/** The plugins of a run as plain data: functions cannot be sent to a thread, so it loads the configuration. */
export interface PluginSource {
  readonly configFile: string
  /** Names of the plugins, in order. */
  readonly names: readonly string[]
}

/**
 * Loads the plugins of a run in another thread.
 *
 * @throws {UserError} if the configuration cannot be read, or has other plugins by now.
 */
export async function loadAgain(
  { configFile, names }: PluginSource,
  cwd: string,
): Promise<readonly Plugin[]> {
  const { plugins = [] } = (await readConfig(cwd, configFile)).config
  if (JSON.stringify(plugins.map(({ name }) => name)) === JSON.stringify(names)) return plugins
  throw new UserError(
    `Unexpected plugins in ${configFile}: ${plugins.map(({ name }) => name).join(', ') || 'none'}, expected those of the run: ${names.join(', ')}`,
    'Start the run again, or use --threads 1.',
  )
}
