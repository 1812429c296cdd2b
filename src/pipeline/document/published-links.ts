import { dirname, join, relative } from 'node:path'
import { findDocset } from '../../read/config/find-docset.ts'
import { isPublished, readPublishedPaths } from '../../read/config/published-paths.ts'
import type { RenderContext } from '../../render/context.ts'
import { memoize } from '../../util/memoize.ts'
import { toPosix } from '../../util/text/to-posix.ts'

/** How links of a root lead to the published site, and back. */
export type PublishedLinks = Required<Pick<RenderContext, 'publishedAt' | 'documentsAt'>>

/**
 * Returns a function that makes the links of a root to the published site. A docset can be the root, a folder in it,
 * or, if the root is the folder of a locale, above it.
 *
 * @param publishedPath path that overrides those of the docsets.
 */
export function createPublishedLinks(publishedPath: string | undefined): (root: string) => PublishedLinks {
  return memoize((root: string) => {
    const docsetOf = memoize((folder: string) => findDocset(folder, root) ?? findDocset(root) ?? root)
    const pathsOf = memoize((docset: string) => readPublishedPaths(docset, publishedPath))
    /** Path of the docset in the root, ending in `/`; empty if it is the root or above it. */
    const prefixOf = (docset: string) => {
      const way = toPosix(relative(root, docset))
      return way === '' || way.startsWith('..') ? '' : `${way}/`
    }
    return {
      publishedAt(path) {
        if (!isPublished(path)) return undefined
        const docset = docsetOf(join(root, dirname(path)))
        return pathsOf(docset)?.urlOf(path.slice(prefixOf(docset).length))
      },
      documentsAt(url, from) {
        const docset = docsetOf(join(root, dirname(from)))
        return (pathsOf(docset)?.documentsAt(url) ?? []).map((path) => prefixOf(docset) + path)
      },
    }
  })
}
