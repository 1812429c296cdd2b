import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DevChange, DevSession } from '../../pipeline/dev/dev-options.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { CLIENT_SCRIPT, OWN } from './client-script.ts'
import { findingsAsJson, missingPage, outputPathOf, toOutputPath, typeOf, withClient } from './to-response.ts'

const HOST = '127.0.0.1'
/** The first port to try, and the number of ports to try. */
const [FIRST_PORT, PORTS] = [4000, 20]

/** A server for people on this machine. */
export interface DevServer {
  /** URL of the list of documents. */
  readonly url: string
  /** Notifies open pages of a change. */
  notify(change: DevChange): void
  /** Shows on all pages why the settings are unusable, until it is called with `undefined`. */
  showProblem(reason: string | undefined): void
  close(): Promise<void>
}

/**
 * Starts a server that only this machine reaches.
 *
 * @param sessionOf returns the current session.
 * @param port to listen on. Default: the first free one.
 * @throws {UserError} if the port is not available.
 */
export async function startServer(sessionOf: () => DevSession, port?: number): Promise<DevServer> {
  /** Open pages, by the connection of each. */
  const pages = new Map<ServerResponse, string>()
  let problem: string | undefined
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', reasonOf(error))
      else response.end()
    })
  })
  const taken = await listen(server, port)
  return {
    url: `http://${HOST}:${taken}/`,
    notify({ type, concerns }) {
      for (const [response, page] of pages) {
        if (type === 'findings' || !concerns(page)) emit(response, 'findings', '')
        else emit(response, 'reload', '')
      }
    },
    showProblem(reason) {
      problem = reason
      for (const response of pages.keys()) emit(response, 'findings', '')
    },
    async close() {
      const closed = new Promise((done) => server.close(done))
      pages.clear()
      server.closeAllConnections()
      await closed
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page of another site whose name resolves to this machine must not read documents.
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(request.headers.host ?? ''))
      return send(response, 403, 'text/plain; charset=utf-8', 'This server answers this machine only.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain; charset=utf-8', 'This server answers GET and HEAD only.')
    const url = new URL(request.url ?? '/', `http://${HOST}`)
    const path = toOutputPath(url.pathname)
    if (path === undefined) return send(response, 400, 'text/plain; charset=utf-8', 'There is no such path.')
    if (path.startsWith(`${OWN}/`)) return answerOwn(path.slice(OWN.length + 1), url, response)
    const file = await sessionOf().get(path)
    if (!file) return send(response, 404, typeOf('x.html'), missingPage(path))
    const isPage = path.endsWith('.html')
    const { content } = file
    send(response, 200, typeOf(path), isPage ? withClient(Buffer.from(content).toString()) : content)
  }

  function answerOwn(name: string, url: URL, response: ServerResponse): void {
    const page = outputPathOf(url.searchParams.get('page') ?? '/') ?? ''
    if (name === 'events') listenFor(page, response)
    else if (name === 'client.js') send(response, 200, typeOf('x.js'), CLIENT_SCRIPT)
    else if (name === 'findings')
      send(response, 200, typeOf('x.json'), findingsAsJson(sessionOf().findings(page), problem))
    else send(response, 404, 'text/plain; charset=utf-8', 'There is no such path.')
  }

  function listenFor(page: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(':\n\n')
    pages.set(response, page)
    response.on('close', () => pages.delete(response))
  }
}

function emit(response: ServerResponse, event: string, data: string): void {
  response.write(`event: ${event}\ndata: ${data}\n\n`)
}

function send(response: ServerResponse, status: number, type: string, content: string | Uint8Array): void {
  response.writeHead(status, {
    'content-type': type,
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
