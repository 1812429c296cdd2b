import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../../util/user-error.ts'
import { commitOf, type GitResult, runGit } from '../git/run-git.ts'
import type { Input } from '../input.ts'

/** What needs git, for people. */
const PURPOSE = '--changed-since'

/** The files that have changed since a git revision. */
export interface ChangedFiles {
  /** Whether a file was changed, added or deleted; by absolute path. */
  has(path: string): boolean
}

/**
 * Finds the files in the repositories of the inputs that have changed since a git revision: in commits since the branch
 * left it, in the index or in the working tree. Includes deleted files, and new ones unless git ignores them.
 *
 * @throws {UserError} if git is missing, a root is not in a repository, or the repository does not have the
 * revision.
 */
export function changedFiles(inputs: readonly Input[], revision: string): ChangedFiles {
  const changed = new Set<string>()
  for (const repository of new Set([...new Set(inputs.map(({ root }) => root))].map(repositoryOf))) {
    for (const path of changesIn(repository, revision)) changed.add(path)
  }
  return { has: (path) => changed.has(realPathOf(path)) }
}

/** The real path of a file that may be gone. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(realPathOf(folder), basename(path))
  }
}

/** Absolute real path of the repository that a folder is in. */
function repositoryOf(folder: string): string {
  const shown = git(folder, ['rev-parse', '--show-toplevel'])
  if (shown.status === 0) return realpathSync.native(shown.output.replace(/\r?\n$/, ''))
  throw new UserError(
    `Cannot determine what changed in ${folder}: ${shown.problem}`,
    '--changed-since needs documents in a git repository.',
  )
}

function changesIn(repository: string, revision: string): readonly string[] {
  const commit = commitOf(repository, revision, PURPOSE)
  if (commit === undefined) {
    throw new UserError(
      `There is no git revision ${revision} in ${repository}`,
      'Name a commit, branch or tag; if the clone is shallow, fetch it first (in GitHub Actions: `fetch-depth: 0`).',
    )
  }
  // Commits that others made on that branch meanwhile do not count; without a common ancestor, compares with
  // the revision itself.
  const base = git(repository, ['merge-base', commit, 'HEAD'])
  const since = base.status === 0 ? base.output.trim() : commit
  const lists = [
    git(repository, ['diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', since, '--']),
    git(repository, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]
  return lists.flatMap(({ status, output, problem }) => {
    if (status !== 0) throw new UserError(`Cannot determine what changed in ${repository}: ${problem}`)
    return output
      .split('\0')
      .filter((path) => path !== '')
      .map((path) => resolve(repository, path))
  })
}

function git(folder: string, args: readonly string[]): GitResult {
  return runGit(folder, args, PURPOSE)
}
