import { parentPort, workerData } from 'node:worker_threads'
import type { ShardPlan } from '../../model/build/shard.ts'
import { makePlannedShard } from '../../pipeline.ts'
import type { MadeShard } from '../../queue/take-jobs.ts'
import { StopError } from '../../util/stop-error.ts'
import { type BuildFlags, readBuildOptions } from '../commands/build.ts'
import { explanationOf } from '../explanation-of.ts'

/** What a thread makes. */
export interface ThreadTask {
  readonly inputs: readonly string[]
  readonly flags: BuildFlags
  readonly cwd: string
  readonly plan: ShardPlan
  /** Absolute path. */
  readonly folder: string
}

async function make({ inputs, flags, cwd, plan, folder }: ThreadTask): Promise<MadeShard> {
  try {
    const run = await readBuildOptions(inputs, flags, { cwd })
    const { documents, units } = await makePlannedShard({ kind: 'build', shard: plan, run, folder }, plan)
    return { kind: 'made', documents, units }
  } catch (error) {
    // Errors lose their kind on the way between threads.
    const explanation = explanationOf(error)
    if (explanation === undefined) {
      const { message, stack } = error as Error
      return { kind: 'failed', message: stack ?? message }
    }
    // A disk is full, for example; all else is that this machine lacks what the build has.
    return { kind: error instanceof StopError ? 'failed' : 'other', message: explanation }
  }
}

parentPort!.postMessage(await make(workerData as ThreadTask))
