import { parseJson } from '../util/data/parse-json.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { overlaidFiles } from './files/overlaid-files.ts'
import { MOST_BYTES, readText } from './files/read-bytes.ts'

/** Labels of one locale: nested objects whose leaves are strings. */
export interface Labels {
  readonly [key: string]: string | Labels
}

/**
 * Reads the labels by BCP 47 tag, which is the file's name without `.json`.
 *
 * @param userFolder absolute path of a folder whose labels replace the built-in ones, key by key.
 * @param ofPlugins labels of plugins, which replace the built-in ones before those of the user do.
 * @throws {UserError} if the user's folder does not exist or a file in it is not a file of labels.
 */
export function readLocales(
  userFolder?: string,
  ofPlugins: Readonly<Record<string, Labels>> = {},
): Record<string, Labels> {
  const builtInFiles = overlaidFiles('locales')
  const all: Record<string, Labels> = { ...ofPlugins }
  for (const [name, path] of overlaidFiles('locales', userFolder)) {
    const tag = /^([^/]+)\.json$/.exec(name)?.[1]
    if (tag === undefined) continue
    const builtIn = builtInFiles.get(name)
    const layers = [
      ...(builtIn === undefined ? [] : [readLabels(builtIn)]),
      ...(Object.hasOwn(ofPlugins, tag) ? [ofPlugins[tag]!] : []),
      ...(builtIn === path ? [] : [readLabels(path)]),
    ]
    all[tag] = layers.reduce(mergeLabels)
  }
  return all
}

function readLabels(path: string): Labels {
  let value: unknown
  try {
    value = parseJson(readText(path, { most: MOST_BYTES.settings }))
  } catch (error) {
    throw new UserError(`Cannot read the labels in ${path}: ${reasonOf(error)}`)
  }
  if (!isLabels(value))
    throw new UserError(`Unexpected content of ${path}, expected objects whose leaves are strings`)
  return value
}

function isLabels(value: unknown): value is Labels {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((item) => typeof item === 'string' || isLabels(item))
}

/** Labels over others, key by key. */
export function mergeLabels(base: Labels, over: Labels): Labels {
  const merged: Record<string, string | Labels> = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const below = base[key]
    merged[key] = typeof value === 'object' && typeof below === 'object' ? mergeLabels(below, value) : value
  }
  return merged
}
