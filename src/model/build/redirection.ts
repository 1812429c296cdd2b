import { isDocumentPath } from '../../util/text/is-document-path.ts'
import { pathFrom } from '../../util/text/path-from.ts'
import { splitSuffix } from '../../util/text/split-suffix.ts'
import type { Lined, Place } from '../place.ts'

/** A redirection of a docset: the URL of a document that is gone leads elsewhere. */
export interface Redirection {
  /** Path of the document that is gone, relative to the root. */
  readonly source: string
  /** Where it leads, as written: a URL, a path from the root of the site, or a path from the document. */
  readonly url: string
  /** Place of its source in the file. */
  readonly place?: Place
}

/** A file with redirections. */
export interface RedirectionFile extends Lined {
  /** Path relative to the root, perhaps with `../`. */
  readonly path: string
  /** Absolute path. */
  readonly absolute: string
  readonly redirections: readonly Redirection[]
  /** Why it could not be read; absent if it could. */
  readonly problem?: string
}

/** Where a redirection leads in the end. */
export type RedirectionTarget =
  /** A page of the build; `suffix` is a query and fragment, or empty. */
  | { readonly type: 'page'; readonly path: string; readonly suffix: string }
  /** Another site, or a path from the root of the published site. */
  | { readonly type: 'elsewhere'; readonly url: string }
  /** A document that is not in the build; `path` is absent if it is outside the root. */
  | { readonly type: 'missing'; readonly path?: string; readonly suffix: string; readonly url: string }
  /** Itself, perhaps through others. */
  | { readonly type: 'loop' }

/** Lookups that following a redirection needs. */
export interface RedirectionSpace {
  /** Path of the page at a path, in any letter case; `undefined` if there is none. */
  pageAt(path: string): string | undefined
  /** Paths that a document at a root-relative URL of the published site may have; empty outside the docset. */
  documentsAt(url: string, from: string): readonly string[]
}

/** Redirections by their source in lower case: published sites ignore letter case. The first one wins. */
export type Redirections = ReadonlyMap<string, Redirection>

/** Collects redirections by their source. */
export function collectRedirections(files: readonly RedirectionFile[]): Redirections {
  const all = new Map<string, Redirection>()
  for (const redirection of files.flatMap(({ redirections }) => redirections)) {
    const key = redirection.source.toLowerCase()
    if (!all.has(key)) all.set(key, redirection)
  }
  return all
}

/** Follows a redirection to its end; `undefined` if the document is not redirected. */
export function followRedirection(
  source: string,
  redirections: Redirections,
  space: RedirectionSpace,
): RedirectionTarget | undefined {
  const passed = new Set<string>()
  let current = redirections.get(source.toLowerCase())
  while (current) {
    passed.add(current.source.toLowerCase())
    const { path: written, suffix } = splitSuffix(current.url.trim())
    const { url, source: from } = current
    const candidates = documentsOf(written, from, space)
    const page = candidates.map((path) => space.pageAt(path)).find((path) => path !== undefined)
    if (page !== undefined) return { type: 'page', path: page, suffix }
    const next = candidates.find((path) => redirections.has(path.toLowerCase()))
    if (next === undefined) {
      if (isRooted(written) && candidates.length === 0) return { type: 'elsewhere', url }
      const [path] = candidates
      return { type: 'missing', suffix, url, ...(path !== undefined && { path }) }
    }
    if (passed.has(next.toLowerCase())) return { type: 'loop' }
    current = redirections.get(next.toLowerCase())
  }
  return undefined
}

/** Addresses of Microsoft's site, whose paths are those of root-relative URLs. */
const MICROSOFT = /^https?:\/\/(?:docs|learn)\.microsoft\.com(?=\/|$)/i

function isRooted(url: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(url)
}

/** Paths of the documents that a redirection may lead to. */
function documentsOf(written: string, from: string, { documentsAt }: RedirectionSpace): readonly string[] {
  const url = written.replace(MICROSOFT, '')
  if (url.startsWith('/') && !url.startsWith('//')) return documentsAt(url, from)
  if (isRooted(url)) return []
  const path = pathFrom(from, url)
  if (path === undefined) return []
  if (isDocumentPath(path)) return [path]
  return path === '.' ? ['index.md'] : [`${path}.md`, `${path}/index.md`]
}
