import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseJson } from '../../util/data/parse-json.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { send } from './start-server.ts'

/** Maximum size of a request's body in bytes. */
const MOST = 8 * 2 ** 20
/** Media type of answers. */
export const JSON_TYPE = 'application/json; charset=utf-8'

/** A request that is not answered as asked, with its status. */
export class RefusedRequest extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Answers a request with a JSON body from a page that knows the token; everything else gets a message and changes nothing. */
export async function takeJson(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  take: (value: unknown) => unknown,
): Promise<void> {
  try {
    assertOwn(request, token)
    const answer = take(parseBody(await readBody(request)))
    send(response, 200, JSON_TYPE, JSON.stringify(answer))
  } catch (error) {
    const status = error instanceof RefusedRequest ? error.status : 500
    // What follows of a body that is too long is not read.
    if (status === 413) response.setHeader('connection', 'close')
    send(response, status, JSON_TYPE, JSON.stringify({ message: reasonOf(error) }))
  }
}

/** @throws {RefusedRequest} if a page of another site sent the request, or one that does not know the token. */
function assertOwn({ headers }: IncomingMessage, token: string): void {
  const { origin, host } = headers
  if (origin !== undefined && origin !== `http://${host}`)
    throw new RefusedRequest(403, 'This server takes requests of its own page only.')
  if (!isSame(String(headers['x-lockstep-token'] ?? ''), token))
    throw new RefusedRequest(403, 'The server was started anew since this page was loaded. Reload it.')
  if (!/^application\/json(?:\s*;|\s*$)/i.test(headers['content-type'] ?? ''))
    throw new RefusedRequest(415, 'This server takes JSON only.')
}

/** Compares in a time that does not depend on where two texts differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const tooLong = new RefusedRequest(413, `A request has at most ${MOST / 2 ** 20} MB.`)
  if (Number(request.headers['content-length'] ?? 0) > MOST) throw tooLong
  const parts: Buffer[] = []
  let size = 0
  // Leaving the loop would end the connection before the answer.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += (part as Buffer).length
    if (size > MOST) throw tooLong
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parseBody(body: string): unknown {
  try {
    return parseJson(body)
  } catch (error) {
    throw new RefusedRequest(400, `Cannot read the request: ${reasonOf(error)}`)
  }
}
