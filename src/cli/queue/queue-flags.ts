import { UserError } from '../../util/user-error.ts'

/** Default name of a queue. Here, because a build without a queue loads no code of queues. */
const QUEUE = 'shards'

/** Flags about a queue. */
export interface QueueFlags {
  readonly queue?: string
  readonly queueName?: string
  readonly results?: string
  readonly shards?: number
}

/** A queue to use. */
export interface QueueChoice {
  /** Address of Redis. */
  readonly url: string
  readonly name: string
  /** Where finished shards are. */
  readonly results: string
}

/**
 * The queue that flags name; `undefined` if they name none.
 *
 * @throws {UserError} if one flag lacks another one.
 */
export function queueChoice(flags: QueueFlags): QueueChoice | undefined {
  const { queue: url, queueName: name = QUEUE, results } = flags
  if (url === undefined) {
    const names = { queueName: '--queue-name', results: '--results', shards: '--shards' } as const
    for (const [key, option] of Object.entries(names))
      if (flags[key as keyof typeof names] !== undefined)
        throw new UserError(`Cannot use ${option} without --queue`, `Add --queue, or leave out ${option}.`)
    return undefined
  }
  if (results === undefined)
    throw new UserError(
      'Cannot use --queue without --results, where finished shards are',
      'Add --results with a folder that all machines share, or s3://bucket/prefix.',
    )
  return { url, name, results }
}
