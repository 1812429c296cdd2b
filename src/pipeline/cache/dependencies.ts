import type { StoredDependencies, StoredDocument } from '../../model/build/build-state.ts'
import type { ResolveFile } from '../../model/resolve.ts'
import type { ResolveXref } from '../../model/xref.ts'
import { createFileLookup } from '../../read/create-file-lookup.ts'
import { createResolver } from '../../read/create-resolver.ts'
import { type FileState, isSameStamp, stampIfSame, weakerStamp } from '../../read/files/file-state.ts'
import type { RootSettings } from '../../read/files/root-files.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { memoize } from '../../util/memoize.ts'
import type { IncludeResult, XrefResult } from '../document/document-result.ts'

/** Lists the locales in which a path is a page. */
export type PagesIn = (docset: string, path: string) => string

/** Result of checking dependencies. */
export interface DependencyChanges {
  /** Indexes of changed dependencies. */
  readonly changed: Readonly<Record<keyof StoredDependencies, ReadonlySet<number>>>
  /** Kinds with changed dependencies. */
  readonly kinds: readonly (keyof StoredDependencies)[]
  /** New stamps, by index, of files with another stamp but the same content. */
  readonly restamped: ReadonlyMap<number, string>
}

/**
 * Checks all dependencies against the present.
 *
 * @param xrefsIn resolves uids in a root; `undefined` if the root has no documents any more.
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

/** Whether a document depends on anything that has changed. */
export function dependsOnChanged(
  dependencies: StoredDocument['dependencies'],
  { changed, kinds }: DependencyChanges,
): boolean {
  return kinds.some((kind) => dependencies[kind]?.some((at) => changed[kind].has(at)))
}

function answerOf({ status, path }: Pick<IncludeResult, 'status' | 'path'>): string {
  return `${status} ${path ?? ''}`
}

/** Hash of a uid's target, as a dependency; empty if there is none. */
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

  /** Returns the index of a dependency; if the same subject was added before, the first answer stays. */
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
    // The file changed between two reads, so it must count as changed in the next run, whatever it holds
    // then.
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

/** Whether only the URL and the named file decide the result of an include. */
export function isPlainInclude({ url, status }: IncludeResult): boolean {
  return status === 'found' && !/^\s*~?[/\\]/.test(url)
}
