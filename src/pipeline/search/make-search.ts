/**
 * Makes the search index.
 *
 * Each page has a record: its text with the source of each translated sentence. Records are kept in one file beside the build state; those of
 * unchanged documents are copied from that of the last build. Each locale has an index of its own, so only those with other records are
 * made again. If no document is unchanged, pages are indexed while others are made, in Pagefind's own process; else only at the end is it known
 * which locales have changed. The order of the documents decides the bytes, so they do not depend on threads.
 */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { VFile } from 'vfile'
import type {
  StoredLocaleIndex,
  StoredOutput,
  StoredRecord,
  StoredSearch,
} from '../../model/build/build-state.ts'
import { addMessage } from '../../model/findings/add-message.ts'
import { stampOfOutput } from '../../read/files/file-state.ts'
import { MOST_BYTES, readBytes } from '../../read/files/read-bytes.ts'
import { relativeUrl } from '../../render/page/local-url.ts'
import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { memoize } from '../../util/memoize.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { StopError } from '../../util/stop-error.ts'
import type { Writer } from '../../write/create-writer.ts'
import { openSpool, type Spool } from '../../write/spool.ts'
import { openTemporaryFolder } from '../../write/temporary-folder.ts'
import type { RunCache } from '../cache/run-cache.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { FinishedDocument } from '../document/finished-document.ts'
import { createFeeder } from './feeder.ts'
import { ENTRY_FILE, joinEntries, readIndexFiles } from './index-files.ts'
import { openIndexer } from './indexer.ts'

/** Makes the search index of a build. */
export interface SearchMaker {
  /** Whether the records of the last build are there, so that its documents can stay as they are. */
  readonly hasRecords: boolean
  /** Takes the records of a document, in order, once its pages are written or held. */
  take(taken: FinishedDocument): void
  recordsOf(group: DocumentInputs): readonly StoredRecord[]
  /**
   * Writes the indexes of locales whose records have changed, and keeps the others.
   *
   * @returns number of indexed pages, and a file that has a message if Pagefind failed.
   */
  finish(): Promise<{ readonly pages: number; readonly file: VFile }>
  /** Keeps the records for the next build; call it after {@link SearchMaker.finish}. */
  keep(): StoredSearch
  close(): Promise<void>
}

/** Input of {@link openSearch}. */
export interface SearchOptions {
  readonly cache: RunCache | undefined
  readonly writer: Writer
  /** Whether some documents come from the cache. */
  readonly isPartial: boolean
  /** Owner of its files, as messages name it. */
  readonly owner: string
}

