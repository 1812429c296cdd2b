import type { Input } from '../../read/input.ts'
import { localeOfRoot } from '../../read/locales/locale-of-root.ts'
import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { memoize } from '../../util/memoize.ts'

/** The same document in every locale that has it. */
export interface DocumentInputs {
  /** Path relative to each root. */
  readonly path: string
  /** Sorted by root. */
  readonly inputs: readonly Input[]
  readonly docset: InputDocset
}

/** Roots that hold the same documents, each in one locale. */
export interface InputDocset {
  /**
   * Locale of each root, by absolute path, sorted; from the front matter, the folder or the configuration.
   */
  readonly roots: ReadonlyMap<string, string | undefined>
  /** Paths of the documents that become pages, in any of the roots. */
  readonly pages: ReadonlySet<string>
  /** The same by locale of the roots. */
  readonly pagesIn: ReadonlyMap<string | undefined, ReadonlySet<string>>
}

/**
 * Groups inputs by path. Roots with a path in common belong to one docset.
 *
 * @param options locales from the configuration.
 */
export function groupInputs(
  inputs: readonly Input[],
  { sourceLocale, targetLocale }: { readonly sourceLocale?: string; readonly targetLocale?: string } = {},
): readonly DocumentInputs[] {
  const byPath = groupBy(inputs, ({ path }) => path)
  const leaders = new Map<string, string>()
  const leaderOf = (root: string): string => {
    const leader = leaders.get(root) ?? root
    return leader === root ? root : leaderOf(leader)
  }
  for (const [first, ...others] of byPath.values()) {
    for (const { root } of others) leaders.set(leaderOf(root), leaderOf(first!.root))
  }
  const docsets = new Map<string, InputDocset>()
  for (const [leader, members] of groupBy(inputs, ({ root }) => leaderOf(root))) {
    const roots = [...groupBy(members, ({ root }) => root)].sort(([a], [b]) => compare(a, b))
    const locales = new Map(
      roots.map(([root, own]) => [root, localeOfRoot(own, sourceLocale) ?? targetLocale]),
    )
    const pages = members.filter(({ fragment }) => !fragment)
    docsets.set(leader, {
      roots: locales,
      pages: new Set(pages.map(({ path }) => path)),
      pagesIn: new Map(
        [...groupBy(pages, ({ root }) => locales.get(root))].map(([locale, own]) => [
          locale,
          new Set(own.map(({ path }) => path)),
        ]),
      ),
    })
  }
  const groups = [...byPath].map(([path, members]) => ({
    path,
    // A list that has grown has room for more, which many documents would have for nothing.
    inputs: [...members],
    docset: docsets.get(leaderOf(members[0]!.root))!,
  }))
  // By docset, the order in which roots are read.
  return groups.sort((a, b) => compare(rootOf(a), rootOf(b)) || compare(a.path, b.path))
}

/**
 * The page whose path differs from the given one in letter case only; if there are several, the first in
 * order.
 */
export function pageLike(docset: Pick<InputDocset, 'pages'>, path: string): string | undefined {
  return foldedPages(docset.pages).get(path.toLowerCase())
}

const foldedPages = memoize((pages: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const folded = new Map<string, string>()
  for (const path of [...pages].sort(compare))
    if (!folded.has(path.toLowerCase())) folded.set(path.toLowerCase(), path)
  return folded
})

/** The first root of a group's docset. */
function rootOf({ docset }: DocumentInputs): string {
  return docset.roots.keys().next().value ?? ''
}
