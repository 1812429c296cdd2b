import { resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { UserError } from '../util/user-error.ts'
import { statsOf } from './files/inside.ts'
import { linksAsFiles } from './files/links-as-files.ts'

/** Result of a glob. */
export interface GlobbedFiles {
  /** Absolute path of the folder that the glob starts from. */
  readonly base: string
  /** Absolute paths. */
  readonly files: readonly string[]
}

/**
 * Finds the files that match a glob (with `/`); does not follow links. Returns `undefined` if the pattern is
 * not a glob.
 *
 * @throws {UserError} if nothing matches.
 */
export async function filesByGlob(pattern: string, cwd: string): Promise<GlobbedFiles | undefined> {
  if (!isDynamicPattern(pattern)) return undefined
  const base = resolve(cwd, staticBase(pattern))
  if (!statsOf(base)?.isDirectory()) throw new UserError(`Nothing matches ${pattern}`)
  const matched = await glob(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: linksAsFiles,
    ignore: ['**/node_modules/**', '**/obj/**'],
  })
  if (matched.length === 0) throw new UserError(`Nothing matches ${pattern}`)
  return { base, files: matched.map((file) => resolve(file)) }
}

/** The part of a pattern before its first segment with a wildcard. */
function staticBase(pattern: string): string {
  const segments = pattern.split('/')
  const dynamic = segments.findIndex((segment) => isDynamicPattern(segment))
  const base = segments.slice(0, dynamic < 0 ? -1 : dynamic).join('/')
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base
}
