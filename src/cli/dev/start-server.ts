import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DevChange, DevSession } from '../../pipeline/dev/dev-options.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { CLIENT_SCRIPT, OWN } from './client-script.ts'
import { findingsAsJson, missingPage, outputPathOf, toOutputPath, typeOf, withClient } from './to-response.ts'

const HOST = '127.0.0.1'
/** The port that is tried first, and how many after it. */
const [FIRST_PORT, PORTS] = [4000, 20]

/** A server for people on this machine. */
export interface DevServer {
  /** Where it is. */
  readonly url: string
  /** Tells open pages what has changed. */
  tell(change: DevChange): void
  /** Shows a reason why the settings cannot be used on all pages, until it is told that there is none (`undefined`). */
  tellProblem(reason: string | undefined): void
  close(): Promise<void>
}

/**
 * Starts a server; only this machine reaches it.
 *
 * @param sessionOf gives the session at work.
 * @param port what the person told; else the first that is free.
 * @throws {UserError} where the port cannot be had.
 */
export async function startServer(sessionOf: () => DevSession, port?: number): Promise<DevServer> {
  /** Open pages, by the connection that each listens on. */
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
    tell({ type, concerns }) {
      for (const [response, page] of pages) {
        if (type === 'findings' || !concerns(page)) emit(response, 'findings', '')
        else emit(response, 'reload', '')
      }
    },
    tellProblem(reason) {
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
    // A page of another site whose name leads here is not to read documents.
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(request.headers.host ?? ''))
      return send(response, 403, 'text/plain; charset=utf-8', 'Only this machine is answered.')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain; charset=utf-8', 'Only GET and HEAD are answered.')
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

/** Listens on a port; gives it back. */
async function listen(server: Server, told: number | undefined): Promise<number> {
  const ports =
    told === undefined ? [...Array.from({ length: PORTS }, (_, at) => FIRST_PORT + at), 0] : [told]
  for (const port of ports) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done)
      server.listen(port, HOST, () => {
        server.off('error', done)
        done(undefined)
      })
    })
    if (!error) return (server.address() as AddressInfo).port
    if (error.code !== 'EADDRINUSE' || told !== undefined)
      throw new UserError(`Cannot serve on port ${port}: ${reasonOf(error)}`, 'Name another with --port.')
  }
  throw new UserError('Cannot serve: no port is free', 'Name one with --port.')
}
