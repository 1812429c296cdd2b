/**
 * Has the shards of a build made by the workers of a queue.
 *
 * The queue holds what is to be made, never what is made: finished shards are in the result store, under the id of what they were made from. A job
 * has the same id, so asking twice for a shard, or a second build of the same, adds nothing; and a queue that has lost everything is filled again with
 * what is not in the store. Events only say when to look: after a connection that was lost, and now and then, the store and the queue are compared.
 *
 * Every shard is examined here as soon as it is made, while others are being made: one that a merge would refuse is made again, once.
 */

import { setImmediate } from 'node:timers/promises'
import type { JobType } from 'bullmq'
import { type ShardPlan, shardName } from '../model/build/shard.ts'
import type { ResultStore } from '../results/result-store.ts'
import { hashOf } from '../util/data/hash-of.ts'
import { deferred } from '../util/deferred.ts'
import { UserError } from '../util/user-error.ts'
import { type Connection, PREFIX, refusalOf } from './connection.ts'
import { type DoneJob, idOf, type RefusedJob, type ShardJob, waitingKey } from './shard-job.ts'

/** How often workers may fail to make a shard. */
export const ATTEMPTS = 3
/** First pause before the next attempt, in milliseconds. */
const PAUSE = 1000
/** How often a shard may be made again because a merge would refuse it, or because its result has not arrived. */
const [MOST_FAULTS, MOST_MISSES] = [1, 3]
/** How often the store and the queue are compared, in milliseconds, and how long a build counts as waiting, in seconds. */
const [INTERVAL, PATIENCE] = [30_000, 120]
/** How long the queue remembers a failed job, in seconds. */
const MEMORY = 7 * 24 * 60 * 60
/** Maximum number of jobs to add at once. */
const BATCH = 1000

/** What came of it. */
export type QueueOutcome =
  | { readonly kind: 'made'; readonly folders: readonly string[] }
  | {
      readonly kind: 'failed'
      readonly failures: readonly { readonly plan: ShardPlan; readonly reason: string }[]
    }
  /** Somebody has stopped waiting. */
  | { readonly kind: 'stopped'; readonly made: number }

/** What to make, and where. */
export interface QueueTask {
  readonly plans: readonly ShardPlan[]
  /** Why a merge would refuse a shard; `undefined` if it would not. */
  readonly faultOf: (folder: string, plan: ShardPlan) => string | undefined
  readonly store: ResultStore
  /** Name of the queue. */
  readonly queue: string
  /** Called for each shard that is made, with the number of shards that are. */
  readonly onMade: (plan: ShardPlan, made: number) => void
  /** Takes a sentence for people. */
  readonly note: (sentence: string) => void
  /** Resolves if somebody stops waiting. */
  readonly stopped: Promise<unknown>
}

/**
 * Puts the shards that are not yet made into the queue, and waits until workers have made them.
 *
 * @throws {UserError} if the store or the queue cannot be used.
 */
