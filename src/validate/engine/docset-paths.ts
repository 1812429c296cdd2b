import type { Docset } from '../../model/build/docset.ts'
import { memoize } from '../../util/memoize.ts'

/** Lookups of paths in a docset. */
export interface DocsetPaths {
  /** Path of the document that a path leads to, with or without extension. */
  documentAt(path: string): string | undefined
  /** The same, ignoring letter case. */
  documentLike(path: string): string | undefined
  /** Whether a file or folder exists. */
  exists(path: string): boolean
  /** The docset folder of a document: the nearest one with a `docfx.json`, else the root (empty). */
  docsetOf(path: string): string
}

/** Extensions in links to documents: the document's own, none, or that of its page. */
const endings = ['', '.md', '.markdown', '.html', '.htm']

/** Creates the path lookups of a docset. */
export function docsetPaths(docset: Docset): DocsetPaths {
  // Built on first use, since a run over few documents may not need it.
  const pathLike = pathLookup(docset)
  const folders = memoize((_: 'all') => new Set([...docset.documents.keys()].flatMap(foldersOf)))
  const docsets = new Map<string, boolean>()

  function documentAt(path: string): string | undefined {
    return candidates(path).find((candidate) => docset.documents.has(candidate))
  }

  function documentLike(path: string): string | undefined {
    for (const candidate of candidates(path)) {
      const found = pathLike(candidate)
      if (found !== undefined) return found
    }
    return undefined
  }

  function isDocset(folder: string): boolean {
    const known = docsets.get(folder) ?? docset.hasFile(folder === '' ? 'docfx.json' : `${folder}/docfx.json`)
    docsets.set(folder, known)
    return known
  }

  return {
    documentAt,
    documentLike,
    exists: (path) => folders('all').has(path) || docset.hasFile(path),
    docsetOf: (path) => foldersOf(path).find(isDocset) ?? '',
  }
}

/** Returns a function that finds the document at a path, in any letter case. */
export function pathLookup({ documents }: Docset): (path: string) => string | undefined {
  const folded = memoize(
    // If several paths differ only in letter case, the first in order wins, since links lead to it.
    (_: 'all') =>
      new Map(
        [...documents.keys()]
          .sort()
          .reverse()
          .map((path) => [path.toLowerCase(), path]),
      ),
  )
  return (path) => (documents.has(path) ? path : folded('all').get(path.toLowerCase()))
}

/** The paths of documents that a path can lead to. */
export function candidates(path: string): readonly string[] {
  const stem = path.replace(/\.html?$/i, '')
  return [...new Set([path, ...endings.map((ending) => stem + ending)])]
}

/** The folders that a file is in, innermost first; the root is the empty string. */
function foldersOf(path: string): string[] {
  const folders: string[] = []
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    folders.push(path.slice(0, end))
  return [...folders, '']
}
