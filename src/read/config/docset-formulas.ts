import { relative } from 'node:path'
import type { FormulaMacros } from '../../model/formulas.ts'
import { isObject } from '../../util/data/is-object.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { docsetConfigOf } from './docset-config.ts'
import { findDocset } from './find-docset.ts'

/** A docset's settings of formulas: `show_latex` and `latex_macros` in its metadata. */
export interface DocsetFormulas {
  /** Whether a file has formulas, given its path relative to the root; `undefined` if the docset does not say. */
  uses(path: string): boolean | undefined
  /** The macros for a file. */
  macrosFor(path: string): FormulaMacros
  /** All settings as text, for a cache. */
  readonly key: string
}

const NAMES = ['show_latex', 'latex_macros'] as const

/** A value for files that match. */
interface Setting {
  readonly value: unknown
  matches(path: string): boolean
}

/**
 * Reads the settings of formulas from the `docfx.json` at or above a root. A docset without one, or whose configuration cannot be read, has none.
 */
export function readDocsetFormulas(root: string): DocsetFormulas {
  const docset = findDocset(root)
  const config = docset === undefined ? {} : docsetConfigOf(docset)
  const build = isObject(config.build) ? config.build : {}
  const own = docset === undefined ? '' : toPosix(relative(docset, root))
  const [latex, macros] = NAMES.map((name) => settingsOf(build, name))
  const prefix = own === '' ? '' : `${own}/`
  const valueFor = (settings: readonly Setting[], path: string) =>
    settings.findLast(({ matches }) => matches(prefix + path))?.value
  return {
    uses: (path) => {
      const value = valueFor(latex!, path)
      return typeof value === 'boolean' ? value : undefined
    },
    macrosFor: (path) => macrosOf(valueFor(macros!, path)),
    key: JSON.stringify([own, ...NAMES.flatMap((name) => writtenIn(build, name))]),
  }
}

/** A value of the docset's metadata, those of single files last. */
function settingsOf(build: Readonly<Record<string, unknown>>, name: string): readonly Setting[] {
  const [all, single] = writtenIn(build, name)
  return [
    ...(all === undefined ? [] : [{ value: all, matches: () => true }]),
    // A pattern such as `**/**.md` means files at any depth.
    ...(isObject(single) ? Object.entries(single) : []).map(([glob, value]) => ({
      value,
      matches: matchGlobs([glob.replaceAll('**.', '*.')]),
    })),
  ]
}

/** A key of the metadata for all files, and of that for single files. */
function writtenIn(
  { globalMetadata, fileMetadata }: Readonly<Record<string, unknown>>,
  name: string,
): readonly [unknown, unknown] {
  return [
    isObject(globalMetadata) ? globalMetadata[name] : undefined,
    isObject(fileMetadata) ? fileMetadata[name] : undefined,
  ]
}

/** Macros are a body, or a list of a body and its number of arguments. */
function macrosOf(value: unknown): FormulaMacros {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, written]) => {
      const body = Array.isArray(written) ? written[0] : written
      return /^[a-z]+$/i.test(name) && typeof body === 'string' ? [[name, body] as const] : []
    }),
  )
}
