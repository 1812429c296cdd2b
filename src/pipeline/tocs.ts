import type { RootSettings } from '../read/files/root-files.ts'
import { type ReadTocs, readDocsetTocs } from '../read/toc/read-docset-tocs.ts'
import { memoize } from '../util/memoize.ts'

/** Lists the paths of the tables of contents of a root. */
export type TocPathsOf = (root: string) => readonly string[]

/** Reads the tables of contents of a root. */
export type TocsOf = (root: string) => ReadTocs

/** Makes a reader of tables of contents, which reads each root once. */
export function createTocs(pathsOf: TocPathsOf, settings: RootSettings): TocsOf {
  return memoize((root: string) => readDocsetTocs(root, pathsOf(root), settings))
}
