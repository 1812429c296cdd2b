import type { ServerResponse } from 'node:http'
import { severityOf } from '../../model/findings/severity-of.ts'
import type { DevChange, DevFindings, DevSession } from '../../pipeline/dev/dev-options.ts'
import { mediaTypeOf } from '../serve/media-type.ts'
import { outputPathOf } from '../serve/output-path.ts'
import { send } from '../serve/start-server.ts'
import { CLIENT_SCRIPT, OWN } from './client-script.ts'

/** Open pages that reload when they change and show the findings of their document. */
export interface LivePages {
  /** Answers a request of the client script, and returns whether it was one. */
  answer(url: URL, response: ServerResponse): boolean
  /** Notifies open pages of a change. */
  notify(change: DevChange): void
  /** Shows on all pages why the settings are unusable, until it is called with `undefined`. */
  showProblem(reason: string | undefined): void
}

/**
 * Keeps track of open pages.
 *
 * @param sessionOf returns the current session.
 * @param base path of the site on its host: begins and ends with `/`.
 */
export function createLivePages(sessionOf: () => DevSession, base: string): LivePages {
  /** Open pages, by the connection of each. */
  const pages = new Map<ServerResponse, string>()
  let problem: string | undefined
  return {
    answer(url, response) {
      if (!url.pathname.startsWith(`/${OWN}/`)) return false
      const name = url.pathname.slice(OWN.length + 2)
      const page = outputPathOf(url.searchParams.get('page') ?? base, base) ?? ''
      if (name === 'events') listenFor(page, response)
      else if (name === 'client.js') send(response, 200, mediaTypeOf(name), CLIENT_SCRIPT)
      else if (name === 'findings')
        send(response, 200, mediaTypeOf('x.json'), asJson(sessionOf().findings(page), problem))
      else send(response, 404, mediaTypeOf('x.txt'), 'There is no such path.')
      return true
    },
    notify({ type, concerns }) {
      for (const [response, page] of pages)
        emit(response, type === 'findings' || !concerns(page) ? 'findings' : 'reload')
    },
    showProblem(reason) {
      problem = reason
      for (const response of pages.keys()) emit(response, 'findings')
    },
  }

  function listenFor(page: string, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(':\n\n')
    pages.set(response, page)
    response.on('close', () => pages.delete(response))
  }
}

/** Adds the client script, which reloads the page and shows findings. */
export function withClient(html: string): string {
  // Content after the end of a page belongs to its body (HTML Standard, section 13.2.6.4.22), so there is no
  // need to find the end tag.
  return `${html}<script src="/${OWN}/client.js" defer></script>\n`
}

function emit(response: ServerResponse, event: string): void {
  response.write(`event: ${event}\ndata: \n\n`)
}

/** Findings as JSON for the client script; `problem` is the reason why the settings are unusable. */
function asJson({ files, isComplete }: DevFindings, problem: string | undefined): string {
  return JSON.stringify({
    problem,
    isComplete,
    files: files.map(({ path, messages }) => ({
      path,
      messages: messages.map((message) => {
        const { ruleId, url, line, column, reason, note } = message
        return { severity: severityOf(message), ruleId, url, line, column, reason, note }
      }),
    })),
  })
}
