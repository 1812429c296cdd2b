import { isAbsolute, join, posix, relative } from 'node:path'
import { isObject } from '../../util/data/is-object.ts'
import { parseJson } from '../../util/data/parse-json.ts'
import { memoize } from '../../util/memoize.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { decodeText } from '../files/decode-text.ts'
import { isInside } from '../files/inside.ts'
import { MOST_BYTES, RefusedFile, readBytes, realFolder } from '../files/read-bytes.ts'
import { DOCSET_FILE } from './find-docset.ts'

/** The groups of a docset's configuration, as tests for paths relative to the docset, with `/`. */
export interface DocsetGroups {
  /** Whether no group includes the file and at least one excludes it. */
  excludes(path: string): boolean
}

/** A group of `build.content` or `build.resource` in a `docfx.json`. */
interface Group {
  /** Absolute path of the folder that the patterns are relative to. */
  readonly base: string
  readonly files: string[]
  readonly exclude: string[]
}

/**
 * Reads the groups of a docset's configuration.
 *
 * @param docset absolute path of the folder with the `docfx.json`, which must not be a symbolic link out of it.
 * @throws if the configuration cannot be read.
 */
export function readDocsetGroups(docset: string, kind: 'content' | 'resource'): DocsetGroups {
  const groups = groupsOf(readDocsetConfig(docset), docset, kind)
  // Groups often have the same exclusions.
  const matcherOf = memoize((patterns: string) => memoize(matchGlobs(JSON.parse(patterns) as string[])))
  const tests = groups.map((group) => testsOf(group, docset, matcherOf(JSON.stringify(group.exclude))))
  return {
    excludes: (path) =>
      tests.some(({ excludes }) => excludes(path)) && !tests.some(({ takes }) => takes(path)),
  }
}

/**
 * Reads the `docfx.json` of a docset.
 *
 * @param docset as for {@link readDocsetGroups}.
 * @throws if it cannot be read.
 */
function readDocsetConfig(docset: string): unknown {
  const { bytes } = readBytes(join(docset, DOCSET_FILE), {
    most: MOST_BYTES.settings,
    accept: (real) => {
      if (!isInside(realFolder(docset), real))
        throw new RefusedFile('outside', 'it is a symbolic link that leads out of the docset')
    },
  })
  return parseJson(decodeText(bytes).text)
}

/** Reads the `docfx.json` of a docset; empty if it cannot be read, which finding the documents reports. */
export function docsetConfigOf(docset: string): Readonly<Record<string, unknown>> {
  try {
    const config = readDocsetConfig(docset)
    return isObject(config) ? config : {}
  } catch {
    return {}
  }
}

/** Returns tests whether a group includes or excludes a file, given its path relative to the docset. */
function testsOf(
  group: Group,
  docset: string,
  isExcluded: (path: string) => boolean,
): Record<'takes' | 'excludes', (path: string) => boolean> {
  const isTaken = matchGlobs(group.files, { dot: false })
  const base = toPosix(relative(docset, group.base))
  const prefix = base === '' ? '' : `${base}/`
  const below = (path: string, test: (path: string) => boolean) =>
    path.startsWith(prefix) && test(path.slice(prefix.length))
  return {
    takes: (path) => below(path, (own) => isTaken(own) && !isExcluded(own)),
    // Patterns can be relative to the docset or to the group's folder.
    excludes: (path) => below(path, isExcluded) || (prefix !== '' && isExcluded(path)),
  }
}

/** The groups of a configuration of any shape. */
function groupsOf(config: unknown, docset: string, kind: 'content' | 'resource'): Group[] {
  const build = isObject(config) ? config.build : undefined
  const groups = isObject(build) ? build[kind] : undefined
  return (Array.isArray(groups) ? groups : [groups]).filter(isObject).flatMap((group) => {
    const base = join(docset, typeof group.src === 'string' ? group.src : '.')
    if (!isInside(docset, base)) return []
    return [{ base: join(base, '.'), files: patternsOf(group.files), exclude: patternsOf(group.exclude) }]
  })
}

/** The patterns of a field, without those outside of the docset. */
function patternsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((pattern): pattern is string => typeof pattern === 'string')
    .map((pattern) => posix.normalize(toPosix(pattern)))
    .filter((pattern) => !isAbsolute(pattern) && !pattern.split(/[/{},]/).includes('..'))
}
