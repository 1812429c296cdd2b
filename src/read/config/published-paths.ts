import { join } from 'node:path'
import { isObject } from '../../util/data/is-object.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { docsetConfigOf } from './docset-config.ts'

/** Where a docset is published, below the root of its site. */
export interface PublishedPaths {
  /** Path of the URL of a file (relative to the docset): `a/b.md` → `/microsoftteams/a/b`. */
  urlOf(path: string): string
  /** Paths that a document published at the path of a URL may have; empty for URLs outside the docset. */
  documentsAt(url: string): readonly string[]
}

/** A folder of the docset, and the folder that it is published as; each empty or ending in `/`. */
interface Mapping {
  readonly from: string
  readonly to: string
}

/**
 * Finds out from a `docfx.json` where its docset is published: `basePath`, else the part of `breadcrumb_path` before
 * the folder of breadcrumbs (`/microsoftteams/breadcrumb/toc.json`). The groups of `build.content` map folders (`src`,
 * `dest`).
 *
 * @param docset absolute path of the folder with the `docfx.json`.
 * @param configured path that overrides that of the `docfx.json`.
 * @returns `undefined` if it is unknown.
 */
export function readPublishedPaths(docset: string, configured?: string): PublishedPaths | undefined {
  const config = docsetConfigOf(docset)
  const base = configured ?? basePathOf(config)
  if (base === undefined) return undefined
  const root = base.replace(/\/+$/, '')
  const mappings = mappingsOf(config)
  return {
    urlOf(path) {
      const { from, to } = mappings.find((mapping) => path.startsWith(mapping.from)) ?? { from: '', to: '' }
      const name = path.slice(from.length).replace(/\.(?:md|markdown|yml)$/i, '')
      return `${root}/${to}${name.replace(/(^|\/)index$/i, '$1')}`
    },
    documentsAt(url) {
      const path = url.replace(/^\/[a-z]{2,3}-[a-z]{2,4}(?=\/)/i, '')
      if (
        path.toLowerCase() !== root.toLowerCase() &&
        !path.toLowerCase().startsWith(`${root}/`.toLowerCase())
      )
        return []
      const below = path.slice(root.length + 1).replace(/\/$/, '')
      return mappings
        .filter(({ to }) => below.startsWith(to))
        .flatMap(({ from, to }) => {
          const name = below.slice(to.length)
          return name === '' ? [`${from}index.md`] : [`${from}${name}.md`, `${from}${name}/index.md`]
        })
    },
  }
}

/** Whether a link to a file of this name leads to a page of the published site, or a download. */
export function isPublished(path: string): boolean {
  return !/(?:^|\/)(?:toc\.(?:yml|md)|[^/.]*)$/i.test(path)
}

function basePathOf(config: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof config.basePath === 'string') return `/${config.basePath.replace(/^\/+/, '')}`
  const build = isObject(config.build) ? config.build : {}
  const metadata = isObject(build.globalMetadata) ? build.globalMetadata : {}
  const { breadcrumb_path: breadcrumbs } = metadata
  return typeof breadcrumbs === 'string'
    ? /^(\/.+?)\/bread[^/]*\/.*toc\.json$/i.exec(breadcrumbs)?.[1]
    : undefined
}

/** The mappings of `build.content`, those of inner folders first. */
function mappingsOf(config: Readonly<Record<string, unknown>>): readonly Mapping[] {
  const build = isObject(config.build) ? config.build : {}
  const groups = (Array.isArray(build.content) ? build.content : [build.content]).filter(isObject)
  const mappings = groups.map(({ src, dest }) => ({ from: folderOf(src), to: folderOf(dest) }))
  return [...mappings, { from: '', to: '' }].sort((a, b) => b.from.length - a.from.length)
}

function folderOf(value: unknown): string {
  const path = typeof value === 'string' ? join('/', toPosix(value)).slice(1).replace(/\/$/, '') : ''
  return path === '' ? '' : `${path}/`
}
