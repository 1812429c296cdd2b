import { linesOf, positionOf } from '../model/place.ts'
import { isObject } from '../util/data/is-object.ts'
import { type JsonPath, offsetInJson } from '../util/data/locate-json.ts'
import { JsonError, parseJson, withoutMark } from '../util/data/parse-json.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { overlaidFiles } from './files/overlaid-files.ts'
import { MOST_BYTES, readText } from './files/read-bytes.ts'
import { pathForPeople } from './path-for-people.ts'

/** Labels of one locale: nested objects whose leaves are strings. */
export interface Labels {
  readonly [key: string]: string | Labels
}

/**
 * Reads the labels by BCP 47 tag, which is the file's name without `.json`.
 *
 * @param userFolder absolute path of a folder whose labels replace others, key by key.
 * @param below the labels that they replace. Default: the built-in ones.
 * @param cwd absolute path of the folder that messages name files from. Default: absolute paths.
 * @throws {UserError} if the user's folder does not exist or a file in it is not a file of labels; it names file, line, column and key.
 */
export function readLocales(
  userFolder?: string,
  below?: Readonly<Record<string, Labels>>,
  cwd?: string,
): Readonly<Record<string, Labels>> {
  const builtIn = overlaidFiles('locales')
  const all = below ?? addFiles({}, builtIn, cwd)
  if (userFolder === undefined) return all
  const own = [...overlaidFiles('locales', userFolder)].filter(([name, path]) => path !== builtIn.get(name))
  return addFiles(all, own, cwd)
}

function addFiles(
  labels: Readonly<Record<string, Labels>>,
  files: Iterable<readonly [name: string, path: string]>,
  cwd: string | undefined,
): Readonly<Record<string, Labels>> {
  let all = labels
  for (const [name, path] of files) {
    const tag = /^([^/]+)\.json$/.exec(name)?.[1]
    if (tag !== undefined) all = overlayLabels(all, tag, readLabels(path, cwd))
  }
  return all
}

/** Puts the labels of a locale over those that it has, key by key. */
export function overlayLabels(
  all: Readonly<Record<string, Labels>>,
  locale: string,
  labels: Labels,
): Readonly<Record<string, Labels>> {
  return { ...all, [locale]: Object.hasOwn(all, locale) ? merge(all[locale]!, labels) : labels }
}

function readLabels(path: string, cwd: string | undefined): Labels {
  const shown = cwd === undefined ? path : pathForPeople(path, cwd)
  let text = ''
  let value: unknown
  try {
    text = withoutMark(readText(path, { most: MOST_BYTES.settings }))
    value = parseJson(text)
  } catch (error) {
    const at = error instanceof JsonError && error.offset !== undefined ? placeIn(text, error.offset) : ''
    throw new UserError(
      `Cannot read the labels in ${shown}${at}: ${error instanceof JsonError ? error.what : reasonOf(error)}`,
    )
  }
  const wrong = findOther(value, [])
  if (wrong) {
    const name = wrong.length > 0 ? `for ${wrong.join('.')} ` : ''
    throw new UserError(
      `Unexpected value ${name}in ${shown}${placeIn(text, offsetInJson(text, wrong))}, expected text or an object of labels`,
    )
  }
  return value as Labels
}

/** Keys of the first value that is neither a label nor an object of labels. */
function findOther(value: unknown, path: JsonPath): JsonPath | undefined {
  if (typeof value === 'string') return path.length > 0 ? undefined : path
  if (!isObject(value)) return path
  for (const [key, item] of Object.entries(value)) {
    const found = findOther(item, [...path, key])
    if (found) return found
  }
  return undefined
}

function placeIn(text: string, offset: number): string {
  const { line, column } = positionOf({ lines: linesOf(text) }, offset)
  return `:${line}:${column}`
}

function merge(base: Labels, over: Labels): Labels {
  const merged: Record<string, string | Labels> = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const below = base[key]
    merged[key] = typeof value === 'object' && typeof below === 'object' ? merge(below, value) : value
  }
  return merged
}
