import { SHARD_VERSION, type ShardPlan } from '../model/build/shard.ts'
import { hashOf } from '../util/data/hash-of.ts'
import { isObject } from '../util/data/is-object.ts'
import { PREFIX } from './connection.ts'

/** A job: one shard. */
export interface ShardJob {
  readonly plan: ShardPlan
  /** Id of the build that asks for it. */
  readonly build: string
}

/** What a worker says of a job that it has done. */
export interface DoneJob {
  /** Name of the worker. */
  readonly worker: string
  /** Its name of the store with the result; absent if it has removed the job of a build that is gone. */
  readonly results?: string
}

/** What a worker says while it has a job: it cannot do it, and why. */
export interface RefusedJob {
  readonly worker: string
  readonly refused: string
}

/** The id of a shard: two that are made from the same have the same. */
export function idOf(plan: ShardPlan): string {
  const { version, kind, number, of, keys, documents } = plan
  const { program, settings, files, inputs } = keys
  return hashOf(JSON.stringify([version, kind, number, of, program, settings, files, inputs, documents]))
}

/** The key in Redis that exists while a build waits. */
export function waitingKey(queue: string, build: string): string {
  return `${PREFIX}:${queue}:waiting:${build}`
}

/**
 * The job in data from Redis, where other programs can write, too; `undefined` if it is none of this version.
 *
 * @param id of the job, which becomes a name of a folder.
 */
export function parseJob(id: string | undefined, data: unknown): ShardJob | undefined {
  if (!isObject(data) || typeof data.build !== 'string' || !isObject(data.plan)) return undefined
  const { version, number, of, keys } = data.plan
  const isPlan =
    version === SHARD_VERSION && Number.isInteger(number) && Number.isInteger(of) && isObject(keys)
  const job = data as unknown as ShardJob
  return isPlan && idOf(job.plan) === id ? job : undefined
}
