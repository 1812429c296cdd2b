import type { AwsClient } from 'aws4fetch'
import { SaxesParser } from 'saxes'
import { loadPackages } from '../util/load-package.ts'
import { reasonOf } from '../util/reason-of.ts'
import { encodePath } from '../util/text/encode-path.ts'
import { UserError } from '../util/user-error.ts'

/**
 * A bucket of Amazon S3 or of a server that speaks its language.
 *
 * Four requests suffice, which `aws4fetch` signs (one file, no dependencies, also with the session tokens of temporary credentials) and
 * repeats if the server is busy. A connection that breaks is our matter: bodies are files or empty, so any request can be sent again.
 */
export interface Bucket {
  /** All keys that begin with the prefix. */
  list(prefix: string): Promise<readonly string[]>
  has(key: string): Promise<boolean>
  /** Writes an object at once, or not at all. */
  put(key: string, body: Blob): Promise<void>
  /** Reads an object; `false` if there is none. `take` is called again from the start if the connection breaks. */
  get(key: string, take: (response: Response) => Promise<void>): Promise<boolean>
  remove(key: string): Promise<void>
}

/** Environment variables, as the command line of AWS reads them. */
export type AwsEnvironment = Readonly<Record<string, string | undefined>>

/** How often a request is sent if the connection breaks. */
const TRIES = 4
/** How often, and from which time in milliseconds, a request is repeated if the server asks for it (429 and 5xx). */
const [RETRIES, FIRST_PAUSE] = [6, 100]

/**
 * Opens a bucket.
 *
 * @throws {UserError} if there are no credentials, or `aws4fetch` is not installed; so do its functions, if the server refuses.
 */
export async function openBucket(name: string, env: AwsEnvironment): Promise<Bucket> {
  const { AwsClient } = await loadPackages(() => import('aws4fetch'), ['aws4fetch'], 'use S3')
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!accessKeyId || !secretAccessKey)
    throw new UserError(
      'Cannot use S3 without AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      'Set them, for example with: eval "$(aws configure export-credentials --format env)"',
    )
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1'
  const client: AwsClient = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
    service: 's3',
    region,
    retries: RETRIES,
    initRetryMs: FIRST_PAUSE,
  })
  const base = addressOf(name, region, env)
  const urlOf = (key: string) => `${base}/${encodePath(key)}`

  async function send<Result>(
    what: string,
    url: string,
    init: RequestInit,
    take: (response: Response) => Promise<Result> | Result,
    allowed: readonly number[] = [],
  ): Promise<Result> {
    for (let left = TRIES - 1; ; left--) {
      try {
        const response = await client.fetch(url, init)
        if (response.ok || allowed.includes(response.status)) return await take(response)
        throw refusal(what, response.status, await response.text())
      } catch (error) {
        if (error instanceof UserError) throw error
        if (left === 0)
          throw new UserError(
            `Cannot ${what} ${base}: ${reasonOf((error as Error).cause ?? error)}`,
            'Check the network, AWS_ENDPOINT_URL and AWS_REGION.',
          )
      }
    }
  }

  return {
    async list(prefix) {
      const keys: string[] = []
      for (let token: string | undefined, isFirst = true; isFirst || token !== undefined; isFirst = false) {
        const query = new URLSearchParams({
          'list-type': '2',
          prefix,
          ...(token !== undefined && { 'continuation-token': token }),
        })
        const page = await send('list', `${base}/?${query}`, {}, async (response) =>
          readListing(await response.text()),
        )
        keys.push(...page.keys)
        token = page.next
      }
      return keys
    },
    has: (key) => send('read from', urlOf(key), { method: 'HEAD' }, ({ status }) => status !== 404, [404]),
    put: (key, body) => send('write to', urlOf(key), { method: 'PUT', body }, () => {}),
    get: (key, take) =>
      send(
        'read from',
        urlOf(key),
        {},
        async (response) => {
          if (response.status === 404) return false
          await take(response)
          return true
        },
        [404],
      ),
    remove: (key) => send('remove from', urlOf(key), { method: 'DELETE' }, () => {}, [404]),
  }
}

/** The address of a bucket: Amazon’s has its name in the host, others have it in the path. */
function addressOf(name: string, region: string, env: AwsEnvironment): string {
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL
  if (endpoint) return `${endpoint.replace(/\/+$/, '')}/${name}`
  // The certificate of Amazon covers no further dots.
  return name.includes('.')
    ? `https://s3.${region}.amazonaws.com/${name}`
    : `https://${name}.s3.${region}.amazonaws.com`
}

function refusal(what: string, status: number, body: string): UserError {
  const [, code = ''] = /<Code>([^<]*)<\/Code>/.exec(body) ?? []
  const [, message = ''] = /<Message>([^<]*)<\/Message>/.exec(body) ?? []
  const hint =
    code === 'EntityTooLarge'
      ? 'Use more shards (--shards).'
      : 'Check the bucket, its region and the permissions.'
  const reason = [status, code, message].filter((part) => part !== '').join(' ')
  return new UserError(`Cannot ${what} S3: ${reason}`, hint)
}

/** Reads a page of a listing (ListObjectsV2). */
function readListing(xml: string): { readonly keys: readonly string[]; readonly next: string | undefined } {
  const keys: string[] = []
  let next: string | undefined
  let text = ''
  const parser = new SaxesParser()
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') keys.push(text)
    if (name === 'NextContinuationToken') next = text
  })
  parser.write(xml).close()
  return { keys, next }
}
