import { resolve } from 'node:path'
import type { LockstepConfig } from '../config.ts'
import { mapSiteFiles } from '../model/build/site.ts'
import type { CheckOptions } from '../pipeline/options.ts'
import { readConfig } from '../read/config/read-config.ts'
import type { Io } from './io.ts'

/** Flags of every command. */
export interface CommonFlags {
  readonly config?: string
  readonly sourceLocale?: string
  readonly targetLocale?: string
  readonly threads?: number
}

/** Settings from the configuration and the flags. */
export interface Settings {
  /** The configuration with absolute paths. */
  readonly config: LockstepConfig
  /** Options of every run; flags override the configuration. */
  readonly run: CheckOptions
}

/**
 * Reads the configuration and applies the flags.
 *
 * @param inputs from the command line, relative to the working folder. Default: those of the configuration,
 * else `sources`.
 * @throws {UserError} if the configuration cannot be read.
 */
export async function readSettings(
  inputs: readonly string[],
  flags: CommonFlags,
  io: Pick<Io, 'cwd'>,
): Promise<Settings> {
  const { config: written, folder, path } = await readConfig(io.cwd, flags.config)
  const absolute = (path: string) => resolve(folder, path)
  const config: LockstepConfig = {
    ...written,
    inputs: (written.inputs ?? ['sources']).map(absolute),
    out: absolute(written.out ?? 'dist'),
    ...(written.cacheDir !== undefined && { cacheDir: absolute(written.cacheDir) }),
    ...(written.templates !== undefined && { templates: absolute(written.templates) }),
    ...(written.labels !== undefined && { labels: absolute(written.labels) }),
    ...(written.browser !== undefined && { browser: absolute(written.browser) }),
    ...(written.site !== undefined && { site: mapSiteFiles(written.site, absolute) }),
    ...(written.xrefMaps !== undefined && { xrefMaps: written.xrefMaps.map(absolute) }),
    ...(written.baseline !== undefined && { baseline: absolute(written.baseline) }),
    ...(written.review?.decisions !== undefined && {
      review: { ...written.review, decisions: absolute(written.review.decisions) },
    }),
    ...(typeof written.suppressions === 'string' && { suppressions: absolute(written.suppressions) }),
  }
  const sourceLocale = flags.sourceLocale ?? config.sourceLocale
  const targetLocale = flags.targetLocale ?? config.targetLocale
  const run: CheckOptions = {
    inputs: inputs.length > 0 ? inputs : config.inputs!,
    cwd: io.cwd,
    ...(sourceLocale !== undefined && { sourceLocale }),
    ...(targetLocale !== undefined && { targetLocale }),
    ...(flags.threads !== undefined && { threads: flags.threads }),
    ...(path !== undefined && { configFile: path }),
    ...(config.plugins && config.plugins.length > 0 && { plugins: config.plugins }),
    ...(config.preset !== undefined && { preset: config.preset }),
    ...(config.xrefMaps && { xrefMaps: config.xrefMaps }),
    ...(config.rules && { rules: config.rules }),
    ...(config.overrides && { overrides: config.overrides }),
    ...(config.runbook !== undefined && { runbook: config.runbook }),
    ...(config.suppressions !== undefined && { suppressions: config.suppressions }),
    ...(config.allow && { allow: config.allow }),
    ...(config.publishedPath !== undefined && { publishedPath: config.publishedPath }),
    ...(config.maxFileSize !== undefined && { maxFileSize: config.maxFileSize }),
  }
  return { config, run }
}
