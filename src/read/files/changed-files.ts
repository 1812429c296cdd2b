import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../../util/user-error.ts'
import type { Input } from '../input.ts'

/** Maximum size of git's output in bytes: lists of paths are long in large repositories. */
const MAX_OUTPUT = 2 ** 30

/**
 * Lists the inputs (by absolute path) that have changed since a git revision: in commits since the branch
 * left it, in the index or in the working tree. Includes new files unless git ignores them.
 *
 * @throws {UserError} if git is missing, a root is not in a repository, or the repository does not have the
 * revision.
 */
export function changedFiles(inputs: readonly Input[], revision: string): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const repository of new Set([...new Set(inputs.map(({ root }) => root))].map(repositoryOf))) {
    for (const path of changesIn(repository, revision)) changed.add(path)
  }
  return new Set(
    inputs.map(({ absolute }) => absolute).filter((path) => changed.has(realpathSync.native(path))),
  )
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
  // An argument that starts with `-` must not become an option.
  const found = git(repository, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])
  if (found.status !== 0) {
    throw new UserError(
      `There is no git revision ${revision} in ${repository}`,
      'Name a commit, branch or tag; if the clone is shallow, fetch it first (in GitHub Actions: `fetch-depth: 0`).',
    )
  }
  const commit = found.output.trim()
  // Commits that others made on that branch meanwhile do not count; without a common ancestor, compares with
  // the revision itself.
  const base = git(repository, ['merge-base', commit, 'HEAD'])
  const since = base.status === 0 ? base.output.trim() : commit
  const lists = [
    git(repository, [
      'diff',
      '--name-only',
      '--no-renames',
      '--no-ext-diff',
      '--diff-filter=d',
      '-z',
      since,
      '--',
    ]),
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

/** Result of running git. */
interface GitResult {
  readonly status: number
  readonly output: string
  /** The first line of its error output. */
  readonly problem: string
}

/**
 * Runs git.
 *
 * @throws {UserError} if git is not installed.
 */
function git(folder: string, args: readonly string[]): GitResult {
  try {
    // A repository may configure a program that watches files; it must not run.
    const output = execFileSync('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    return { status: 0, output, problem: '' }
  } catch (error) {
    const { code, status, stderr, message } = error as NodeJS.ErrnoException & {
      status?: number
      stderr?: string
    }
    if (code === 'ENOENT') {
      throw new UserError(
        'Cannot find git, which --changed-since needs',
        'Install it, or put it on the PATH.',
      )
    }
    const [problem = message] = (stderr ?? '').split('\n').filter((line) => line.trim() !== '')
    return { status: status ?? 1, output: '', problem }
  }
}
