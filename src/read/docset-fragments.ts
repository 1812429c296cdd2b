import { readFileSync } from 'node:fs'
import { isAbsolute, join, posix, relative } from 'node:path'
import { VFile } from 'vfile'
import { addMessage } from '../model/add-message.ts'
import { matchGlobs } from '../util/match-globs.ts'
import { memoize } from '../util/memoize.ts'
import { reasonOf } from '../util/reason-of.ts'
import { toPosix } from '../util/to-posix.ts'
import { decodeText } from './decode-text.ts'
import { DOCSET_FILE } from './find-docset.ts'
import { isInside, wayBelow } from './inside.ts'

/** What a docset's configuration says of its files. */
export interface DocsetFragments {
  /** Those that no group of the docset's content takes and at least one excludes. */
  readonly files: readonly string[]
  /** The configuration, with a message, if it could not be read. */
  readonly problem?: VFile
}

/** A group of `build.content` in a `docfx.json`. */
interface ContentGroup {
  /** Absolute path of the folder that the patterns are relative to. */
  readonly base: string
  readonly files: string[]
  readonly exclude: string[]
}

/**
 * Finds the files of a docset that are only there to be included by others.
 *
 * @param docset absolute path of the folder with the `docfx.json`.
 * @param files absolute paths of the files to look at.
 */
export function docsetFragments(docset: string, files: readonly string[]): DocsetFragments {
  const path = join(docset, DOCSET_FILE)
  let groups: ContentGroup[]
  try {
    const { text } = decodeText(readFileSync(path))
    groups = contentGroups(JSON.parse(text.replace(/^\uFEFF/, '')), docset)
  } catch (error) {
    const problem = new VFile({ path })
    addMessage(problem, {
      ruleId: 'docset-unreadable',
      severity: 'warning',
      reason: `Cannot read the docset’s configuration: ${reasonOf(error)}`,
      note: 'What it excludes is not known, so every document gets a page.',
    })
    return { files: [], problem }
  }
  // Groups often exclude the same.
  const matcherOf = memoize((patterns: string) => memoize(matchGlobs(JSON.parse(patterns) as string[])))
  const tests = groups.map((group) => testsOf(group, docset, matcherOf(JSON.stringify(group.exclude))))
  return {
    files: files.filter((file) => {
      const path = toPosix(wayBelow(docset, file))
      return tests.some(({ excludes }) => excludes(path)) && !tests.some(({ takes }) => takes(path))
    }),
  }
}

/** Tell whether a group takes a file, and whether it excludes it; both are given its path relative to the docset. */
function testsOf(
  group: ContentGroup,
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
    // Patterns are written relative to either folder.
    excludes: (path) => below(path, isExcluded) || (prefix !== '' && isExcluded(path)),
  }
}

/** Takes the groups out of whatever the configuration holds. */
function contentGroups(config: unknown, docset: string): ContentGroup[] {
  const build = isObject(config) ? config.build : undefined
  const content = isObject(build) ? build.content : undefined
  return (Array.isArray(content) ? content : [content]).filter(isObject).flatMap((group) => {
    const base = join(docset, typeof group.src === 'string' ? group.src : '.')
    if (!isInside(docset, base)) return []
    return [{ base: join(base, '.'), files: patternsOf(group.files), exclude: patternsOf(group.exclude) }]
  })
}

/** The patterns of a field, without those that reach out of the docset. */
function patternsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((pattern): pattern is string => typeof pattern === 'string')
    .map((pattern) => posix.normalize(toPosix(pattern)))
    .filter((pattern) => !isAbsolute(pattern) && !pattern.split(/[/{},]/).includes('..'))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
