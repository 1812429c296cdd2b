import { createHash } from 'node:crypto'
import type { BuildState, StoredOutput } from '../model/build/build-state.ts'
import type { RenderContext } from '../render/context.ts'
import { renderDataIndex } from '../render/index/data-index.ts'
import type { IndexEntry } from '../render/index/index-entry.ts'
import { renderIndex } from '../render/index/render-index.ts'
import { compare } from '../util/data/compare.ts'
import type { Writer } from '../write/create-writer.ts'
import type { LastRun } from './cache/run-cache.ts'
import type { FinishedDocument } from './document/finished-document.ts'
import { countMessages } from './document/to-index-entry.ts'

/** Owner of files that belong to no document, as messages name it. */
export const ITSELF = 'Lockstep itself'

/** Content of the lists of documents. */
export interface IndexContent {
  /** See {@link hashOfIndex}. */
  readonly hash: string
  /** Makes the entries; called only if the lists have changed. */
  readonly entries: () => readonly IndexEntry[]
  readonly shelf: Parameters<typeof renderIndex>[2]
}

/**
 * Hashes all content of the lists of documents.
 *
 * @param listings of the groups, in their order: see `listingOf`.
 * @param others other content, as data.
 */
export function hashOfIndex(
  groups: readonly FinishedDocument[],
  listings: readonly Uint8Array[],
  others: unknown,
): string {
  const hash = createHash('sha256').update(JSON.stringify(others))
  for (const [at, { result, files }] of groups.entries()) {
    const counts = files.map((file) => countMessages([file]))
    const listing = listings[at]!
    // The length keeps a listing apart from what follows it.
    hash.update(JSON.stringify([result.path, counts, listing.length])).update(listing)
  }
  return hash.digest('hex')
}

/**
 * Writes the lists of documents if they have changed; if a document has the name of a list, the list gets
 * another.
 */
export function writeIndex(
  { hash, entries: makeEntries, shelf }: IndexContent,
  context: RenderContext,
  writer: Writer,
  last: LastRun | undefined,
): BuildState['index'] & Pick<BuildState, 'locales'> {
  const before = last?.state.index
  const canStay = before?.hash === hash && before.outputs.every(([path]) => !writer.has(path))
  if (canStay && last?.isThere(before.outputs)) {
    for (const [path, stamp] of before.outputs) writer.keep(path, stamp, ITSELF)
    return { ...before, locales: last.state.locales }
  }
  const entries = makeEntries()
  const locales = [...new Set(entries.flatMap((entry) => Object.keys(entry.locales)))].sort(compare)
  const outputs: StoredOutput[] = []
  const lists = renderIndex(entries, { ...context, locales: new Set(locales) }, shelf)
  const files = context.outputs.has('json') ? [...lists, renderDataIndex(entries, writer.has)] : lists
  for (const { path, content } of files) {
    writer.write(path, content, ITSELF)
    outputs.push([path, writer.stampOf(path)])
  }
  return { hash, outputs, locales }
}
