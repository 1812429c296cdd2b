import { Worker } from 'node:worker_threads'
import type { MadeShard } from '../../queue/take-jobs.ts'
import type { ThreadTask } from './shard-thread.ts'

/** Code of the error of a thread that ran out of memory. */
const NO_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Makes a shard in a thread of its own, which reads configuration and documents as they are now; this thread stays free to talk to the queue.
 *
 * @param signal stops it.
 */
export function makeInThread(task: ThreadTask, signal: AbortSignal): Promise<MadeShard> {
  return new Promise((done) => {
    if (signal.aborted) return done({ kind: 'stopped' })
    const thread = new Worker(new URL('./shard-thread.js', import.meta.url), { workerData: task })
    const stop = () => {
      done({ kind: 'stopped' })
      thread.terminate()
    }
    signal.addEventListener('abort', stop)
    thread.on('message', done)
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const message =
        error.code === NO_MEMORY
          ? 'It ran out of memory; with more shards (--shards), each needs less'
          : (error.stack ?? error.message)
      done({ kind: 'failed', message })
    })
    thread.on('exit', () => {
      signal.removeEventListener('abort', stop)
      done({ kind: 'failed', message: 'Its thread has ended early' })
    })
  })
}
