import { posix } from 'node:path'
import { compare } from '../../util/data/compare.ts'
import { stem } from '../context.ts'
import { pageNode } from './page-node.ts'
import type { SitePage } from './site-page.ts'
import { createNode, type SiteNode } from './site-tree.ts'

/** A folder under construction. */
interface Folder {
  readonly folders: Map<string, Folder>
  readonly pages: SitePage[]
}

/** Arranges pages by their folders, each level in the order of the locale; the index page of a folder represents it. */
export function folderNodes(pages: readonly SitePage[], locale: string): readonly SiteNode[] {
  const collator = collatorOf(locale)
  const root = createFolder()
  for (const page of pages) {
    let folder = root
    for (const name of page.path.split('/').slice(0, -1)) {
      const below = folder.folders.get(name) ?? createFolder()
      folder.folders.set(name, below)
      folder = below
    }
    folder.pages.push(page)
  }
  const index = indexOf(root)
  return [...(index ? [pageNode(index)] : []), ...nodesIn(root, index)]

  function nodesIn(folder: Folder, index: SitePage | undefined): readonly SiteNode[] {
    return [
      ...folder.pages.filter((page) => page !== index).map((page) => pageNode(page)),
      ...[...folder.folders].map(([name, below]) => folderNode(name, below)),
    ].sort((a, b) => collator.compare(a.name, b.name) || compare(a.output ?? '', b.output ?? ''))
  }

  function folderNode(name: string, folder: Folder): SiteNode {
    const [only] = folder.folders
    if (only && folder.folders.size === 1 && folder.pages.length === 0)
      return folderNode(`${name}/${only[0]}`, only[1])
    const index = indexOf(folder)
    const children = nodesIn(folder, index)
    return index ? { ...pageNode(index), children } : createNode({ name, children })
  }
}

function createFolder(): Folder {
  return { folders: new Map(), pages: [] }
}

function indexOf({ pages }: Folder): SitePage | undefined {
  return pages.find(({ path }) => /^(?:index|readme)$/i.test(posix.basename(stem(path))))
}

/** Compares names as people of the locale expect, independently of the machine. */
function collatorOf(locale: string): Intl.Collator {
  const known = Intl.Collator.supportedLocalesOf([locale])
  return new Intl.Collator([...known, 'en-US'], { numeric: true })
}
