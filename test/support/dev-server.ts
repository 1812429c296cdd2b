import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'

/** An answer of the server. */
interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** `lockstep dev` or `lockstep preview` at work on a free port of this machine. */
export interface RunningServer {
  readonly url: string
  /** What it has printed. */
  readonly texts: { readonly stdout: string; readonly stderr: string }
  /** The URLs that it has opened in a browser. */
  readonly opened: readonly string[]
  /** Asks for a path as it is told, without making it usual before. */
  ask(path: string, options?: RequestOptions & { readonly body?: string }): Promise<Answer>
  /** Listens as an open page does; gives the events that came until now, each as `name data`. */
  listen(page: string): Promise<readonly string[]>
  /** Ends it; gives the exit code. */
  stop(): Promise<number>
}

/** Starts `lockstep dev` until the test is finished. */
export function startDev(cwd: string, ...args: readonly string[]): Promise<RunningServer> {
  return startServer(cwd, ['dev', ...args])
}

/** Starts a command that serves until the test is finished; its browser opens nothing, or is missing. */
export async function startServer(
  cwd: string,
  args: readonly string[],
  {
    env = {},
    hasBrowser = true,
    port: wanted = 0,
  }: { env?: Io['env']; hasBrowser?: boolean; port?: number } = {},
): Promise<RunningServer> {
  const opened: string[] = []
  const texts = { stdout: '', stderr: '' }
  let end = () => {}
  const stopped = new Promise<130>((done) => {
    end = () => done(130)
  })
  const streamOf = (name: keyof typeof texts) => ({
    write: (text: string) => {
      texts[name] += text
    },
  })
  const code = run([...args, '--port', String(wanted)], {
    stdout: streamOf('stdout'),
    stderr: streamOf('stderr'),
    env,
    cwd,
    now: () => 0,
    stopped: () => stopped,
    endAtOnce: () => {},
    open: async (url) => {
      if (!hasBrowser) throw new Error('no browser')
      opened.push(url)
    },
  })
  const stop = () => {
    end()
    return code
  }
  onTestFinished(async () => {
    await stop()
  })
  await expect.poll(() => texts.stdout + texts.stderr).not.toBe('')
  const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(texts.stdout)?.[0]
  if (url === undefined) throw new Error(texts.stderr)
  const { port } = new URL(url)

  function send(
    path: string,
    { body, ...options }: RequestOptions & { readonly body?: string },
    take: (answer: Answer) => void,
  ): Promise<Answer> {
    return new Promise((done, fail) => {
      const sent = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
        let text = ''
        const answer = () => ({ status: response.statusCode!, headers: response.headers, text })
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
          take(answer())
        })
        response.on('end', () => done(answer()))
      })
      sent.on('error', fail)
      sent.end(body)
    })
  }

  return {
    url,
    texts,
    opened,
    ask: (path, options = {}) => send(path, options, () => {}),
    async listen(page) {
      const events: string[] = []
      let isOpen = false
      const path = `/__lockstep/events?page=${encodeURIComponent(page)}`
      const ended = send(path, {}, ({ text }) => {
        isOpen = true
        const told = [...text.matchAll(/^event: (.*)\ndata: (.*)\n\n/gm)].map(([, name, data]) =>
          `${name} ${data}`.trim(),
        )
        events.push(...told.slice(events.length))
      })
      // The server ends it when it is closed.
      ended.catch(() => {})
      await expect.poll(() => isOpen).toBe(true)
      return events
    },
    stop,
  }
}
