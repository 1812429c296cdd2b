import type { Redis } from 'ioredis'
import { SHARD_VERSION } from '../model/build/shard.ts'
import { loadPackages } from '../util/load-package.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'

/** Prefix of all keys in Redis: programs whose shards have another form do not see each other’s jobs. */
export const PREFIX = `lockstep-${SHARD_VERSION}`

/** A connection to Redis or Valkey, and the library of queues. */
export interface Connection {
  readonly bullmq: typeof import('bullmq')
  readonly client: Redis
  /** Its address for people, without a password. */
  readonly name: string
  /** Ends it at once; what waits for an answer fails. */
  close(): void
}

/** Longest time until the first answer, in milliseconds. */
const LONGEST_WAIT = 20_000
/** Longest pause between two attempts to connect again, in milliseconds. */
const LONGEST_PAUSE = 2000

/**
 * Connects to Redis. A connection that is lost later is made again, for as long as it takes, and commands wait for it.
 *
 * @param url `redis://`, `rediss://` or, for a socket of this machine, `unix://` with its path.
 * @param note takes a sentence for people: the connection is lost, or there again.
 * @throws {UserError} if it cannot be reached, or a package is not installed.
 */
export async function connect(url: string, note: (sentence: string) => void): Promise<Connection> {
  const address = parseAddress(url)
  const [bullmq, { Redis }] = await loadPackages(
    () => Promise.all([import('bullmq'), import('ioredis')]),
    ['bullmq', 'ioredis'],
    'use a queue',
  )
  let isOpen = false
  let reason: unknown
  const options = {
    // Blocking commands wait for the next job.
    maxRetriesPerRequest: null,
    lazyConnect: true,
    // The first connection fails at once: most often, the address is wrong.
    retryStrategy: (times: number) => (isOpen ? Math.min(times * 100, LONGEST_PAUSE) : null),
  }
  const name = address.hostname === '' ? address.pathname : address.host
  const client =
    address.protocol === 'unix:'
      ? new Redis(decodeURIComponent(address.pathname), options)
      : new Redis(url, options)
  client.on('error', (error) => {
    reason = error
  })
  // Some other server can take the connection and never answer.
  const timer = setTimeout(() => {
    reason ??= `no answer for ${LONGEST_WAIT / 1000} seconds`
    client.disconnect()
  }, LONGEST_WAIT)
  try {
    await client.connect()
    await client.ping()
  } catch (error) {
    client.disconnect()
    throw new UserError(
      `Cannot connect to Redis at ${name}: ${reasonOf(reason ?? error)}`,
      'Check --queue, and that Redis or Valkey runs there.',
    )
  } finally {
    clearTimeout(timer)
  }
  isOpen = true
  let isLost = false
  client.on('close', () => {
    if (!isOpen || isLost) return
    isLost = true
    note(`The connection to Redis at ${name} is lost: trying again.`)
  })
  client.on('ready', () => {
    if (isLost) note(`Connected to Redis at ${name} again.`)
    isLost = false
  })
  return {
    bullmq,
    client,
    name,
    close() {
      isOpen = false
      client.disconnect()
    },
  }
}

/** What Redis says if it refuses a command, for example for lack of memory or rights; `undefined` of other errors. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'ReplyError' ? error.message : undefined
}

function parseAddress(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const isKnown =
    parsed &&
    (parsed.hostname === ''
      ? parsed.protocol === 'unix:' && parsed.pathname.length > 1
      : /^rediss?:$/.test(parsed.protocol))
  if (!isKnown)
    throw new UserError(
      'The address of a queue is redis://host:6379, rediss://user:password@host:6379/0 or unix:///path/of/redis.sock',
      'Correct --queue.',
    )
  return parsed
}
