import type { FolderStatus, StatusReport } from '../../model/findings/status.ts'
import { sumOf } from './percent.ts'

/** Maximum number of folders that are all listed. */
const ALL_LISTED = 30

/** Folders to list, and the number of complete ones left out. */
export interface FoldedFolders {
  readonly listed: readonly FolderStatus[]
  /** Number of unlisted folders, which are complete in all locales. */
  readonly complete: number
}

/** If there are more than 30 folders, leaves out those that are complete in all locales. */
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
