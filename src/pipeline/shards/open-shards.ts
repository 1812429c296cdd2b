import { join, resolve } from 'node:path'
import { type ShardHeader, type ShardKeys, type ShardKind, shardName } from '../../model/build/shard.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { readShardDocuments, readShardHeader, shardFolders } from '../../read/read-shard.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { memoizeSome } from '../../util/memoize-some.ts'
import { UserError } from '../../util/user-error.ts'
import { openRecordFile } from '../../write/record-file.ts'
import { openTemporaryFolder } from '../../write/temporary-folder.ts'
import type { KeyedOptions } from '../cache/cache-key.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { IncludeResult, MemberResult, StoredSummary } from '../document/document-result.ts'
import type { MadeResults, Run } from '../run-documents.ts'
import { createChangeFinder } from './changed-since.ts'
import { listed } from './listed.ts'
import { restoreResult } from './restore-result.ts'
import { differenceOf, programName } from './shard-differences.ts'
import { shardKeys } from './shard-keys.ts'
import { shardOf } from './shard-of.ts'

/** A shard that was found. */
export interface FoundShard {
  /** Absolute path. */
  readonly folder: string
  /** The same for people. */
  readonly name: string
  readonly header: ShardHeader
}

/** All shards of a run, in order. */
export interface ShardSet {
  readonly kind: ShardKind
  readonly shards: readonly FoundShard[]
}

/**
 * Finds the shards of a run.
 *
 * @param folders those of the shards, or folders that hold them.
 * @throws {UserError} if one is missing, doubled or damaged, or they belong to different runs.
 */
export function findShards(folders: readonly string[], cwd: string): ShardSet {
  const found = [...new Set(folders.flatMap((folder) => shardFolders(resolve(cwd, folder))))].map(
    (folder): FoundShard => {
      const name = pathForPeople(folder, cwd)
      return { folder, name, header: readShardHeader(folder, name) }
    },
  )
  const [first] = found
  if (!first) throw new UserError('No shards to merge', 'Name their folders.')
  for (const other of found) assertAlike(first, other)
  for (const [one, two] of groupBy(found, ({ header }) => header.number).values()) {
    if (two)
      throw new UserError(
        `Unexpected second ${shardName(two.header)} in ${two.name}, the first is in ${one!.name}`,
        'Leave one of them out.',
      )
  }
  const { of, kind } = first.header
  const numbers = new Set(found.map(({ header }) => header.number))
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((number) => !numbers.has(number))
  if (missing.length > 0)
    throw new UserError(
      `Missing ${missing.length === 1 ? `shard ${missing[0]}` : `shards ${listed(missing)}`} of ${of}`,
      `Run ${missing.length === 1 ? 'it' : 'them'}, for example: lockstep ${kind}${kind === 'review' ? ' BASE HEAD' : ''} --shard ${missing[0]}/${of}`,
    )
  return { kind, shards: found.sort((a, b) => a.header.number - b.header.number) }
}

/** Refuses two shards that do not belong to the same run. */
function assertAlike(first: FoundShard, other: FoundShard): void {
  const [one, two] = [first.header, other.header]
  if (one.kind !== two.kind)
    throw new UserError(
      `Unexpected shard of a ${two.kind} in ${other.name}, expected one of a ${one.kind} as in ${first.name}`,
      'Merge the shards of a build and of a check in two runs.',
    )
  if (one.of !== two.of)
    throw new UserError(
      `Unexpected ${shardName(two)} in ${other.name}, expected one of ${one.of} as in ${first.name}`,
      'Leave the shards of other runs out.',
    )
  assertKeys(other, one.keys, `${shardName(one)} in ${first.name}`, one.program)
}

/**
 * Refuses a shard whose keys differ.
 *
 * @param other what has the other keys, for people; `program` is its program.
 * @throws {UserError} if they do.
 */
export function assertKeys(
  { header, name }: FoundShard,
  keys: ShardKeys,
  other: string,
  program: string,
): void {
  const found = differenceOf(header, { keys, program })
  if (!found) return
  const shard = shardName(header)
  throw new UserError(
    `${shard[0]!.toUpperCase()}${shard.slice(1)} in ${name} was made ${found.difference} than ${other}${found.versions}`,
    found.hint,
  )
}

const NO_INCLUDES: readonly IncludeResult[] = []
const NO_ANSWERS: Readonly<Record<string, boolean>> = {}

/** A document whose summary is on the disk. A class, because there can be many. */
class LightDocument {
  readonly locale: string
  readonly units: number
  readonly #number: number
  readonly #summaryAt: (number: number) => StoredSummary

  constructor(locale: string, units: number, number: number, summaryAt: (number: number) => StoredSummary) {
    this.locale = locale
    this.units = units
    this.#number = number
    this.#summaryAt = summaryAt
  }

  get includes() {
    return NO_INCLUDES
  }

  get asked() {
    return NO_ANSWERS
  }

  get summary() {
    return this.#summaryAt(this.#number)
  }
}

/** Maximum number of summaries in memory; the others are read again from a temporary file. */
const RECENT = 1000

/**
 * Opens shards, whose documents then have their results as if this process had made them.
 *
 * @throws {UserError} if they were made with other settings, by another program or from other files; so do the results, once they reach such a
 * document.
 */
export async function openShards(
  { kind, shards }: ShardSet,
  expected: ShardKind,
  run: Run,
  options: KeyedOptions,
): Promise<MadeResults> {
  if (kind !== expected)
    throw new UserError(`Unexpected shards of a ${kind}, expected those of a ${expected}`)
  const keys = await shardKeys(run, options)
  for (const shard of shards) assertKeys(shard, keys, 'this merge', programName())
  const settings = { cwd: options.cwd, changedIn: createChangeFinder(options) }
  const folder = openTemporaryFolder()
  const file = openRecordFile(join(folder.path, 'summaries'))
  const summaries = file.list<StoredSummary>()
  const recent = memoizeSome<StoredSummary>(RECENT)
  const summaryAt = (number: number) => recent(String(number), () => summaries.at(number))

  async function* results(groups: readonly DocumentInputs[]): ReturnType<MadeResults['results']> {
    const readers = shards.map(({ folder, name }) => readShardDocuments(folder, name))
    try {
      for (const group of groups) {
        const at = shardOf(group.path, shards.length) - 1
        const result = restoreResult(group, readers[at]!.next().value || undefined, shards[at]!, settings)
        yield [group, { ...result, members: result.members.map(lighten) }]
      }
    } finally {
      for (const reader of readers) reader.return()
    }
  }

  /** Leaves out what only a cache needs, and keeps the summary on the disk. */
  function lighten({ file, document }: MemberResult): MemberResult {
    if (!document) return { file }
    const { locale, units, summary } = document
    const number = summaries.length
    summaries.add(summary)
    return { file, document: new LightDocument(locale, units, number, summaryAt) }
  }

  return {
    results,
    close() {
      file.close()
      folder.remove()
    },
  }
}
