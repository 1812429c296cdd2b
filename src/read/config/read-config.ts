import { existsSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LockstepConfig } from '../../config.ts'
import { parseJson } from '../../util/parse-json.ts'
import { lineOf, parseYaml } from '../../util/parse-yaml.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'
import { codeFolder } from '../package-folder.ts'
import { pathForPeople } from '../path-for-people.ts'

const NAMES = ['lockstep.config.ts', 'lockstep.config.js', 'lockstep.config.mjs', 'lockstep.config.json']

/** A configuration and where it comes from. */
export interface FoundConfig {
  readonly config: LockstepConfig
  /** Absolute path of the folder that its paths are relative to: the file's, or the working folder if there is no file. */
  readonly folder: string
  /** Absolute path of the file, if there is one. */
  readonly path?: string
}

/**
 * Reads the project's configuration; an empty one if there is none.
 *
 * @param cwd absolute path of the folder to look in.
 * @param named path of the file, if the person told one.
 * @throws {UserError} where the file is missing, cannot be read, or is not a configuration.
 */
export async function readConfig(cwd: string, named?: string): Promise<FoundConfig> {
  const path = named === undefined ? findConfig(cwd) : resolve(cwd, named)
  if (path === undefined) return { config: {}, folder: cwd }
  const shown = pathForPeople(path, cwd)
  if (!existsSync(path)) throw new UserError(`There is no configuration file ${shown}`)
  let value: unknown
  try {
    const text = readText(path, { most: MOST_BYTES.settings })
    value = extname(path) === '.json' ? readJson(text) : await load(path)
  } catch (error) {
    throw new UserError(`Cannot read the configuration ${shown}: ${reasonOf(error)}`)
  }
  // Not before there is one: most of the time of a small run is loading.
  const { validateConfig } = await import('./validate-config.ts')
  return { config: validateConfig(value, shown), folder: dirname(path), path }
}

/** @throws {UserError} where there is more than one, so that none is ignored silently. */
function findConfig(cwd: string): string | undefined {
  const found = NAMES.filter((name) => existsSync(join(cwd, name)))
  if (found.length > 1) {
    throw new UserError(
      `There is more than one configuration: ${found.join(', ')}`,
      'Keep one, or name one with --config.',
    )
  }
  return found[0] === undefined ? undefined : join(cwd, found[0])
}

/** @throws also where a key stands twice in an object: of the two values one would be ignored silently. */
function readJson(text: string): unknown {
  const value = parseJson(text)
  // JSON is YAML too, whose parser tells more.
  const doubled = parseYaml(text).errors.find(({ code }) => code === 'DUPLICATE_KEY')
  if (doubled) throw new Error(`a key stands twice in an object${lineOf(text, doubled.pos[0])}`)
  return value
}

/**
 * Runs a configuration that is a program.
 *
 * It may import this package by name wherever it is installed: it gets the code that is running, which is loaded already, instead of
 * compiling all of it once more.
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

/** What a module of this package exports; its path is made here, so that bundling and the layers of the code do not see it. */
function importOwn(name: 'index' | 'unified'): Promise<unknown> {
  return import(pathToFileURL(join(codeFolder, `${name}${extname(import.meta.url)}`)).href)
}
