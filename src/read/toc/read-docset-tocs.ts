import type { DocsetToc, DocsetTocs, TocEntry } from '../../model/toc.ts'
import { reasonOf } from '../../util/reason-of.ts'
import type { RootSettings } from '../files/root-files.ts'
import { createTocReader, type TocProblem } from './create-toc-reader.ts'
import { findTocs } from './find-tocs.ts'

/**
 * Reads all tables of contents below a root. Those that cannot be read are left out.
 *
 * @param root absolute path.
 * @param onProblem receives what is wrong with them.
 */
export function readDocsetTocs(
  root: string,
  settings: RootSettings,
  onProblem: (problem: TocProblem) => void,
): DocsetTocs {
  const references = new Map<string, Set<string>>()
  // A table that several others refer to is read for each of them, but its problems are the same.
  const reported = new Set<string>()
  const readToc = createTocReader(root, {
    ...settings,
    onReference: (from, to) => references.set(from, (references.get(from) ?? new Set()).add(to)),
    onProblem(problem) {
      const key = JSON.stringify(problem)
      if (!reported.has(key)) onProblem(problem)
      reported.add(key)
    },
  })
  const all = findTocs(root).flatMap((path): DocsetToc | [] => {
    try {
      return { path, entries: readToc(path) ?? [] }
    } catch (error) {
      onProblem({ path, ruleId: 'toc-unreadable', reason: reasonOf(error) })
      return []
    }
  })
  const breadcrumbs = all.filter(isBreadcrumb)
  const tables = all.filter((each) => !breadcrumbs.includes(each) && each.entries.length > 0)
  return {
    tocs: outermostOf(tables, references),
    breadcrumbs: breadcrumbs.flatMap(({ entries }) => entries),
  }
}

/** The tables that no other one contains; of those that contain each other, the first. */
function outermostOf(
  tables: readonly DocsetToc[],
  references: ReadonlyMap<string, ReadonlySet<string>>,
): readonly DocsetToc[] {
  const referenced = new Set([...references.values()].flatMap((paths) => [...paths]))
  const covered = new Set<string>()
  const cover = (path: string) => {
    if (covered.has(path)) return
    covered.add(path)
    for (const each of references.get(path) ?? []) cover(each)
  }
  const outermost = tables.filter(({ path }) => !referenced.has(path))
  for (const { path } of outermost) cover(path)
  for (const table of tables) {
    if (covered.has(table.path)) continue
    outermost.push(table)
    cover(table.path)
  }
  return tables.filter((table) => outermost.includes(table))
}

/**
 * Whether a table gives the levels above the tables of contents, as on learn.microsoft.com: it is in a folder of that name, or its entries
 * represent pages of the published site.
 */
function isBreadcrumb({ path, entries }: DocsetToc): boolean {
  return /(?:^|\/)breadcrumbs?\//i.test(path) || (entries.length > 0 && entries.every(isScope))
}

function isScope({ path, scope }: TocEntry): boolean {
  return path === null && scope !== undefined
}
