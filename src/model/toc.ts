import { foldSpace } from '../util/fold-space.ts'

/** An entry of a docset's table of contents. */
export interface TocEntry {
  readonly name: string
  /** Path of the document that it leads to, relative to the root; `null` where it leads to none of the docset. */
  readonly path: string | null
  readonly children: readonly TocEntry[]
}

/** The documents of entries, in their order; one that stands there more than once only the first time. */
export function documentsOf(entries: readonly TocEntry[]): readonly string[] {
  return [...new Set(allEntries(entries).flatMap(({ path }) => path ?? []))]
}

/** Entries and those below them, in their order; one that stands in several places only in the first. */
export function allEntries(entries: readonly TocEntry[]): readonly TocEntry[] {
  const all = new Set<TocEntry>()
  enter(entries)
  return [...all]

  function enter(level: readonly TocEntry[]): void {
    for (const entry of level) {
      if (all.has(entry)) continue
      all.add(entry)
      enter(entry.children)
    }
  }
}

/** The first entry, from above, with that name or that document. */
export function findEntry(entries: readonly TocEntry[], wanted: string): TocEntry | undefined {
  const name = fold(wanted)
  const seen = new Set<TocEntry>()
  for (let level = entries; level.length > 0; level = level.flatMap(({ children }) => children)) {
    level = level.filter((entry) => !seen.has(entry) && seen.add(entry))
    const found = level.find((entry) => entry.path === wanted || fold(entry.name) === name)
    if (found) return found
  }
  return undefined
}

/** A name without what a person would not type: spaces of other kinds, and capitals. */
function fold(name: string): string {
  return foldSpace(name).toLowerCase()
}
