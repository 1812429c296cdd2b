import { existsSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LockstepConfig } from '../../config.ts'
import { JsonError, parseJson } from '../../util/data/parse-json.ts'
import { parseYaml } from '../../util/data/parse-yaml.ts'
import { UserError } from '../../util/user-error.ts'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'
import { codeFolder } from '../package-folder.ts'
import { pathForPeople } from '../path-for-people.ts'

/** Names of configurations that are found without being named. */
export const CONFIG_NAMES = [
  'lockstep.config.ts',
  'lockstep.config.js',
  'lockstep.config.mjs',
  'lockstep.config.json',
]

/** A configuration and its file. */
export interface FoundConfig {
  readonly config: LockstepConfig
  /** Absolute path of the folder to which its paths are relative: the file's, or the working folder if there is no file. */
  readonly folder: string
  /** Absolute path of the file, if there is one. */
  readonly path?: string
}

/**
 * Reads the project's configuration; an empty one if there is none.
 *
 * @param cwd absolute path of the folder to look in.
 * @param named path of the file, if the user named one.
 * @throws {UserError} if the file is missing, cannot be read, or is not a configuration.
 */
export async function readConfig(cwd: string, named?: string): Promise<FoundConfig> {
  const path = named === undefined ? findConfig(cwd) : resolve(cwd, named)
  if (path === undefined) return { config: {}, folder: cwd }
  const shown = pathForPeople(path, cwd)
  if (!existsSync(path)) throw new UserError(`There is no configuration file ${shown}`)
  let text: string | undefined
  let value: unknown
  try {
    text = readText(path, { most: MOST_BYTES.settings })
    value = extname(path) === '.json' ? readJson(text) : await load(path)
  } catch (error) {
    const { describeConfigError } = await import('./config-error.ts')
    throw new UserError(`Cannot read the configuration ${describeConfigError(error, path, cwd, text)}`)
  }
  // Loaded only if there is a configuration, because loading modules dominates the time of a small run.
  const { validateConfig } = await import('./validate-config.ts')
  return { config: validateConfig(value, shown), folder: dirname(path), path }
}

/** @throws {UserError} if there is more than one, so that none is ignored silently. */
function findConfig(cwd: string): string | undefined {
  const found = CONFIG_NAMES.filter((name) => existsSync(join(cwd, name)))
  if (found.length > 1) {
    throw new UserError(
      `There is more than one configuration: ${found.join(', ')}`,
      'Keep one, or name one with --config.',
    )
  }
  return found[0] === undefined ? undefined : join(cwd, found[0])
}

/** @throws also if an object has a duplicate key, because one of the two values would be ignored silently. */
function readJson(text: string): unknown {
  const value = parseJson(text)
  // JSON is also YAML, whose parser reports duplicate keys.
  const doubled = parseYaml(text).errors.find(({ code }) => code === 'DUPLICATE_KEY')
  if (doubled) throw new JsonError('a key stands twice in an object', text, doubled.pos[0])
  return value
}

/**
 * Runs a configuration written in JavaScript or TypeScript.
 *
 * It can import this package by name wherever it is installed: the import resolves to the running code, which is already loaded, instead
 * of compiling everything again.
 */
async function load(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    virtualModules: {
      'lockstep-docs': await importOwn('index'),
      'lockstep-docs/unified': await importOwn('unified'),
    },
  })
  return await jiti.import(path, { default: true })
}

/** Imports a module of this package. The path is computed, so that bundlers and the check of the layers do not follow it. */
function importOwn(name: 'index' | 'unified'): Promise<unknown> {
  return import(pathToFileURL(join(codeFolder, `${name}${extname(import.meta.url)}`)).href)
}
