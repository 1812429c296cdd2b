import type { StoredDependencies, StoredDocument } from '../../model/build/build-state.ts'
import type { ResolveFile } from '../../model/resolve.ts'
import type { ResolveXref } from '../../model/xref.ts'
import { createFileLookup } from '../../read/create-file-lookup.ts'
import { createResolver } from '../../read/create-resolver.ts'
import { type FileState, isSameStamp, stampIfSame, weakerStamp } from '../../read/files/file-state.ts'
import type { RootSettings } from '../../read/files/root-files.ts'
import { hashOf } from '../../util/hash-of.ts'
import { memoize } from '../../util/memoize.ts'
import type { IncludeResult, XrefResult } from '../document/document-result.ts'

/** Tells in which locales a path is a page. */
export type PagesIn = (docset: string, path: string) => string

/** What became of dependencies. */
export interface DependencyChanges {
  /** Indexes of those that are no longer so. */
  readonly changed: Readonly<Record<keyof StoredDependencies, ReadonlySet<number>>>
  /** Kinds of which any is no longer so. */
  readonly kinds: readonly (keyof StoredDependencies)[]
  /** Files that have another stamp, but the same content: the new stamps, by index. */
  readonly restamped: ReadonlyMap<number, string>
}

/**
 * Asks all questions again.
 *
 * @param xrefsIn finds what uids stand for in a root; `undefined` where the root has no documents any more.
 */
export function checkDependencies(
  dependencies: StoredDependencies,
  roots: readonly string[],
  pagesIn: PagesIn,
  settings: RootSettings,
  xrefsIn: (root: string) => ResolveXref | undefined,
): DependencyChanges {
  const hasFile = fileLookups(roots, settings)
  const resolverOf = memoize((root: number): ResolveFile => {
    try {
      return createResolver(roots[root]!, settings)
    } catch {
      return () => ({ status: 'outside', path: null })
    }
  })
  const restamped = new Map<number, string>()
  const changed = {
    files: indexesWhere(dependencies.files, ([root, path, stamp, hash], at) => {
      const present = stampIfSame(`${roots[root]}/${path}`, { stamp, hash })
      if (present !== undefined && present !== stamp) restamped.set(at, present)
      return present === undefined
    }),
    asked: indexesWhere(dependencies.asked, ([root, path, answer]) => hasFile(root, path) !== (answer === 1)),
    pages: indexesWhere(dependencies.pages, ([docset, path, locales]) => pagesIn(docset, path) !== locales),
    includes: indexesWhere(dependencies.includes, ([root, from, url, answer]) => {
      return answerOf(resolverOf(root)(from, url)) !== answer
    }),
    xrefs: indexesWhere(dependencies.xrefs, ([root, from, uid, answer]) => {
      return xrefAnswer(xrefsIn(roots[root]!)?.(from, uid)) !== answer
    }),
  }
  const kinds = (Object.keys(changed) as (keyof StoredDependencies)[]).filter(
    (kind) => changed[kind].size > 0,
  )
  return { changed, kinds, restamped }
}

function fileLookups(
  roots: readonly string[],
  settings: RootSettings,
): (root: number, path: string) => boolean {
  const lookupOf = memoize((root: number) => {
    try {
      return createFileLookup(roots[root]!, settings)
    } catch {
      return () => false
    }
  })
  return (root, path) => lookupOf(root)(path)
}

function indexesWhere<Item>(items: readonly Item[], test: (item: Item, at: number) => boolean): Set<number> {
  const found = new Set<number>()
  for (const [at, item] of items.entries()) if (test(item, at)) found.add(at)
  return found
}

/** Whether any dependency that a document depends on has changed. */
export function dependsOnChanged(
  dependencies: StoredDocument['dependencies'],
  { changed, kinds }: DependencyChanges,
): boolean {
  return kinds.some((kind) => dependencies[kind]?.some((at) => changed[kind].has(at)))
}

function answerOf({ status, path }: Pick<IncludeResult, 'status' | 'path'>): string {
  return `${status} ${path ?? ''}`
}

/** What a uid stands for, as a dependency. */
export function xrefAnswer(target: ReturnType<ResolveXref>): string {
  return target === undefined ? '' : hashOf(JSON.stringify(target)).slice(0, 16)
}

/** Collects dependencies, each once. */
export class DependencyList {
  readonly roots: string[] = []
  readonly dependencies = { files: [], asked: [], pages: [], includes: [], xrefs: [] } as {
    -readonly [Kind in keyof StoredDependencies]: StoredDependencies[Kind][number][]
  }
  readonly #indexes = new Map<string, number>()

  root(path: string): number {
    const cached = this.roots.indexOf(path)
    return cached >= 0 ? cached : this.roots.push(path) - 1
  }

  /** Index of a dependency; what was said of the same thing first stays. */
  add<Kind extends keyof StoredDependencies>(
    kind: Kind,
    dependency: StoredDependencies[Kind][number],
    subject: string,
  ): number {
    const key = `${kind}\0${dependency[0]}\0${subject}`
    const cached = this.#indexes.get(key)
    if (cached !== undefined) return cached
    const list = this.dependencies[kind] as StoredDependencies[Kind][number][]
    this.#indexes.set(key, list.push(dependency) - 1)
    return list.length - 1
  }

  file(root: string, path: string, { stamp, hash }: FileState): number {
    const index = this.add('files', [this.root(root), path, stamp, hash], path)
    const [number, , cachedStamp, cachedHash] = this.dependencies.files[index]!
    // It changed between two readings: whatever it is the next time, that is a change.
    if (!isSameStamp(cachedStamp, stamp)) this.dependencies.files[index] = [number, path, '', '']
    else this.dependencies.files[index] = [number, path, weakerStamp(cachedStamp, stamp), cachedHash || hash]
    return index
  }

  asked(root: string, path: string, answer: boolean): number {
    return this.add('asked', [this.root(root), path, answer ? 1 : 0], path)
  }

  page(docset: string, path: string, locales: string): number {
    return this.add('pages', [docset, path, locales], path)
  }

  xref(root: string, { from, uid, answer }: XrefResult): number {
    return this.add('xrefs', [this.root(root), from, uid, answer], `${from}\0${uid}`)
  }

  include(root: string, { from, url, status, path }: IncludeResult): number {
    return this.add('includes', [this.root(root), from, url, answerOf({ status, path })], `${from}\0${url}`)
  }
}

/** Whether nothing but the URL and the file that it names decides what comes of an include. */
export function isPlainInclude({ url, status }: IncludeResult): boolean {
  return status === 'found' && !/^\s*~?[/\\]/.test(url)
}
