import { UserError } from '../../util/user-error.ts'
import { commitOf, runGit } from './run-git.ts'

/** The commits of a review. */
export interface CommitRange {
  readonly base: string
  readonly head: string
}

const FETCH = 'The clone is shallow: fetch its history first (in GitHub Actions: `fetch-depth: 0`).'

/**
 * Finds the commits that two revisions name.
 *
 * @param fromFork whether the base is the commit where the head left it (`BASE...HEAD`), not the revision itself.
 * @throws {UserError} if the folder is in no repository, a revision is missing, or both have no history in common.
 */
export function resolveRange(
  folder: string,
  revisions: readonly [base: string, head: string],
  fromFork: boolean,
  purpose: string,
): CommitRange {
  const shallow = runGit(folder, ['rev-parse', '--is-shallow-repository'], purpose)
  if (shallow.status !== 0) throw new UserError(`Cannot review revisions in ${folder}: ${shallow.problem}`)
  const isShallow = shallow.output.trim() === 'true'
  const [base, head] = revisions.map((revision) => {
    const commit = commitOf(folder, revision, purpose)
    if (commit !== undefined) return commit
    throw new UserError(
      `There is no folder and no git revision ${revision}`,
      isShallow ? FETCH : 'Name two folders, or two commits, branches or tags.',
    )
  }) as [string, string]
  if (!fromFork) return { base, head }
  const fork = runGit(folder, ['merge-base', base, head], purpose)
  if (fork.status === 0) return { base: fork.output.trim(), head }
  throw new UserError(
    `The revisions ${revisions.join(' and ')} have no commit in common`,
    isShallow ? FETCH : 'Name both revisions, separated by a space, to compare them with each other.',
  )
}
