import { type ShardPlan, shardName } from '../../model/build/shard.ts'
import type { BuildOptions } from '../../pipeline/options.ts'
import { planShards } from '../../pipeline.ts'
import { connect } from '../../queue/connection.ts'
import { ATTEMPTS, makeInQueue } from '../../queue/make-in-queue.ts'
import { openResults } from '../../results/open-results.ts'
import { countOf } from '../../util/count-of.ts'
import { UserError } from '../../util/user-error.ts'
import { createProgress } from '../create-progress.ts'
import type { Io, StopCode } from '../io.ts'
import type { QueueChoice } from './queue-flags.ts'

/** Maximum number of failed shards to list. */
const LISTED = 10

/** Shards that workers have made. */
export interface MadeShards {
  /** Absolute paths of their folders. */
  readonly folders: readonly string[]
  /** Removes what is only on this machine. */
  close(): void
}

/**
 * Has workers make the shards of a build, and waits for them.
 *
 * @param of number of shards. Default: by the number of documents.
 * @returns the exit code if somebody stops waiting.
 * @throws {UserError} if shards cannot be made.
 */
export async function makeShardsInQueue(
  options: BuildOptions,
  { url, name, results }: QueueChoice,
  of: number | undefined,
  quiet: boolean,
  io: Io,
): Promise<MadeShards | StopCode> {
  const progress = createProgress(io, 'Shards made', quiet)
  const note = (sentence: string) => {
    progress.clear()
    io.stderr.write(`${sentence}\n`)
  }
  // First, because it takes no time.
  const connection = await connect(url, note)
  const { plans, faultOf } = await planShards(options, of).catch((error) => {
    connection.close()
    throw error
  })
  const store = await openResults(results, io.cwd, io.env).catch((error) => {
    connection.close()
    throw error
  })
  const stopped = io.stopped()
  const onMade = (plan: ShardPlan, made: number) =>
    progress.show({ done: made - 1, total: plans.length, path: shardName(plan) })
  const outcome = await makeInQueue({ plans, faultOf, store, queue: name, onMade, note, stopped }, connection)
    .catch((error) => {
      store.close()
      throw error
    })
    .finally(() => {
      progress.clear()
      connection.close()
      io.endAtOnce()
    })
  if (outcome.kind === 'made') return { folders: outcome.folders, close: store.close }
  store.close()
  if (outcome.kind === 'stopped') {
    note(
      `Stopped waiting: ${outcome.made} of ${countOf(plans.length, 'shard')} are made, and the workers go on with the others. ` +
        'Run the same command again to continue: what is made then is not made again.',
    )
    return stopped
  }
  const { failures } = outcome
  const lines = failures.slice(0, LISTED).map(({ plan, reason }) => `  ${shardName(plan)}: ${reason}`)
  if (failures.length > LISTED) lines.push(`  and ${failures.length - LISTED} more`)
  note(lines.join('\n'))
  throw new UserError(
    `Cannot make ${failures.length} of ${countOf(plans.length, 'shard')}, after ${ATTEMPTS} attempts each (above)`,
    'The others are kept: correct the cause and run the same command again.',
  )
}
