/**
 * Splits a review over machines. A shard has the outcome of each of its pairs, which a merge takes in place of comparing, checking and rendering them;
 * everything else (pairs, order by risk, counts, effort, decisions) is done as in one review. See `pipeline/shards/make-shard.ts`.
 */

import { SHARD_VERSION, type Shard, type ShardHeader, type ShardKeys } from '../../model/build/shard.ts'
import { readShardDocuments } from '../../read/read-shard.ts'
import type { Snapshot } from '../../read/snapshots/snapshot.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { UserError } from '../../util/user-error.ts'
import { createShardWriter } from '../../write/write-shard.ts'
import { runKeys } from '../cache/cache-key.ts'
import { assertKeys, findShards } from '../shards/open-shards.ts'
import { programName } from '../shards/shard-differences.ts'
import { lacksDocument, madeFromAnother } from '../shards/shard-faults.ts'
import { shardOf } from '../shards/shard-of.ts'
import type { Snapshots } from './open-snapshots.ts'
import type { ReviewOptions } from './review-options.ts'
import type { PairOutcome, ReadPair, ReviewedPairs } from './review-snapshots.ts'

type Options = ReviewOptions & { readonly cwd: string }

/** An included file that a version of a document was checked or rendered with. */
type Asked = readonly [version: keyof Snapshots, from: string, url: string, hash: string]

/** A pair as a shard holds it. */
interface StoredPair {
  readonly path: string
  /** Hash of both texts. */
  readonly texts: string
  readonly outcome: PairOutcome
  /** The included files that no pair before it asked for. */
  readonly asked: readonly Asked[]
}

/** Result of making a shard of a review. */
export interface ReviewShardResult {
  readonly header: ShardHeader
  /** Number of pairs of versions in it. */
  readonly documents: number
}

/**
 * Makes the outcomes of the pairs of a shard.
 *
 * @param reviewPairs yields the outcomes of pairs.
 */
export async function writeReviewShard(
  snapshots: Snapshots,
  options: Options,
  { number, of }: Shard,
  folder: string,
  reviewPairs: (
    snapshots: Snapshots,
    isOwn: (path: string) => boolean,
  ) => Iterable<readonly [ReadPair, PairOutcome]>,
): Promise<ReviewShardResult> {
  const keys = await reviewKeys(snapshots, options)
  const seen = new Set<string>()
  let asked: Asked[] = []
  const noted = { base: noting('base'), head: noting('head') }
  const writer = createShardWriter(folder)
  let documents = 0
  try {
    for (const [pair, outcome] of reviewPairs(noted, (path) => shardOf(path, of) === number)) {
      const stored: StoredPair = { path: pair.path, texts: textsOf(pair), outcome, asked }
      asked = []
      writer.append(JSON.stringify(stored), [])
      documents++
    }
    const program = programName()
    const header = writer.finish({
      ...{ version: SHARD_VERSION, kind: 'review', number, of, program, keys },
      groups: documents,
    })
    return { header, documents }
  } finally {
    writer.close()
  }

  /** The same version, whose included files are noted. */
  function noting(version: keyof Snapshots): Snapshot {
    const snapshot = snapshots[version]
    return {
      ...snapshot,
      resolve(from, url) {
        const file = snapshot.resolve(from, url)
        const key = JSON.stringify([version, from, url])
        if (!seen.has(key)) asked.push([version, from, url, hashOf(JSON.stringify(file))])
        seen.add(key)
        return file
      },
    }
  }
}

/**
 * Opens the shards of a review.
 *
 * @throws {UserError} if one is missing, doubled or damaged, or they belong to another run.
 */
export async function openReviewShards(
  folders: readonly string[],
  snapshots: Snapshots,
  options: Options,
): Promise<ReviewedPairs> {
  const { kind, shards } = findShards(folders, options.cwd)
  if (kind !== 'review') throw new UserError(`Unexpected shards of a ${kind}, expected those of a review`)
  const keys = await reviewKeys(snapshots, options)
  for (const shard of shards) assertKeys(shard, keys, 'this review', programName())
  const readers = shards.map(({ folder, name }) => readShardDocuments(folder, name))
  return {
    outcomeOf(pair) {
      const at = shardOf(pair.path, shards.length) - 1
      const { name } = shards[at]!
      const next = readers[at]!.next().value
      const stored = next ? (JSON.parse(next.result) as StoredPair) : undefined
      if (stored?.path !== pair.path) throw lacksDocument(name, pair.path)
      const changed = stored.asked.find(
        ([version, from, url, hash]) =>
          hashOf(JSON.stringify(snapshots[version].resolve(from, url))) !== hash,
      )
      if (changed || stored.texts !== textsOf(pair))
        throw madeFromAnother('The shard', name, changed ? `${changed[2]} in ${changed[1]}` : pair.path)
      return stored.outcome
    },
    close() {
      for (const reader of readers) reader.return()
    },
  }
}

function textsOf({ oldText, text, problem }: ReadPair): string {
  return hashOf(JSON.stringify([oldText, text, problem]))
}

/** Hashes everything that a merge must share with its shards. */
async function reviewKeys({ base, head }: Snapshots, options: Options): Promise<ShardKeys> {
  // Only the merge needs these.
  const { decisions: _, weights: __, language: ___, templates: ____, ...own } = options
  const { shards: _____, onProgress: ______, ...settings } = own
  const folders = { roots: [], docsets: [], tocPathsOf: () => [] }
  const { program, settings: hash, files } = await runKeys({ ...settings, inputs: [] }, folders)
  const inputs = [base, head].map(({ commit = null, files }) => [
    commit,
    files.map(({ path, id = null, folderLocale = null }) => [path, commit && id, folderLocale]),
  ])
  return { program, settings: hash, files, inputs: hashOf(JSON.stringify(inputs)) }
}
