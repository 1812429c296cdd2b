import type { GenericSchema } from 'valibot'
import { configSchema, type LockstepConfig } from '../../config.ts'
import { isObject } from '../../util/data/is-object.ts'
import { problemsOf } from '../../util/data/schema.ts'
import { suggest } from '../../util/text/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import { describe } from './describe.ts'

/**
 * Checks that a value is a configuration; keys without a value are left out.
 *
 * @param file path of its file, for the message.
 * @throws {UserError} that names the key.
 */
export function validateConfig(value: unknown, file: string): LockstepConfig {
  const config = isObject(value) ? withPlugins(value) : value
  assertValid(configSchema, config, file)
  return config as LockstepConfig
}

/** Throws a {@link UserError} for the first problem of a value, according to its schema. */
export function assertValid(schema: GenericSchema, value: unknown, file: string): void {
  const [problem] = problemsOf(schema, value)
  if (!problem) return
  const { path, actual, expected, known = [], isKey } = problem
  const name = path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`))
    .join('')
  const meant = suggest(String(actual), known)
  const hint = meant === undefined ? undefined : `Did you mean ${meant}?`
  if (isKey)
    throw new UserError(`Unexpected key ${name} in ${file}`, hint ?? `The keys are: ${known.join(', ')}.`)
  const where = name === '' ? '' : ` for ${name}`
  throw new UserError(`Unexpected ${describe(actual)}${where} in ${file}, expected ${expected}`, hint)
}

/** A copy without keys whose value is `undefined`; plugins are no plain data, and stay as they are. */
function withPlugins({ plugins, ...others }: Readonly<Record<string, unknown>>): unknown {
  const config = withoutUndefined(others) as object
  return plugins === undefined ? config : { ...config, plugins }
}

/** A copy of a value without keys whose value is `undefined`, which programs can contain. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[key, withoutUndefined(item)]],
    ),
  )
}
