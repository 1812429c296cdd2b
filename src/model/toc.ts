import { foldSpace } from '../util/text/fold-space.ts'
import type { Lined, Place } from './place.ts'

/** An entry of a docset's table of contents. */
export interface TocEntry {
  /** Empty if it has none: then its document's title names it. */
  readonly name: string
  /** Its name in the source language, if the table of contents is bilingual. */
  readonly sourceName?: string
  /** Further words to find it by. */
  readonly displayName?: string
  /** Path of its document relative to the root; `null` if it links to no document of the docset. */
  readonly path: string | null
  /** Address as written of a page outside the docset: with `https:` or `http:`, or relative to the published site (`/…`). */
  readonly url?: string
  /** Uid of its document, if it gives one. */
  readonly uid?: string
  /** Address, relative to the published site, of the pages below it; only in breadcrumb files. */
  readonly scope?: string
  /** Whether it is initially open. */
  readonly isExpanded?: true
  readonly children: readonly TocEntry[]
}

/** All tables of contents of a root. */
export interface DocsetTocs {
  /** Those that no other one contains, outer folders first. */
  readonly tocs: readonly DocsetToc[]
  /** Levels above the tables of contents, from breadcrumb files. */
  readonly breadcrumbs: readonly TocEntry[]
}

/** A table of contents with everything that it refers to. */
export interface DocsetToc {
  /** Path relative to the root. */
  readonly path: string
  readonly entries: readonly TocEntry[]
}

/** A file of a table of contents, as the checks see it. */
export interface TocFile extends Lined {
  /** Path relative to the root. */
  readonly path: string
  /** Absolute path. */
  readonly absolute: string
  readonly problems: readonly TocProblem[]
  /** Entries that lead to a document of the docset, in order. */
  readonly links: readonly TocLink[]
  /** Place of an address in the file, from an offset on; `undefined` if it is written in another way. */
  placeOf(href: string, from?: number): Place | undefined
}

/** What keeps a table of contents from being read. */
export interface TocProblem {
  readonly reason: string
  readonly place?: Place
}

/** An entry that leads to a document. */
export interface TocLink {
  readonly name: string
  /** As written. */
  readonly href: string
  /** Path of the document relative to the root. */
  readonly path: string
  /** Number of the list of entries that has it, from 0. */
  readonly list: number
}

/** Lists the documents of entries in order, without duplicates. */
export function documentsOf(entries: readonly TocEntry[]): readonly string[] {
  return [...new Set(allEntries(entries).flatMap(({ path }) => path ?? []))]
}

/** Lists entries and their descendants in order, without duplicates. */
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

/** Finds the topmost entry with that name or that document. */
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

/** Normalizes a name as people type it: plain spaces, lower case. */
function fold(name: string): string {
  return foldSpace(name).toLowerCase()
}
