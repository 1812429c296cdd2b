/**
 * The server of `preview` and `dev`: it answers this machine only, and nothing is cached.
 */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { reasonOf } from '../../util/reason-of.ts'
import { escapeMarkup } from '../../util/text/escape-markup.ts'
import { UserError } from '../../util/user-error.ts'
import { answerAsHost, type SiteFiles } from './answer-as-host.ts'
import { mediaTypeOf } from './media-type.ts'
import { toOutputPath } from './output-path.ts'

const HOST = '127.0.0.1'
/** The first port to try, and the number of ports to try. */
const [FIRST_PORT, PORTS] = [4000, 20]
const TEXT = 'text/plain; charset=utf-8'

/** A running server. */
export interface RunningServer {
  /** URL of the start page. */
  readonly url: string
  close(): Promise<void>
}

/** Options of a server. */
export interface ServerOptions {
  /** Returns the current files. */
  readonly filesOf: () => SiteFiles
  /** Port to listen on. Default: the first free one from 4000. */
  readonly port?: number | undefined
  /** Path of the site on its host, decoded: begins and ends with `/`. */
  readonly base: string
  /** Answers a request besides the files, and returns whether it did. */
  readonly answerFirst?: (url: URL, response: ServerResponse) => boolean
  /** Answers a POST request. Without it, there are none. */
  readonly take?: (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Completes a page before it is sent. */
  readonly complete?: (html: string) => string
}

/**
 * Starts a server that only this machine reaches.
 *
 * @throws {UserError} if the port is not available.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { filesOf, base, answerFirst, take, complete = (html) => html } = options
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, TEXT, reasonOf(error))
      else response.end()
    })
  })
  const origin = `http://${HOST}:${await listen(server, options.port)}`
  return {
    url: origin + encodeURI(base),
    async close() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page of another site whose name resolves to this machine must not read documents.
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(request.headers.host ?? ''))
      return send(response, 403, TEXT, 'This server answers this machine only.')
    if (request.method === 'POST' && take) return take(new URL(request.url ?? '/', origin), request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, TEXT, 'This server answers GET and HEAD only.')
    const url = new URL(request.url ?? '/', origin)
    if (answerFirst?.(url, response)) return
    if (url.pathname === '/' && base !== '/') return redirect(response, 302, encodeURI(base))
    const path = toOutputPath(url.pathname, base)
    if (path === undefined) return send(response, 400, TEXT, 'There is no such path.')
    if (path === null) return sendMissing(response, url.pathname)
    const pathname = decodeURIComponent(url.pathname)
    const found = await answerAsHost(filesOf(), path, pathname)
    if (found.type === 'missing') return sendMissing(response, pathname)
    if (found.type === 'redirect') return redirect(response, found.status, withSearch(found.to, url))
    const type = mediaTypeOf(found.path)
    const { content } = found
    send(
      response,
      found.status,
      type,
      type.startsWith('text/html') ? complete(Buffer.from(content).toString()) : content,
    )
  }

  function redirect(response: ServerResponse, status: number, to: string): void {
    // Headers are ASCII.
    const { href } = new URL(to, origin)
    response.setHeader('location', href.startsWith(`${origin}/`) ? href.slice(origin.length) : href)
    send(response, status, TEXT, '')
  }

  function sendMissing(response: ServerResponse, pathname: string): void {
    send(response, 404, mediaTypeOf('x.html'), complete(missingPage(pathname, base)))
  }
}

function withSearch(to: string, { search }: URL): string {
  return to.includes('?') || to.includes('#') ? to : to + search
}

/** The page for a path without a file if the site has no 404 page. */
function missingPage(pathname: string, base: string): string {
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Not found</title>\n</head>\n<body>\n<h1>Not found</h1>\n<p>There is nothing at <code>${escapeMarkup(pathname)}</code>. <a href="${escapeMarkup(encodeURI(base))}">Start page</a></p>\n</body>\n</html>\n`
}

/** Sends a complete answer that nothing caches. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Uint8Array,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(content),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(content)
}

/** Listens on a port and returns its number. */
async function listen(server: Server, requested: number | undefined): Promise<number> {
  const ports =
    requested === undefined ? [...Array.from({ length: PORTS }, (_, at) => FIRST_PORT + at), 0] : [requested]
  for (const port of ports) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done)
      server.listen(port, HOST, () => {
        server.off('error', done)
        done(undefined)
      })
    })
    if (!error) return (server.address() as AddressInfo).port
    if (error.code !== 'EADDRINUSE' || requested !== undefined)
      throw new UserError(`Cannot serve on port ${port}: ${reasonOf(error)}`, 'Choose another with --port.')
  }
  throw new UserError('Cannot serve: no port is free', 'Choose one with --port.')
}