export async function makeInQueue(
  task: QueueTask,
  { bullmq, client, name }: Connection,
): Promise<QueueOutcome> {
  const { plans, store, note } = task
  const pending = new Map(plans.map((plan) => [idOf(plan), plan]))
  const build = hashOf([...pending.keys()].join())
  const waiting = waitingKey(task.queue, build)
  const folders: string[] = []
  const failures: { plan: ShardPlan; reason: string }[] = []
  const faults = new Map<string, number>()
  const misses = new Map<string, number>()
  const told = new Set<string>()
  const options = { connection: client, prefix: PREFIX }
  const queue = new bullmq.Queue<ShardJob, DoneJob>(task.queue, options)
  const events = new bullmq.QueueEvents(task.queue, options)
  // The connection says that it is lost, and what waits is sent again.
  queue.on('error', () => {})
  events.on('error', () => {})

  const { promise, resolve, reject } = deferred<QueueOutcome>()
  // One at a time, in order.
  let last: Promise<void> = Promise.resolve()
  const then = (action: () => Promise<void>) => {
    last = last.then(action).catch((error) => {
      const refusal = refusalOf(error)
      reject(
        refusal === undefined
          ? error
          : new UserError(
              `Redis at ${name} refuses what a queue needs: ${refusal}`,
              'Correct its settings or memory, and run the same command again: what is made is kept.',
            ),
      )
    })
  }
  const sayOnce = (sentence: string) => {
    if (!told.has(sentence)) note(sentence)
    told.add(sentence)
  }

  /** Takes note of a shard that is over. */
  function settle(id: string, reason?: string): void {
    const plan = pending.get(id)!
    pending.delete(id)
    if (reason === undefined) task.onMade(plan, plans.length - pending.size - failures.length)
    else failures.push({ plan, reason })
    if (pending.size === 0)
      resolve(failures.length > 0 ? { kind: 'failed', failures } : { kind: 'made', folders })
  }

  /** Takes a shard that should be in the store. */
  async function take(id: string, done?: DoneJob): Promise<void> {
    const plan = pending.get(id)
    if (!plan) return
    // Many shards can be there already: lets signals through.
    await setImmediate()
    const folder = await store.fetch(id)
    if (folder === undefined) return miss(id, plan, done)
    const fault = task.faultOf(folder, plan)
    if (fault === undefined) {
      folders.push(folder)
      return settle(id)
    }
    await store.remove(id)
    const count = (faults.get(id) ?? 0) + 1
    faults.set(id, count)
    if (done && count > MOST_FAULTS) return settle(id, `${fault}. It was made by the worker ${done.worker}`)
    await add([id])
  }

  /** A worker has made a shard that is not here. A shared folder can take a while to show it. */
  async function miss(id: string, plan: ShardPlan, done: DoneJob | undefined): Promise<void> {
    if (done?.results === undefined) return add([id])
    const count = (misses.get(id) ?? 0) + 1
    misses.set(id, count)
    const sentence = `The worker ${done.worker} has put ${shardName(plan)} into ${done.results}, but it is not in ${store.name}`
    sayOnce(`${sentence}. Give the build and all workers the same --results.`)
    if (count >= MOST_MISSES) settle(id, sentence)
  }

  /** Adds jobs; nothing happens for those that the queue has. */
  async function add(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += BATCH) {
      const jobs = ids.slice(at, at + BATCH).map((jobId) => ({
        name: shardName(pending.get(jobId)!),
        data: { plan: pending.get(jobId)!, build },
        opts: {
          jobId,
          attempts: ATTEMPTS,
          backoff: { type: 'exponential', delay: PAUSE },
          removeOnComplete: true,
          removeOnFail: { age: MEMORY },
        },
      }))
      await queue.addBulk(jobs)
    }
  }

  /** Ids of jobs in these states, those of other builds included. */
  const idsOf = (...states: JobType[]) => queue.getRanges(states, 0, -1)

  let isToCompare = false
  /** Compares the store and the queue; once, also if a connection was lost for long. */
  function compareSoon(): void {
    if (isToCompare) return
    isToCompare = true
    then(async () => {
      isToCompare = false
      await compare()
    })
  }

  async function compare(): Promise<void> {
    await client.set(waiting, '1', 'EX', PATIENCE)
    const made = await store.list()
    for (const id of await idsOf('failed')) {
      if (!pending.has(id) || made.has(id)) continue
      const job = await queue.getJob(id)
      if (job) settle(id, reasonFor(job.failedReason))
    }
    const queued = new Set(await idsOf('waiting', 'active', 'delayed', 'prioritized'))
    await add([...pending.keys()].filter((id) => !made.has(id) && !queued.has(id)))
    for (const id of [...pending.keys()]) if (made.has(id)) await take(id)
    if (pending.size > 0 && (await queue.getWorkersCount()) === 0)
      sayOnce('No worker is connected yet: start one with `lockstep worker`, the same --queue and --results.')
  }

  events.on('completed', ({ jobId, returnvalue }) =>
    then(() => take(jobId, returnvalue as unknown as DoneJob)),
  )
  events.on('failed', ({ jobId, failedReason }) =>
    then(async () => {
      if (pending.has(jobId)) settle(jobId, reasonFor(failedReason))
    }),
  )
  events.on('progress', ({ jobId, data }) => {
    const plan = pending.get(jobId)
    const { worker, refused } = data as Partial<RefusedJob>
    if (plan && refused !== undefined)
      sayOnce(`The worker ${worker} cannot make ${shardName(plan)}. ${refused}`)
  })
  const timer = setInterval(compareSoon, INTERVAL)
  try {
    await events.waitUntilReady()
    then(async () => {
      // A build that starts again gives shards another chance.
      for (const id of await idsOf('failed')) if (pending.has(id)) await queue.remove(id)
      await compare()
      client.on('ready', compareSoon)
    })
    const stopped = task.stopped.then((): QueueOutcome => ({ kind: 'stopped', made: folders.length }))
    return await Promise.race([promise, stopped])
  } finally {
    clearInterval(timer)
    client.off('ready', compareSoon)
    if (client.status === 'ready') await client.del(waiting)
    // Nobody waits for it: without a connection, it never ends.
    Promise.allSettled([queue.close(), events.close()])
  }
}

/** Says what workers that were lost leave open. */
function reasonFor(failedReason: string): string {
  return /stalled more than/.test(failedReason)
    ? 'Its workers were lost again and again; with more shards (--shards), each needs less memory and time'
    : failedReason
}
