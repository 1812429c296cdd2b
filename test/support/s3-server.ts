import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { listen } from './listen.ts'

/** Who may use the server. */
export const S3_KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'a/session+token==',
  AWS_REGION: 'eu-west-3',
}
/** Number of keys on a page of a listing. */
const PAGE = 2

/** A server that speaks as much of S3 as a store needs. */
export interface S3Server {
  /** Environment variables for those who use it. */
  readonly env: Readonly<Record<string, string>>
  /** Objects by `bucket/key`. */
  readonly objects: ReadonlyMap<string, { readonly body: Buffer }>
  /** What was asked, each as `PUT 200 path`. */
  readonly log: readonly string[]
  /** What to do with the next requests of a method, one after the other: an error, or a connection that breaks in the middle. */
  fail(method: string, ...faults: readonly ('busy' | 'break')[]): void
}

/** Starts a server until the test is finished. */
export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, { body: Buffer }>()
  const log: string[] = []
  const faults: [method: string, fault: 'busy' | 'break'][] = []

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request
    const url = new URL(request.url!, 'http://s3')
    const end = (status: number, text: string | Buffer = '') => {
      log.push(`${method} ${status} ${url.pathname}`)
      response.writeHead(status, { 'content-length': Buffer.byteLength(text) }).end(text)
    }
    const refuse = (status: number, code: string) =>
      end(
        status,
        `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No &lt;${code}&gt;</Message></Error>`,
      )
    const at = faults.findIndex(([other]) => other === method)
    const [, fault] = at < 0 ? [] : faults.splice(at, 1)[0]!
    if (fault === 'break' && method === 'PUT') {
      await once(request, 'data')
      log.push(`${method} cut ${url.pathname}`)
      request.destroy()
      return
    }
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    if (fault === 'busy') return refuse(503, 'SlowDown')
    if (signatureOf(request, url) !== /Signature=(\w+)$/.exec(headers.authorization ?? '')?.[1])
      return refuse(403, 'SignatureDoesNotMatch')
    if (headers['x-amz-security-token'] !== S3_KEYS.AWS_SESSION_TOKEN) return refuse(403, 'InvalidToken')
    const key = decodeURIComponent(url.pathname.slice(1))
    if (url.searchParams.get('list-type') === '2')
      return end(200, listing(key.replace(/\/$/, ''), url.searchParams))
    const object = objects.get(key)
    if (method === 'PUT') {
      objects.set(key, { body: Buffer.concat(parts) })
      return end(200)
    }
    if (method === 'DELETE') {
      objects.delete(key)
      return end(204)
    }
    if (!object) return refuse(404, 'NoSuchKey')
    if (fault === 'break') {
      log.push(`${method} cut ${url.pathname}`)
      response.writeHead(200, { 'content-length': object.body.length })
      response.write(object.body.subarray(0, object.body.length / 2), () => response.destroy())
      return
    }
    end(200, method === 'HEAD' ? '' : object.body)
  }

  /** A page of a listing; the token is the number of keys before it. */
  function listing(bucket: string, query: URLSearchParams): string {
    const prefix = query.get('prefix') ?? ''
    const names = [...objects.keys()].sort().map((name) => name.slice(bucket.length + 1))
    const keys = names.filter((name) => name.startsWith(prefix))
    const start = Number(atob(query.get('continuation-token') ?? btoa('0')))
    const next = start + PAGE
    const contents = keys
      .slice(start, next)
      .map((name) => `<Contents><Key>${name}</Key><Size>1</Size></Contents>`)
    const more =
      next < keys.length ? `<NextContinuationToken>${btoa(String(next))}</NextContinuationToken>` : ''
    return `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name>${contents.join('')}${more}</ListBucketResult>`
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const port = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    env: { ...S3_KEYS, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}/` },
    objects,
    log,
    fail: (method, ...wanted) =>
      faults.push(...wanted.map((fault) => [method, fault] as [string, typeof fault])),
  }
}

/** The signature that a request has to have, from the description of Signature Version 4. */
function signatureOf({ method, headers }: IncomingMessage, url: URL): string {
  const [, scope = '', signed = ''] =
    /Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? []
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort()
  const path = url.pathname.split('/').map((part) => encoded(decodeURIComponent(part)))
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}`)
  const canonical = [
    method,
    path.join('/'),
    query.join('&'),
    ...lines,
    '',
    signed,
    headers['x-amz-content-sha256'],
  ]
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n')
  const key = scope
    .split('/')
    .reduce<string | Buffer>(
      (secret, part) => createHmac('sha256', secret).update(part).digest(),
      `AWS4${S3_KEYS.AWS_SECRET_ACCESS_KEY}`,
    )
  return createHmac('sha256', key).update(toSign).digest('hex')
}
