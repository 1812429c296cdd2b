import type { ResolveFile } from '../../model/resolve.ts'

/** A document of a snapshot. */
export interface SnapshotFile {
  /** Relative to the snapshot, with `/`. */
  readonly path: string
  /** Absolute path on disk, or the one that a file of a commit would have: for settings that depend on it. */
  readonly absolute: string
  /** Target locale according to its folders, if they name one. */
  readonly folderLocale?: string
  /** Identity of its bytes, if known without reading it. */
  readonly id?: string
}

/** A docset at one time: a folder, or a commit of a repository. */
export interface Snapshot {
  /** As given. */
  readonly name: string
  /** Absolute path of the folder that its paths are relative to. */
  readonly folder: string
  /** The commit, unless it is a folder. */
  readonly commit?: string
  /** Documents, sorted by path. */
  readonly files: readonly SnapshotFile[]
  /** Reads documents as text. */
  read(files: readonly SnapshotFile[]): readonly SnapshotText[]
  /** Reads the files that documents include. */
  readonly resolve: ResolveFile
}

/** The text of a document, or why it cannot be read. */
export type SnapshotText =
  | { readonly text: string; readonly problem?: never }
  | { readonly text?: never; readonly problem: string }
