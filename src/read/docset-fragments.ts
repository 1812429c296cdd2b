import { readFileSync } from 'node:fs'
import { isAbsolute, join, posix } from 'node:path'
import { globSync } from 'tinyglobby'
import { VFile } from 'vfile'
import { addMessage } from '../model/add-message.ts'
import { reasonOf } from '../util/reason-of.ts'
import { toPosix } from '../util/to-posix.ts'
import { decodeText } from './decode-text.ts'
import { DOCSET_FILE } from './find-docset.ts'
import { isInside } from './inside.ts'

/** What a docset's configuration says of its files. */
export interface DocsetFragments {
  /** Absolute paths of the files that no group of the docset's content takes and at least one excludes. */
  readonly files: ReadonlySet<string>
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
 */
export function docsetFragments(docset: string): DocsetFragments {
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
    return { files: new Set(), problem }
  }
  const taken = new Set(groups.flatMap((group) => match(group.base, group.files, group.exclude)))
  const excluded = groups.flatMap((group) => [
    ...match(group.base, group.exclude, []),
    ...(group.base === docset ? [] : match(docset, group.exclude, [])),
  ])
  return { files: new Set(excluded.filter((file) => !taken.has(file))) }
}

/** Lists the files in `base` that patterns match, without following links. */
function match(base: string, patterns: string[], ignore: string[]): string[] {
  if (patterns.length === 0) return []
  return globSync(patterns, {
    cwd: base,
    ignore: [...ignore, '**/node_modules/**'],
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  }).map((file) => join(file))
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
