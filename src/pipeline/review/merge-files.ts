import { basename, join, resolve } from 'node:path'
import { statsOf } from '../../read/files/inside.ts'
import { listFolder } from '../../read/list-folder.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { isFolder } from '../../read/snapshots/is-folder.ts'
import { formatDecisions } from '../../review/decisions/format-decisions.ts'
import { contradictionsIn, mergeDecisions } from '../../review/decisions/merge-decisions.ts'
import type { Decision, DecisionFile } from '../../review/types/decisions.ts'
import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { UserError } from '../../util/user-error.ts'
import { writeReport } from '../../write/write-report.ts'
import { DECISIONS_SUFFIX, readDecisionFile } from './decision-files.ts'

/** Files or folders of decisions to merge. */
export interface MergeOptions {
  /** Two or more files, or two or more folders, relative to `cwd`. */
  readonly inputs: readonly string[]
  /**
   * The file, or the folder, that all inputs come from, relative to `cwd`: what one of them has changed or removed
   * since is gone. An empty file, which git gives for none, and a missing one are like none.
   */
  readonly base?: string
  /** The file, or the folder, to write to; one of the inputs can be it. Required for folders. */
  readonly output?: string
  /** Absolute path of the working folder. Default: that of the process. */
  readonly cwd?: string
}

/** Result of a merge. */
export interface MergeResult {
  /** The merged decisions, a file for each locale. */
  readonly files: readonly DecisionFile[]
  readonly decisions: number
  /** Decisions that contradict each other, by unit. */
  readonly contradictions: readonly (readonly Decision[])[]
}

/** Absolute paths of the files to merge into one. */
interface Sources {
  readonly name: string
  readonly paths: readonly string[]
}

/** Merges files of decisions; nothing is written if one of them cannot be read. */
export function mergeFiles({
  inputs,
  base,
  output,
  cwd,
}: MergeOptions & { readonly cwd: string }): MergeResult {
  const paths = inputs.map((input) => resolve(cwd, input))
  const areFolders = paths.map(isFolder)
  if (paths.length < 2)
    throw new UserError('Cannot merge fewer than two files of decisions', 'Name two files, or two folders.')
  if (new Set(areFolders).size > 1)
    throw new UserError(
      `Cannot merge files with folders: ${inputs.join(', ')}`,
      'Name two files, or two folders.',
    )
  const inFolders = areFolders[0] === true
  if (inFolders && output === undefined)
    throw new UserError('Cannot print merged folders', 'Name a folder to write to with --output-file.')
  const sources = inFolders ? sourcesIn(paths) : [{ name: '', paths }]
  const merged = sources.map(({ name, paths: own }) => ({
    name,
    file: mergeOf(own, base && join(resolve(cwd, base), name), cwd),
  }))
  if (output !== undefined)
    for (const { name, file } of merged)
      writeReport(join(resolve(cwd, output), name), [formatDecisions(file)])
  return {
    files: merged.map(({ file }) => file),
    decisions: merged.reduce((sum, { file }) => sum + file.decisions.length, 0),
    contradictions: merged.flatMap(({ file }) => [...contradictionsIn(file).values()]),
  }
}

function sourcesIn(folders: readonly string[]): readonly Sources[] {
  const found = folders.flatMap((folder) =>
    listFolder(folder, DECISIONS_SUFFIX).map((name) => join(folder, name)),
  )
  if (found.length === 0) {
    throw new UserError(
      `There are no decisions in ${folders.join(' or ')}`,
      `Their files are named <locale>${DECISIONS_SUFFIX}.`,
    )
  }
  return [...groupBy(found, (path) => basename(path))]
    .map(([name, paths]) => ({ name, paths }))
    .sort((a, b) => compare(a.name, b.name))
}

function mergeOf(paths: readonly string[], base: string | undefined, cwd: string): DecisionFile {
  const files = paths.map((path) => {
    const file = readDecisionFile(path, cwd)
    if (!file) throw new UserError(`There is no file of decisions ${pathForPeople(path, cwd)}`)
    return file
  })
  const [first, ...others] = files as [DecisionFile, ...DecisionFile[]]
  const at = others.findIndex(({ locale }) => locale !== first.locale) + 1
  if (at === 0) {
    const isThere = base !== undefined && (statsOf(base)?.size ?? 0) > 0
    return mergeDecisions([first, ...others], isThere ? readDecisionFile(base, cwd) : undefined)
  }
  throw new UserError(
    `Cannot merge decisions on different locales: ${pathForPeople(paths[0]!, cwd)} is on ${first.locale}, and ${pathForPeople(paths[at]!, cwd)} on ${files[at]!.locale}`,
  )
}
