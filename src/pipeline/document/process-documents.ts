/**
 * Processes documents in one thread or several.
 *
 * Groups (a document in all its locales) are independent of each other. From some number on, and on machines with more than two processors,
 * several threads process them: each reads, parses, checks and renders, and returns plain data; outputs are bytes that move without a
 * copy. The main thread takes the results in order, so messages, counts and files do not depend on the number of threads. Only the main thread writes
 * and compares documents with each other. Commands that need models (`status`, `inspect`, repairs) run in one thread. An included document
 * is parsed once per thread.
 */

import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import Tinypool from 'tinypool'
import { openFileLimit } from '../../read/files/open-file-limit.ts'
import { readFile } from '../../read/files/read-file.ts'
import type { Input } from '../../read/input.ts'
import { readAhead } from '../../util/read-ahead.ts'
import { StopError } from '../../util/stop-error.ts'
import { canLoadAgain } from '../plugins/plugin-files.ts'
import type { DocumentInputs } from './document-inputs.ts'
import type { DocumentResult } from './document-result.ts'
import { createDocumentProcessor, type ProcessSettings } from './process-document.ts'
import type { Stop, WorkerSettings } from './process-worker.ts'

/** Number of groups from which threads save more time than they take to start. */
const MANY = 150
/** Highest default number of threads: each needs its own memory. */
const MOST_THREADS = 8
/**
 * Number of processors from which threads pay off: two often share a core, and then threads double the memory
 * and gain little.
 */
const MANY_PROCESSORS = 3
/**
 * Error codes of a thread that ran out of memory or could not start, for example because too many files are
 * open.
 */
const OUT_OF_RESOURCES = new Set([
  'ERR_WORKER_OUT_OF_MEMORY',
  'ERR_WORKER_INIT_FAILED',
  'EAGAIN',
  'EMFILE',
  'ENFILE',
])
/** Files that Node.js opens while it loads code, in the main thread and in each worker. */
const [OWN_FILES, FILES_PER_THREAD] = [60, 16]
/** Groups queued for each thread, so that it need not wait for the next. */
const AT_HAND = 2

/** Settings for processing the documents of a run. */
export interface ProcessorSettings extends ProcessSettings {
  /** All inputs of the run, from which the groups are made. */
  readonly inputs: readonly Input[]
  /** Index of each group among the groups of all inputs. */
  readonly indexOf: (group: DocumentInputs) => number
}

/**
 * Makes a function that processes groups and yields their results in order. It uses several threads if that
 * pays off and nobody visits the models; the result does not depend on it.
 *
 * @returns a function that can be called several times in a run.
 */
export function createDocumentsProcessor(
  settings: ProcessorSettings,
): (groups: readonly DocumentInputs[]) => AsyncGenerator<[DocumentInputs, DocumentResult]> {
  const { options, visit } = settings
  const threads = Math.min(
    options.threads ?? usualThreads(availableParallelism()),
    affordableThreads(openFileLimit()),
  )
  const least = options.threads === undefined ? MANY : 2
  // Requires compiled code: a worker thread cannot load TypeScript sources.
  const isCompiled = import.meta.url.endsWith('.js')
  const canFork = isCompiled && visit === undefined && options.onStage === undefined && canLoadAgain(options)
  // Made on first use, because it compiles templates.
  let own: ReturnType<typeof createDocumentProcessor> | undefined

  async function* inThisThread(
    groups: readonly DocumentInputs[],
  ): AsyncGenerator<[DocumentInputs, DocumentResult]> {
    own ??= createDocumentProcessor(settings)
    for (const group of groups) {
      const files = group.inputs.map((input) => readFile(input, options))
      yield [group, own(group, files)]
      // Lets other tasks of this thread run.
      await setImmediate()
    }
  }

  async function* inThreads(
    groups: readonly DocumentInputs[],
  ): AsyncGenerator<[DocumentInputs, DocumentResult]> {
    const pool = openPool(settings, threads)
    // If a thread cannot start, the pool reports it, not a task, and no task may ever end.
    const waiting = new Set<(failure: Error) => void>()
    let broken: Error | undefined
    pool.on('error', (error: Error) => {
      broken ??= error
      for (const end of waiting) end(broken)
    })
    const run = (group: DocumentInputs): Promise<DocumentResult | Error> =>
      new Promise((resolve) => {
        if (broken) return resolve(broken)
        waiting.add(resolve)
        const running: Promise<DocumentResult | Stop> = pool.run(settings.indexOf(group), {
          name: 'processAt',
        })
        const whole = (result: DocumentResult | Stop) =>
          resolve('stop' in result ? new StopError(result.stop) : result)
        running.then(whole, resolve).finally(() => waiting.delete(resolve))
      })
    try {
      for await (const [group, result] of readAhead(groups, threads * AT_HAND * 2, run)) {
        if (!(result instanceof Error)) yield [group, result]
        // A thread that ran out of resources loses its groups, so this thread makes them, one after the
        // other.
        else if ('code' in result && OUT_OF_RESOURCES.has(String(result.code))) yield* inThisThread([group])
        else throw result
      }
    } finally {
      await pool.destroy()
    }
  }

  return (groups) =>
    threads > 1 && groups.length >= least && canFork ? inThreads(groups) : inThisThread(groups)
}

function usualThreads(processors: number): number {
  return processors < MANY_PROCESSORS ? 1 : Math.min(processors, MOST_THREADS)
}

/** Number of threads that the limit of open files allows; at least 1, this thread. */
export function affordableThreads(limit = Number.POSITIVE_INFINITY): number {
  return Math.max(1, Math.floor((limit - OWN_FILES) / FILES_PER_THREAD))
}

/** Starts threads with the settings of the run. */
function openPool({ inputs, options, make }: ProcessorSettings, threads: number): Tinypool {
  const { plugins = [], configFile } = options
  const workerData: WorkerSettings = {
    inputs,
    options: withoutFunctions(options),
    ...(make && { make: { ...make, options: withoutFunctions(make.options) } }),
    ...(plugins.length > 0 &&
      configFile !== undefined && { plugins: { configFile, names: plugins.map(({ name }) => name) } }),
  }
  return new Tinypool({
    filename: new URL('./process-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: AT_HAND,
    workerData,
  })
}

/** Options without callbacks and plugins, as plain data for a thread. */
function withoutFunctions<Options extends object>(options: Options): Options {
  return { ...options, onProgress: undefined, onStage: undefined, plugins: undefined }
}