/** Starts to make a search index. */
export async function openSearch({ cache, writer, isPartial, owner }: SearchOptions): Promise<SearchMaker> {
  const last = cache?.last
  const before = last?.state.search
  const hasRecords = before !== undefined && stampOfOutput(cache!.records) === before.stamp
  const isFresh = !hasRecords || !isPartial
  const folder = openTemporaryFolder()
  const spool = openRecords(cache, folder.path)
  const old = memoize((_: 'all') => readBytes(cache!.records, { most: MOST_BYTES.state }).bytes)
  let indexer = isFresh ? await openIndexer() : undefined
  const early = indexer && createFeeder(indexer)
  const records: StoredRecord[] = []
  const byGroup = new Map<DocumentInputs, readonly StoredRecord[]>()
  let made: Omit<StoredSearch, 'stamp'> = { locales: {}, outputs: [] }

  const pageOf = ([page, locale, start, length]: StoredRecord) => ({
    locale,
    url: relativeUrl('index.html', page),
    content: spool.read([start, length]).toString(),
  })

  function add(page: string, locale: string, content: string | Uint8Array): StoredRecord {
    const record = [page, locale, ...spool.append(content), hashOf(content).slice(0, 32)] as const
    records.push(record)
    early?.add(() => pageOf(record))
    return record
  }

  function take({ group, result, cached }: FinishedDocument): void {
    byGroup.set(group, cached ? (cached.stored.records ?? []).map(takeOld) : takeNew(result.outputs))
  }

  function takeOld([page, locale, start, length]: StoredRecord): StoredRecord {
    return add(page, locale, old('all').subarray(start, start + length))
  }

  function takeNew(outputs: FinishedDocument['result']['outputs']): readonly StoredRecord[] {
    return outputs
      .filter(({ kind }) => kind === 'search')
      .flatMap(({ locales: [locale], files }) =>
        // A page that could not be made cannot be found.
        files.filter(({ path }) => writer.has(path)).map(({ path, content }) => add(path, locale!, content)),
      )
  }

  async function finish(): ReturnType<SearchMaker['finish']> {
    const file = new VFile({ path: 'pagefind', data: { isDocument: false } })
    try {
      return { pages: await makeIndexes(), file }
    } catch (error) {
      if (error instanceof StopError) throw error
      addMessage(file, {
        ruleId: 'document-failed',
        severity: 'error',
        reason: `Cannot make the search index: ${reasonOf(error)}`,
        ...(error instanceof Error && { cause: error }),
      })
      return { pages: 0, file }
    }
  }

  async function makeIndexes(): Promise<number> {
    const byLocale = groupBy(records, ([, locale]) => locale)
    const hashes = new Map([...byLocale].map(([locale, own]) => [locale, hashOfRecords(own)]))
    // Only an index that is made again brings the files that all share.
    const hasShared = last?.isThere(sharedBefore()) === true
    const isKept = (locale: string) => {
      const earlier = before?.locales[locale]
      return hasShared && earlier?.hash === hashes.get(locale) && last!.isThere(earlier!.outputs)
    }
    const locales = [...byLocale.keys()].sort(compare)
    const changed = locales.filter((locale) => !isKept(locale))
    const indexed = changed.flatMap((locale) => byLocale.get(locale)!)
    const fresh = changed.length > 0 ? await index(changed, indexed) : undefined
    const indexes = locales.map((locale): [string, StoredLocaleIndex] => {
      const files = fresh?.get(locale)
      if (!files)
        return [locale, { ...before!.locales[locale]!, outputs: keep(before!.locales[locale]!.outputs) }]
      return [locale, { hash: hashes.get(locale)!, entry: files.entry, outputs: write(files.own) }]
    })
    const [first] = fresh?.values() ?? []
    const entries = joinEntries(indexes.map(([, { entry }]) => entry))
    const list = locales.length > 0 ? write(new Map([[ENTRY_FILE, entries]])) : []
    const shared = first ? write(first.shared) : keep(sharedBefore())
    made = { locales: Object.fromEntries(indexes), outputs: [...list, ...shared] }
    return fresh ? indexed.length : 0
  }

  async function index(locales: readonly string[], own: readonly StoredRecord[]) {
    indexer ??= await openIndexer()
    const feeder = early ?? createFeeder(indexer)
    if (!early) for (const record of own) feeder.add(() => pageOf(record))
    await feeder.settled()
    const files = new Map<string, ReturnType<typeof readIndexFiles>>()
    for (const locale of locales) {
      const target = join(folder.path, locale)
      await indexer.write(locale, target)
      files.set(locale, readIndexFiles(target))
    }
    return files
  }

  function sharedBefore(): readonly StoredOutput[] {
    return (before?.outputs ?? []).filter(([path]) => path !== ENTRY_FILE)
  }

  function write(files: ReadonlyMap<string, string | Uint8Array>): readonly StoredOutput[] {
    return [...files].map(([path, content]) => {
      writer.write(path, content, owner)
      return [path, writer.stampOf(path)]
    })
  }

  function keep(outputs: readonly StoredOutput[]): readonly StoredOutput[] {
    for (const [path, stamp] of outputs) writer.keep(path, stamp, owner)
    return outputs
  }

  return {
    hasRecords,
    take,
    recordsOf: (group) => byGroup.get(group) ?? [],
    finish,
    keep() {
      try {
        spool.moveTo(cache!.records)
      } catch {
        // Without the records, the next build makes all documents.
      }
      return { ...made, stamp: stampOfOutput(cache!.records) ?? '' }
    },
    async close() {
      await indexer?.close()
      spool.close()
      folder.remove()
    },
  }
}

/** Opens a file for the records, beside that of the last build so that it can replace it. */
function openRecords(cache: RunCache | undefined, folder: string): Spool {
  try {
    if (cache) return openSpool(`${cache.records}.new`)
  } catch {
    // The cache is optional.
  }
  return openSpool(join(folder, 'records'))
}

/** Hashes what the index of a locale is made of. */
function hashOfRecords(records: readonly StoredRecord[]): string {
  const hash = createHash('sha256')
  for (const [page, , , , own] of records) hash.update(JSON.stringify([page, own]))
  return hash.digest('hex')
}
