import { createHash } from 'node:crypto'
import type { BuildState, StoredOutput } from '../model/build/build-state.ts'
import type { BookFile } from '../render/book-link.ts'
import type { RenderContext } from '../render/context.ts'
import { renderDataIndex } from '../render/index/data-index.ts'
import { renderIndex } from '../render/index/render-index.ts'
import type { Writer } from '../write/create-writer.ts'
import type { LastRun } from './cache/run-cache.ts'
import type { FinishedDocument } from './document/finished-document.ts'
import { countMessages, toIndexEntry } from './document/to-index-entry.ts'
import type { ListedDocument, StoredCatalog } from './site/catalog.ts'

/** Owner of files that belong to no document, as messages name it. */
export const ITSELF = 'Lockstep itself'

/** Content of the lists of documents. */
export interface IndexContent {
  /** See {@link hashOfIndex}; without a cache, any text. */
  readonly hash: string
  /** Read only if the lists have changed. */
  readonly catalog: StoredCatalog
  /** Paths of the printed PDFs. */
  readonly pdfs: ReadonlySet<string>
  readonly shelf: readonly BookFile[]
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

/** Writes the lists of documents if they have changed; if a document has the name of the list of data, that list gets another. */
export function writeIndex(
  { hash, catalog, pdfs, shelf }: IndexContent,
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
  const { locales, sourceLocales } = catalog
  const outputs: StoredOutput[] = []
  const entryOf = ({ group, made, kinds, files }: ListedDocument) =>
    toIndexEntry(group.path, made, kinds, files, pdfs)
  const source = {
    locales,
    sourceLocales,
    inLocale: (locale: string) => map(catalog.byPath(locale), entryOf),
  }
  for (const { path, content } of renderIndex(source, { ...context, locales: new Set(locales) }, shelf)) {
    writer.write(path, content, ITSELF)
    outputs.push([path, writer.stampOf(path)])
  }
  if (!context.outputs.has('json')) return { hash, outputs, locales }
  const { path, pieces } = renderDataIndex(map(catalog.byPath(), entryOf), writer.has)
  const file = writer.collect(path, ITSELF)
  for (const piece of pieces) file.append(piece)
  file.finish()
  outputs.push([path, writer.stampOf(path)])
  return { hash, outputs, locales }
}

function* map<From, To>(items: Iterable<From>, to: (item: From) => To): Generator<To> {
  for (const item of items) yield to(item)
}
