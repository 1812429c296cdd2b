import { workerData } from 'node:worker_threads'
import Tinypool from 'tinypool'
import { readFile } from '../../read/files/read-file.ts'
import type { Input } from '../../read/input.ts'
import { StopError } from '../../util/stop-error.ts'
import { createRulePlan } from '../check/rule-plan.ts'
import { loadAgain, type PluginSource } from '../plugins/load-again.ts'
import { groupInputs } from './document-inputs.ts'
import type { DocumentResult, OutputBatch } from './document-result.ts'
import { createDocumentProcessor, type ProcessSettings } from './process-document.ts'

/** Data that a worker starts with. */
export interface WorkerSettings extends Pick<ProcessSettings, 'options' | 'make'> {
  /** All inputs of the run. */
  readonly inputs: readonly Input[]
  /** The plugins, which the options lack; absent if there are none. */
  readonly plugins?: PluginSource
}

// The pool puts its own data before ours.
const [, settings] = workerData as [unknown, WorkerSettings]
const { inputs } = settings
const plugins = settings.plugins && (await loadAgain(settings.plugins, settings.options.cwd))
const withPlugins = <Options extends object>(options: Options): Options =>
  plugins ? { ...options, plugins } : options
const options = withPlugins(settings.options)
const make = settings.make && { ...settings.make, options: withPlugins(settings.make.options) }
const groups = groupInputs(inputs, options)
const plan = createRulePlan(options)
const processDocument = createDocumentProcessor({ options, plan, ...(make && { make }) })
const encoder = new TextEncoder()

/** A reason to end the run: errors lose their kind on the way between threads. */
export interface Stop {
  readonly stop: string
}

/** Processes the group with this index; hands its outputs over as bytes, without copying them. */
export function processAt(index: number): DocumentResult | Stop {
  try {
    return process(index)
  } catch (error) {
    if (error instanceof StopError) return { stop: error.message }
    throw error
  }
}

function process(index: number): DocumentResult {
  const group = groups[index]!
  const files = group.inputs.map((input) => readFile(input, options))
  const result = processDocument(group, files)
  const buffers: ArrayBufferLike[] = []
  const outputs = result.outputs.map(
    (batch): OutputBatch => ({
      ...batch,
      files: batch.files.map(({ path, content }) => {
        // A copy, because bytes of plugins can share their memory with others.
        const bytes = typeof content === 'string' ? encoder.encode(content) : Uint8Array.from(content)
        buffers.push(bytes.buffer)
        return { path, content: bytes }
      }),
    }),
  )
  return handOver({ ...result, outputs }, buffers)
}

/** Marks the buffers of a result for transfer to the main thread. */
function handOver(result: DocumentResult, buffers: readonly ArrayBufferLike[]): DocumentResult {
  return Tinypool.move({
    [Tinypool.transferableSymbol]: buffers,
    [Tinypool.valueSymbol]: result,
  } as never) as unknown as DocumentResult
}
