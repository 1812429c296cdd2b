import type { Snapshot, SnapshotFile } from '../../read/snapshots/snapshot.ts'
import { type LoneDocument, pairDocuments, toLoneDocument } from '../../review/pairing/pair-documents.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { DocumentJoin } from '../../review/types/document-review.ts'
import { compare } from '../../util/data/compare.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import type { Snapshots } from './open-snapshots.ts'

/** Two versions of a document; one is missing if it was added or removed. */
export interface FilePair {
  /** Path of the new version, or of the old one if it was removed. */
  readonly path: string
  readonly old?: SnapshotFile
  readonly current?: SnapshotFile
  readonly join: DocumentJoin
}

/** Returns a function that tests whether globs select a path; one without wildcards also selects a folder. */
export function selectPaths(globs: readonly string[] = []): (path: string) => boolean {
  if (globs.length === 0) return () => true
  return matchGlobs(globs.flatMap((glob) => [glob, `${glob.replace(/\/+$/, '')}/**`]))
}

/** Documents read at a time. */
export const AT_ONCE = 50

/**
 * Pairs the documents of two snapshots, sorted by path: those with the same path, then those that have moved.
 *
 * @param targetLocale of documents whose front matter and folders name none.
 */
export function pairSnapshots(
  { base, head }: Snapshots,
  isWanted: (path: string) => boolean,
  targetLocale: string,
): readonly FilePair[] {
  const olds = new Map(base.files.filter(({ path }) => isWanted(path)).map((file) => [file.path, file]))
  const currents = new Map(head.files.filter(({ path }) => isWanted(path)).map((file) => [file.path, file]))
  const removed = [...olds.values()].filter(({ path }) => !currents.has(path))
  const added = [...currents.values()].filter(({ path }) => !olds.has(path))
  const moved =
    removed.length > 0 && added.length > 0
      ? pairDocuments(readLone(base, removed, targetLocale), readLone(head, added, targetLocale))
      : []
  const oldPaths = new Set(moved.map(({ oldPath }) => oldPath))
  const byPath = new Map(moved.map((each) => [each.path, each]))
  const pairs: FilePair[] = [...currents.values()].map((current): FilePair => {
    const { path } = current
    const known = byPath.get(path)
    if (known) return { path, old: olds.get(known.oldPath)!, current, join: known.join }
    const old = olds.get(path)
    return old
      ? { path, old, current, join: { method: 'path' } }
      : { path, current, join: { method: 'none' } }
  })
  for (const old of removed)
    if (!oldPaths.has(old.path)) pairs.push({ path: old.path, old, join: { method: 'none' } })
  return pairs.sort((a, b) => compare(a.path, b.path))
}

function readLone(snapshot: Snapshot, files: readonly SnapshotFile[], targetLocale: string): LoneDocument[] {
  const found: LoneDocument[] = []
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const batch = files.slice(at, at + AT_ONCE)
    for (const [index, { text }] of snapshot.read(batch).entries()) {
      if (text === undefined) continue
      const file = batch[index]!
      const scanned = scanDocument(text)
      const locale = localeOf(file, scanned.front.contentLocale, targetLocale)
      found.push(toLoneDocument(file.path, locale, scanned))
    }
  }
  return found
}

/** Target locale of a document: from its front matter, else its folders, else the configuration. */
export function localeOf(
  { folderLocale }: SnapshotFile,
  contentLocale: string | undefined,
  targetLocale: string,
): string {
  return canonicalLocale(contentLocale) ?? folderLocale ?? targetLocale
}
