import { join } from 'node:path'
import { VFile } from 'vfile'
import { addMessage } from '../../model/findings/add-message.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { wayBelow } from '../files/inside.ts'
import { readDocsetGroups } from './docset-config.ts'
import { DOCSET_FILE } from './find-docset.ts'

/** Files that a docset's configuration excludes from its pages. */
export interface DocsetFragments {
  /** Files that no content group includes and at least one excludes. */
  readonly files: readonly string[]
  /** The configuration, with a message, if it could not be read. */
  readonly problem?: VFile
}

/**
 * Finds the files of a docset that exist only to be included by others.
 *
 * @param docset absolute path of the folder with the `docfx.json`.
 * @param files absolute paths of the files to check.
 */
export function docsetFragments(docset: string, files: readonly string[]): DocsetFragments {
  try {
    const { excludes } = readDocsetGroups(docset, 'content')
    return { files: files.filter((file) => excludes(toPosix(wayBelow(docset, file)))) }
  } catch (error) {
    const problem = new VFile({ path: join(docset, DOCSET_FILE) })
    addMessage(problem, {
      ruleId: 'docset-unreadable',
      severity: 'warning',
      reason: `Cannot read the docset’s configuration: ${reasonOf(error)}`,
      note: 'Correct it: what it excludes is not known, so every document gets a page, and every image that one shows is copied.',
    })
    return { files: [], problem }
  }
}
