import { join } from 'node:path'
import { linesOf } from '../../model/place.ts'
import type { DocsetToc, DocsetTocs, TocEntry, TocFile } from '../../model/toc.ts'
import { reasonOf } from '../../util/reason-of.ts'
import type { RootSettings } from '../files/root-files.ts'
import { createTocReader, type FoundProblem, type ReadTocFile } from './create-toc-reader.ts'
import { placeOfAddress, toTocLinks } from './toc-links.ts'

/** Tables of contents of a root, and their files. */
export interface ReadTocs extends DocsetTocs {
  readonly files: readonly TocFile[]
}

/**
 * Reads all tables of contents below a root. Those that cannot be read are left out; their files have the reason.
 *
 * @param root absolute path.
 * @param paths of the files: see `findTocs`.
 */
export function readDocsetTocs(root: string, paths: readonly string[], settings: RootSettings): ReadTocs {
  const references = new Map<string, Set<string>>()
  const problems = new Map<string, FoundProblem[]>()
  // A table that several others refer to is read for each of them, but its problems are the same.
  const reported = new Set<string>()
  const onProblem = (problem: FoundProblem) => {
    const key = JSON.stringify(problem)
    if (!reported.has(key)) problems.set(problem.path, [...(problems.get(problem.path) ?? []), problem])
    reported.add(key)
  }
  const files = new Map<string, ReadTocFile>()
  const readToc = createTocReader(root, {
    ...settings,
    paths,
    onReference: (from, to) => references.set(from, (references.get(from) ?? new Set()).add(to)),
    onFile: (file) => files.set(file.path, file),
    onProblem,
  })
  const all = paths.flatMap((path): DocsetToc | [] => {
    try {
      return { path, entries: readToc(path) ?? [] }
    } catch (error) {
      onProblem({ path, reason: reasonOf(error) })
      return []
    }
  })
  const breadcrumbs = all.filter(isBreadcrumb)
  const tables = all.filter((each) => !breadcrumbs.includes(each) && isTable(each))
  return {
    tocs: outermostOf(tables, references),
    breadcrumbs: breadcrumbs.flatMap(({ entries }) => entries),
    files: paths.map((path) => toTocFile(root, path, files.get(path), problems.get(path) ?? [])),
  }
}

/** Whether a file is a table of contents: a `toc.md` whose headings lead nowhere is a document of that name. */
function isTable({ path, entries }: DocsetToc): boolean {
  return /\.md$/i.test(path) ? entries.some(leadsOn) : entries.length > 0
}

function leadsOn({ path, url, uid, children }: TocEntry): boolean {
  return path !== null || url !== undefined || uid !== undefined || children.some(leadsOn)
}

/** Makes the file of a table of contents as the checks see it; without `file`, one that could not be read. */
export function toTocFile(
  root: string,
  path: string,
  file: ReadTocFile | undefined,
  problems: readonly FoundProblem[],
): TocFile {
  const text = file?.text ?? ''
  const lines = linesOf(text)
  const placeOf = (href: string, from?: number) => placeOfAddress(text, href, from)
  return {
    path,
    absolute: join(root, path),
    lines,
    problems: problems.map(({ reason, line, href }) => {
      const start = line === undefined ? undefined : lines[line - 1]
      const ofLine = start === undefined ? undefined : ([start, start] as const)
      const place = href === undefined ? ofLine : placeOf(href)
      return { reason, ...(place && { place }) }
    }),
    links: file ? toTocLinks(path, file.items) : [],
    placeOf,
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
