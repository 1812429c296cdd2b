import { join } from 'node:path'
import { SHARD_VERSION, type ShardKind, type ShardPlan, shardName } from '../../model/build/shard.ts'
import { hashFile } from '../../read/program/hash-program.ts'
import { readShardDocuments, readShardHeader } from '../../read/read-shard.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { UserError } from '../../util/user-error.ts'
import type { KeyedOptions } from '../cache/cache-key.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { Run } from '../run-documents.ts'
import { createChangeFinder } from './changed-since.ts'
import { restoreResult } from './restore-result.ts'
import { differenceOf, programName } from './shard-differences.ts'
import { placeOf, shardKeys } from './shard-keys.ts'
import { shardOf } from './shard-of.ts'

/** Documents per shard by default: each locale counts. */
const PER_SHARD = 200
/** Fewest and most shards by default: a lost one is cheap, and more machines than one have work. */
const [FEWEST, MOST] = [4, 10_000]

/** The shards of a run that other processes make. */
export interface PlannedShards {
  /** In order. */
  readonly plans: readonly ShardPlan[]
  /**
   * Why a merge on this machine would refuse a finished shard, for people; `undefined` if it would take it.
   *
   * @param folder absolute path.
   */
  readonly faultOf: (folder: string, plan: ShardPlan) => string | undefined
}

/**
 * Plans the shards of a run.
 *
 * @param of number of shards. Default: by the number of documents.
 */
export async function planShards(
  run: Run,
  kind: ShardKind,
  options: KeyedOptions,
  of = Math.min(Math.max(Math.ceil(run.found.inputs.length / PER_SHARD), FEWEST), MOST),
): Promise<PlannedShards> {
  const keys = await shardKeys(run, options)
  const members: DocumentInputs[][] = Array.from({ length: of }, () => [])
  for (const group of run.groups) members[shardOf(group.path, of) - 1]!.push(group)
  const plans = members.map(
    (own, at): ShardPlan => ({
      version: SHARD_VERSION,
      kind,
      number: at + 1,
      of,
      program: programName(),
      keys,
      documents: documentsKey(own, options.cwd),
    }),
  )
  const settings = { cwd: options.cwd, changedIn: createChangeFinder(options) }
  return {
    plans,
    faultOf(folder, plan) {
      const name = `the results (${folder})`
      try {
        const header = readShardHeader(folder, name)
        const difference = differenceOf(header, plan)
        if (difference) return `${shardName(plan)} was made ${difference.difference} than this build`
        const stored = readShardDocuments(folder, name)
        try {
          for (const group of members[plan.number - 1]!)
            restoreResult(group, stored.next().value || undefined, { name, header }, settings)
        } finally {
          // Closes its file: there can be thousands of shards.
          stored.return()
        }
        return undefined
      } catch (error) {
        if (error instanceof UserError) return error.message
        throw error
      }
    },
  }
}

/**
 * Refuses to make a shard that would differ from the one that is asked for.
 *
 * @param own documents of the shard on this machine.
 * @throws {UserError} if it would.
 */
export function assertPlanned(
  plan: ShardPlan,
  actual: Omit<ShardPlan, 'documents'>,
  own: readonly DocumentInputs[],
  cwd: string,
): void {
  if (actual.kind !== plan.kind)
    throw new UserError(`It is that of a ${plan.kind}, and this worker makes those of a ${actual.kind}`)
  const difference = differenceOf(actual, plan)
  if (difference)
    throw new UserError(
      `It would be made ${difference.difference} than the build asks for${difference.versions}`,
      difference.hint,
    )
  if (documentsKey(own, cwd) !== plan.documents)
    throw new UserError(
      'It would be made from other documents than the build asks for: their content differs',
      'Give the build and all workers the same version of the documents.',
    )
}

/** Hashes the documents of a shard. */
function documentsKey(groups: readonly DocumentInputs[], cwd: string): string {
  const documents = groups.flatMap(({ inputs }) =>
    inputs.map(({ root, path, absolute }) => [join(placeOf(root, cwd), path), hashFile(absolute) ?? null]),
  )
  return hashOf(JSON.stringify(documents))
}
