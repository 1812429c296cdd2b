/**
 * Makes shards from a queue until somebody stops it.
 *
 * BullMQ gives each job to one worker, which has to say again and again that it lives; if it does not, another one gets the job. So the thread that
 * talks to Redis makes nothing itself. A shard that was made twice does no harm: it is the same, and the store takes one.
 *
 * A worker that would make something else than the build asks for gives the job back at once, which is no failed attempt, says so, and takes none for a
 * while, so that others get them. If the build no longer waits either, the job is removed: a build that comes again asks again.
 */

import type { Job } from 'bullmq'
import { type ShardPlan, shardName } from '../model/build/shard.ts'
import type { ResultStore } from '../results/result-store.ts'
import { deferred } from '../util/deferred.ts'
import { type Connection, PREFIX, refusalOf } from './connection.ts'
import { ATTEMPTS } from './make-in-queue.ts'
import { type DoneJob, parseJob, type RefusedJob, type ShardJob, waitingKey } from './shard-job.ts'

/** How often workers may be lost with the same job. */
const MOST_LOSSES = 10
/** How long a worker takes no jobs after one that it cannot do, in milliseconds. */
const REST = 5000

/** What came of making a shard. */
export type MadeShard =
  | { readonly kind: 'made'; readonly documents: number; readonly units: number }
  /** This machine would make something else, or lacks what is needed; the message says what differs. */
  | { readonly kind: 'other'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' }

/** How to work. */
export interface WorkerTask {
  /** Name of the queue. */
  readonly queue: string
  readonly store: ResultStore
  /** Name of this worker, for people. */
  readonly name: string
  /** Makes a shard in a folder; stops if the signal says so. */
  readonly make: (plan: ShardPlan, folder: string, signal: AbortSignal) => Promise<MadeShard>
  /** Number of shards to make at the same time. */
  readonly concurrency: number
  /** Time after which a worker that says nothing counts as lost, in seconds. */
  readonly lostAfter: number
  /** Time without a job after which it ends, in seconds. Default: it waits. */
  readonly idleExit?: number | undefined
  /** Takes a sentence for people. */
  readonly note: (sentence: string) => void
  /** Takes a sentence about what went wrong. */
  readonly warn: (sentence: string) => void
  /** Resolves each time that somebody asks it to stop: first it finishes its shards, then it gives them back. */
  readonly stopped: () => Promise<unknown>
}

/** Takes jobs until it is stopped, or there are none. */
export async function takeJobs(task: WorkerTask, connection: Connection): Promise<void> {
  const { store, name, note, warn } = task
  const { bullmq, client } = connection
  const giveBack = new AbortController()
  const end = deferred<void>()
  const left = deferred<void>()
  // Without a connection, nothing can be given back, and others get it.
  const leaveIfLost = () => {
    if (client.status !== 'ready') left.resolve()
  }
  let active = 0
  const told = new Set<string>()
  /** Warns of what comes again and again, once for each reason. */
  const warnOnce = (reason: string, sentence: string) => {
    if (!told.has(reason)) warn(sentence)
    told.add(reason)
  }
  const idle = idleTimer(
    task.idleExit,
    () => active === 0,
    () => {
      note(`No job for ${task.idleExit} seconds.`)
      end.resolve()
    },
  )
  const rest = restTimer(() => worker.resume())

  async function take(job: Job<ShardJob, DoneJob>, token?: string): Promise<DoneJob> {
    active++
    let isGivenBack = false
    try {
      return await work(job, token)
    } catch (error) {
      isGivenBack = error instanceof bullmq.WaitingError
      throw error
    } finally {
      active--
      // A job that it gives back is none for it.
      if (isGivenBack) idle.check()
      else idle.reset()
    }
  }

  async function work(job: Job<ShardJob, DoneJob>, token?: string): Promise<DoneJob> {
    const asked = parseJob(job.id, job.data)
    if (!asked) throw new bullmq.UnrecoverableError('It is no job of this version of Lockstep')
    const { plan, build } = asked
    const done = { worker: name, results: store.name }
    if (await store.has(job.id!)) return done
    note(`Making ${shardName(plan)}.`)
    const place = await store.begin(job.id!)
    try {
      const result = await task.make(plan, place.path, giveBack.signal)
      if (result.kind === 'failed') throw new Error(result.message)
      if (result.kind === 'made') {
        await place.publish()
        return done
      }
      if (result.kind === 'other') {
        if ((await client.exists(waitingKey(task.queue, build))) === 0) {
          warn(
            `Removed ${shardName(plan)}, which this worker cannot make and no build waits for. ${result.message}`,
          )
          return { worker: name }
        }
        warnOnce(
          result.message,
          `Cannot make ${shardName(plan)}: it goes to another worker. ${result.message}`,
        )
        await job.updateProgress({ worker: name, refused: result.message } satisfies RefusedJob)
        worker.pause(true)
        rest.start()
      }
      await job.moveToWait(token)
      throw new bullmq.WaitingError()
    } finally {
      place.remove()
    }
  }

  const worker = new bullmq.Worker<ShardJob, DoneJob>(task.queue, take, {
    connection: client,
    prefix: PREFIX,
    name,
    concurrency: task.concurrency,
    lockDuration: task.lostAfter * 1000,
    stalledInterval: task.lostAfter * 1000,
    maxStalledCount: MOST_LOSSES,
    // Tries again soon after a connection was lost.
    runRetryDelay: 1000,
  })
  worker.on('completed', (job, { results }) => {
    if (results !== undefined) note(`Made ${job.name}.`)
  })
  worker.on('failed', (job, { message }) => {
    if (!job) return
    const left = ATTEMPTS - job.attemptsMade
    warn(`Cannot make ${job.name}: ${message} (${left > 0 ? `attempts left: ${left}` : 'given up'}).`)
  })
  worker.on('stalled', () => warn('A worker was lost: its shard is made again.'))
  worker.on('error', (error) => {
    if (/Missing (?:lock|key)/.test(error.message))
      warn(
        'The queue has lost a shard of this worker, or given it to another one. Its result counts nevertheless.',
      )
    // The connection says itself that it is lost.
    const refusal = refusalOf(error)
    if (refusal !== undefined)
      warnOnce(refusal, `Redis at ${connection.name} refuses what a worker needs: ${refusal}`)
  })
  task.stopped().then(async () => {
    // At once, because a signal that nobody waits for ends the process.
    const again = task.stopped()
    if (active > 0) note('Finishing the shards at hand. Stop again to give them back.')
    end.resolve()
    if (active === 0) return leaveIfLost()
    await again
    giveBack.abort()
    leaveIfLost()
  })
  idle.reset()
  await end.promise
  rest.stop()
  await Promise.race([worker.close(), left.promise])
  idle.stop()
  connection.close()
}

/** Lets a worker take jobs again after a while. */
function restTimer(resume: () => void): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let isOver = false
  return {
    start() {
      clearTimeout(timer)
      if (!isOver) timer = setTimeout(resume, REST)
    },
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}

/** Ends a worker that has nothing to do: `reset` begins its time anew, `check` ends it if that is over. */
function idleTimer(
  seconds: number | undefined,
  isIdle: () => boolean,
  end: () => void,
): { reset(): void; check(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let isOver = false
  const stop = () => clearTimeout(timer)
  const check = () => {
    if (isOver && isIdle()) end()
  }
  return {
    reset() {
      stop()
      isOver = false
      if (seconds === undefined) return
      timer = setTimeout(() => {
        isOver = true
        check()
      }, seconds * 1000)
    },
    check,
    stop,
  }
}
