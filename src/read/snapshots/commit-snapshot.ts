import { join, posix } from 'node:path'
import { MANIFEST_FILE } from '../../model/build/manifest.ts'
import type { ResolvedFile, ResolveFile } from '../../model/resolve.ts'
import { compare } from '../../util/data/compare.ts'
import { memoize } from '../../util/memoize.ts'
import { isDocumentPath } from '../../util/text/is-document-path.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import { decodeText } from '../files/decode-text.ts'
import { isHiddenName, mostOf, type RootSettings } from '../files/root-files.ts'
import { isSkippedName } from '../files/skip-folder.ts'
import { readBlobs, readTree, type TreeFile } from '../git/read-tree.ts'
import { localeOfPath } from '../locales/locale-of-path.ts'
import { locateFile } from '../locate-file.ts'
import type { Snapshot, SnapshotText } from './snapshot.ts'

/** A commit to open. */
export interface CommitToOpen {
  /** The revision as given. */
  readonly name: string
  readonly commit: string
  /** Absolute path of a folder in the repository: the snapshot is this folder at that commit. */
  readonly folder: string
  /** What needs git, for people. */
  readonly purpose: string
}

/**
 * Opens a folder at a commit as a snapshot. Checks nothing out and does not touch the index.
 *
 * @throws {UserError} if git cannot list the files.
 */
export function openCommit(
  { name, commit, folder, purpose }: CommitToOpen,
  settings: RootSettings,
): Snapshot {
  const tree = new Map(readTree(folder, commit, purpose).map((file) => [file.path, file]))
  /** Whether Lockstep wrote a folder that the path is in. */
  const isWritten = (path: string): boolean => {
    const folder = posix.dirname(path)
    return folder !== '.' && (tree.has(`${folder}/${MANIFEST_FILE}`) || isWritten(folder))
  }
  const files = [...tree.values()]
    .filter(({ path }) => isDocumentPath(path) && !path.split('/').some(isSkippedName) && !isWritten(path))
    .map(({ path, id }) => {
      const absolute = join(folder, path)
      const folderLocale = localeOfPath(absolute)
      return { path, absolute, id, ...(folderLocale !== undefined && { folderLocale }) }
    })
    .sort((a, b) => compare(a.path, b.path))
  const most = mostOf('document', settings.maxFileSize)
  return {
    name,
    folder,
    commit,
    files,
    read(wanted) {
      const open = wanted.filter(({ path }) => tree.get(path)!.size <= most)
      const blobs = readBlobs(
        folder,
        open.map(({ path }) => tree.get(path)!.id),
        purpose,
      )
      return wanted.map(({ path }): SnapshotText => {
        const bytes = blobs.get(tree.get(path)!.id)
        return bytes
          ? { text: decodeText(bytes).text }
          : { problem: `Cannot read this file: ${tooLarge(most)}` }
      })
    },
    resolve: createTreeResolver(tree, settings, (id) => readBlobs(folder, [id], purpose).get(id)!),
  }
}

/** Resolves includes as {@link createResolver} does, in the files of a commit. */
function createTreeResolver(
  tree: ReadonlyMap<string, TreeFile>,
  { allow = [], maxFileSize }: RootSettings,
  read: (id: string) => Buffer,
): ResolveFile {
  const isAllowed = matchGlobs(allow)
  const most = mostOf('document', maxFileSize)
  const resolved = memoize((path: string): ResolvedFile => {
    if (path.split('/').some(isHiddenName) && !isAllowed(path)) return { status: 'private', path }
    const file = tree.get(path)
    if (!file) return { status: 'missing', path }
    if (file.size > most) return { status: 'unreadable', path, problem: tooLarge(most) }
    const { text } = decodeText(read(file.id))
    return text.includes('\0') ? { status: 'missing', path } : { status: 'found', path, text }
  })
  const docsetOf = memoize((folder: string): string => {
    if (folder === '.' || tree.has(`${folder}/docfx.json`)) return folder
    return docsetOf(posix.dirname(folder))
  })
  return (from, url) => {
    const path = locateFile(from, url, () => docsetOf(posix.dirname(from)))
    return path === null ? { status: 'outside', path: null } : resolved(path)
  }
}

function tooLarge(most: number): string {
  return `it is larger than ${Math.floor(most / 2 ** 20)} MB`
}
