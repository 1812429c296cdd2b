import type { Docset } from '../../model/build/docset.ts'
import { memoize } from '../../util/memoize.ts'

/** What a docset knows of paths, prepared for many questions. */
export interface DocsetPaths {
  /** Path of the document that a path (with or without ending) leads to. */
  documentAt(path: string): string | undefined
  /** The same, whatever the letter case. */
  documentLike(path: string): string | undefined
  /** Whether a file or folder is there. */
  exists(path: string): boolean
  /** The folder of the docset that a document belongs to: the nearest with a `docfx.json`, else the root (empty). */
  docsetOf(path: string): string
}

/** Endings that a link to a document may have: its own, none, or that of the page made from it. */
const endings = ['', '.md', '.markdown', '.html', '.htm']

/** Prepares a docset for {@link DocsetPaths} questions. */
export function docsetPaths(docset: Docset): DocsetPaths {
  // Collected when the first is asked for: where few documents are checked, none may be.
  const lowerCase = memoize(
    // The first in order where several differ by letter case only, as links lead to it.
    (_: 'all') =>
      new Map(
        [...docset.documents.keys()]
          .sort()
          .reverse()
          .map((path) => [path.toLowerCase(), path]),
      ),
  )
  const folders = memoize((_: 'all') => new Set([...docset.documents.keys()].flatMap(foldersOf)))
  const docsets = new Map<string, boolean>()

  function documentAt(path: string): string | undefined {
    return candidates(path).find((candidate) => docset.documents.has(candidate))
  }

  function documentLike(path: string): string | undefined {
    for (const candidate of candidates(path)) {
      const found = lowerCase('all').get(candidate.toLowerCase())
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

function candidates(path: string): readonly string[] {
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
