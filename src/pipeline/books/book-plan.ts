import { dirname } from 'node:path'
import type { BookOptions } from '../../model/build/book.ts'
import { allEntries, documentsOf, findEntry, type TocEntry } from '../../model/toc.ts'
import type { RootSettings } from '../../read/files/root-files.ts'
import type { Input } from '../../read/input.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { createTocReader } from '../../read/toc/create-toc-reader.ts'
import { compare } from '../../util/data/compare.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import { suggest } from '../../util/text/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import type { TocPathsOf } from '../tocs.ts'

/** Which documents make up a book, and in which order. */
export interface BookPlan {
  has(input: Input): boolean
  /** Compares documents, given by path, by their places in the book. */
  compare(a: string, b: string): number
  /** The book's branch in the table of contents of a root. */
  branchIn(root: string): Pick<TocEntry, 'name' | 'sourceName'> | undefined
}

/**
 * Makes the plan of a book from the tables of contents of the roots. Ignores a damaged one unless the options
 * name it.
 *
 * @throws {UserError} if no root has the named table of contents or branch.
 */
export function createBookPlan(
  { documents, branch, toc }: BookOptions,
  inputs: readonly Input[],
  {
    cwd,
    configFile,
    tocPathsOf,
    ...settings
  }: {
    readonly cwd: string
    readonly configFile?: string
    readonly tocPathsOf: TocPathsOf
  } & RootSettings,
): BookPlan {
  const roots = [...new Set(inputs.map(({ root }) => root))]
  const tocs = new Map(roots.map((root) => [root, tocsOf(root, tocPathsOf(root), toc, settings)]))
  if (toc !== undefined && ![...tocs.values()].some((entries) => entries.length > 0)) {
    throw new UserError(`Cannot make the book: no table of contents ${toc} in ${roots.join(', ')}`)
  }
  const branches = branch === undefined ? new Map<string, TocEntry>() : findBranches(tocs, branch)
  if (branch !== undefined && branches.size === 0) throw unknownBranch(branch, [...tocs.values()].flat())

  const inBranch = new Set([...branches.values()].flatMap((entry) => documentsOf([entry])))
  const folder = configFile === undefined ? cwd : dirname(configFile)
  const isNamed = documents ? matchGlobs(documents) : undefined
  const isAll = !isNamed && branch === undefined
  const ranks = ranksOf([...tocs.values()])
  const rankOf = (path: string) => ranks.get(path) ?? Number.POSITIVE_INFINITY
  return {
    has: ({ path, absolute }) =>
      isAll || inBranch.has(path) || isNamed?.(pathForPeople(absolute, folder)) === true,
    compare: (a, b) => (rankOf(a) === rankOf(b) ? compare(a, b) : rankOf(a) - rankOf(b)),
    branchIn: (root) => branches.get(root),
  }
}

/**
 * Finds the branch in each table of contents; if one language has it by name, finds it in the others by its
 * document.
 */
function findBranches(
  tocs: ReadonlyMap<string, readonly TocEntry[]>,
  branch: string,
): ReadonlyMap<string, TocEntry> {
  const all = [...tocs].map(([root, entries]) => ({ root, entries, entry: findEntry(entries, branch) }))
  const path = all.find(({ entry }) => entry)?.entry?.path
  return new Map(
    all.flatMap(({ root, entries, entry }) => {
      const own = entry ?? (path ? findEntry(entries, path) : undefined)
      return own ? [[root, own] as const] : []
    }),
  )
}

/** The entries of the named table of contents, else of all tables of contents. */
function tocsOf(
  root: string,
  paths: readonly string[],
  toc: string | undefined,
  settings: RootSettings,
): readonly TocEntry[] {
  const readToc = createTocReader(root, { ...settings, paths })
  if (toc !== undefined) return readToc(toc) ?? []
  return paths.flatMap((path) => {
    try {
      return readToc(path) ?? []
    } catch {
      // It only decides the order, and no option names it.
      return []
    }
  })
}

/** Ranks documents by their place in the first table of contents that lists them, root by root. */
function ranksOf(tocs: readonly (readonly TocEntry[])[]): ReadonlyMap<string, number> {
  return new Map([...new Set(tocs.flatMap(documentsOf))].map((path, at) => [path, at]))
}

function unknownBranch(branch: string, entries: readonly TocEntry[]): UserError {
  const meant = suggest(
    branch,
    allEntries(entries).map(({ name }) => name),
  )
  return new UserError(
    `Cannot make the book: no table of contents has an entry ${branch}`,
    meant === undefined
      ? 'Name it as in the table of contents, or by the path of its document.'
      : `Did you mean ${meant}?`,
  )
}
