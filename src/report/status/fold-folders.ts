import type { FolderStatus, StatusReport } from '../../model/findings/status.ts'
import { sumOf } from './percent.ts'

/** Number of folders up to which all of them are listed. */
const ALL_LISTED = 30

/** Folders to list, and how many are left out because there is nothing to do in them. */
export interface FoldedFolders {
  readonly listed: readonly FolderStatus[]
  /** Number of folders that are complete in all locales and not listed. */
  readonly complete: number
}

/** Leaves out the folders that are complete in all locales where there are more than 30 folders. */
export function foldFolders({ folders, locales }: StatusReport): FoldedFolders {
  if (folders.length <= ALL_LISTED) return { listed: folders, complete: 0 }
  const tags = Object.keys(locales)
  const listed = folders.filter((folder) => !tags.every((tag) => isComplete(folder, tag)))
  return { listed, complete: folders.length - listed.length }
}

function isComplete({ total, locales }: FolderStatus, tag: string): boolean {
  const status = locales[tag]
  if (!status) return total.units === 0
  return sumOf(status.units) === 0 || status.coverage >= 1
}
