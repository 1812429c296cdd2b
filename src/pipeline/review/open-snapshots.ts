import { resolve } from 'node:path'
import { resolveRange } from '../../read/git/resolve-range.ts'
import { openCommit } from '../../read/snapshots/commit-snapshot.ts'
import { openFolder } from '../../read/snapshots/folder-snapshot.ts'
import { isFolder } from '../../read/snapshots/is-folder.ts'
import type { Snapshot } from '../../read/snapshots/snapshot.ts'
import { UserError } from '../../util/user-error.ts'
import type { ReviewOptions } from './review-options.ts'

const PURPOSE = 'lockstep review'

/** The two versions of a review. */
export interface Snapshots {
  readonly base: Snapshot
  readonly head: Snapshot
}

/**
 * Opens both versions: as folders if both are, else as revisions.
 *
 * @throws {UserError} if only one of them is a folder, or they cannot be read.
 */
export async function openSnapshots(options: ReviewOptions & { readonly cwd: string }): Promise<Snapshots> {
  const { base, head, cwd, fromFork = false } = options
  const folders = [base, head].map((name) => (fromFork ? undefined : folderOf(cwd, name)))
  const [old, current] = folders
  if (old !== undefined && current !== undefined) {
    const settings = { ...options, cwd }
    return { base: await openFolder(base, old, settings), head: await openFolder(head, current, settings) }
  }
  if (old !== undefined || current !== undefined) {
    const [folder, other] = old === undefined ? [head, base] : [base, head]
    throw new UserError(
      `Cannot compare the folder ${folder} with ${other}, which is no folder`,
      'Name two folders, or two commits, branches or tags.',
    )
  }
  const range = resolveRange(cwd, [base, head], fromFork, PURPOSE)
  const open = (name: string, commit: string) =>
    openCommit({ name, commit, folder: cwd, purpose: PURPOSE }, options)
  return { base: open(base, range.base), head: open(head, range.head) }
}

function folderOf(cwd: string, name: string): string | undefined {
  const absolute = resolve(cwd, name)
  return isFolder(absolute) ? absolute : undefined
}
