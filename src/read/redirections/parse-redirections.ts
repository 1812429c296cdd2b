import { posix } from 'node:path'
import type { Redirection, RedirectionFile } from '../../model/build/redirection.ts'
import { linesOf, type Place } from '../../model/place.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseJson } from '../../util/data/parse-json.ts'
import { toPosix } from '../../util/text/to-posix.ts'

/** How paths in a file relate to the root. */
export interface RedirectionBase {
  /** Folder of the file in the repository: empty, or `articles`. */
  readonly folder: string
  /** Folder of the root in the repository. */
  readonly root: string
  /** Whether the root has a folder of this name. */
  hasFolder(name: string): boolean
}

/** A source in the file, so that findings have a place. */
const SOURCE = /"source_path(?:_from_root)?"\s*:\s*"(?:[^"\\]|\\.)*"/g

/**
 * Reads the redirections of a `.openpublishing.redirection.json`. Entries without a source or a target, and those
 * that are not about documents of the root, are left out.
 *
 * @throws if the text is not such a file.
 */
export function parseRedirections(
  text: string,
  base: RedirectionBase,
): Pick<RedirectionFile, 'redirections' | 'lines'> {
  const value = parseJson(text)
  const entries = isObject(value) ? value.redirections : undefined
  if (!Array.isArray(entries)) throw new Error('it has no list of redirections')
  const found = [...text.matchAll(SOURCE)].map(({ index, 0: all }): Place => [index, index + all.length])
  // An entry with both sources, or none, makes places uncertain.
  const places = found.length === entries.length ? found : []
  const redirections = entries.flatMap((entry: unknown, at): Redirection | [] => {
    if (!isObject(entry) || typeof entry.redirect_url !== 'string' || entry.redirect_url.trim() === '')
      return []
    const source = sourceOf(entry, base)
    const place = places[at]
    return source === undefined ? [] : { source, url: entry.redirect_url, ...(place && { place }) }
  })
  const foreign = foreignPrefix(
    redirections.map(({ source }) => source),
    base,
  )
  return {
    redirections: redirections.map((each) => ({ ...each, source: each.source.slice(foreign) })),
    lines: linesOf(text),
  }
}

/** Path of the source relative to the root; `undefined` if it is outside or no document. */
function sourceOf(entry: Readonly<Record<string, unknown>>, base: RedirectionBase): string | undefined {
  const { source_path: own, source_path_from_root: fromRoot } = entry
  const [folder, written] =
    typeof fromRoot === 'string' ? ['', fromRoot.replace(/^\/+/, '')] : [base.folder, own]
  if (typeof written !== 'string' || !/\.(?:md|markdown|yml|html?)$/i.test(written)) return undefined
  const path = posix.normalize(posix.join(folder, toPosix(written)))
  const way = posix.relative(base.root, path)
  return way.startsWith('../') || path.startsWith('../') ? undefined : way
}

/**
 * Number of characters that all sources begin with and the root lacks: the file may name paths in a repository of which
 * the root is only a part.
 */
function foreignPrefix(sources: readonly string[], { hasFolder }: RedirectionBase): number {
  const folder = /^[^/]+\//.exec(sources[0] ?? '')?.[0]
  if (folder === undefined || hasFolder(folder.slice(0, -1))) return 0
  return sources.every((source) => source.startsWith(folder)) ? folder.length : 0
}
