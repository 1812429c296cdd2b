import { hostname } from 'node:os'
import { connect } from '../../queue/connection.ts'
import { takeJobs, type WorkerTask } from '../../queue/take-jobs.ts'
import { openResults } from '../../results/open-results.ts'
import { UserError } from '../../util/user-error.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { makeInThread } from '../queue/make-in-thread.ts'
import { queueChoice } from '../queue/queue-flags.ts'
import { type BuildFlags, readBuildOptions } from './build.ts'

/** Flags of `lockstep worker`: those of the builds whose shards it makes. */
export interface WorkerFlags extends BuildFlags {
  readonly concurrency?: number
  readonly lostAfter?: number
  readonly idleExit?: number
}

/** Time after which a worker that says nothing counts as lost, in seconds. */
const LOST_AFTER = 30

/**
 * Runs `lockstep worker` until it is stopped.
 *
 * @throws {UserError} if the configuration, the queue or the results cannot be used.
 */
export async function runWorker(inputs: readonly string[], all: WorkerFlags, io: Io): Promise<ExitCode> {
  const { concurrency = 1, lostAfter = LOST_AFTER, idleExit, queue, queueName, results, ...flags } = all
  const choice = queueChoice(all)
  if (!choice) throw new UserError('A worker needs a queue', 'Add --queue, such as redis://localhost:6379.')
  // A configuration that cannot be read is no matter of a job.
  await readBuildOptions(inputs, flags, io)
  const note = (sentence: string) => {
    if (!flags.quiet) io.stdout.write(`${sentence}\n`)
  }
  const store = await openResults(choice.results, io.cwd, io.env)
  const warn = (sentence: string) => {
    io.stderr.write(`${sentence}\n`)
  }
  const connection = await connect(choice.url, warn)
  const name = `${hostname()}-${process.pid}`
  note(
    `The worker ${name} takes shards from ${connection.name} and puts them into ${store.name}. Press Ctrl+C to stop.`,
  )
  const make: WorkerTask['make'] = (plan, folder, signal) =>
    makeInThread({ inputs, flags: { threads: 1, ...flags }, cwd: io.cwd, plan, folder }, signal)
  await takeJobs(
    {
      queue: choice.name,
      store,
      name,
      make,
      concurrency,
      lostAfter,
      idleExit,
      note,
      warn,
      stopped: io.stopped,
    },
    connection,
  )
  store.close()
  note(`The worker ${name} has ended.`)
  return 0
}
