/**
 * The outside world of the command line.
 *
 * Everything a command prints passes `guardIo`, which makes characters visible that could control a terminal or a CI server. Colours pass if
 * the stream supports them; intended commands (`--format github`, the progress line) are wrapped in `own`. Reporters also clean their lines,
 * because they are used without the command line.
 */

import { once } from 'node:events'
import { isAbsolute, relative } from 'node:path'
import { cleanLines } from '../report/text/words.ts'

/** A stream for text. */
export interface TextStream {
  write(text: string): unknown
  /** Whether a person sees it on a terminal. */
  readonly isTTY?: boolean
  /** Width of the terminal in characters. */
  readonly columns?: number | undefined
}

/** The command line's connection to its environment; tests bring their own. */
export interface Io {
  readonly stdout: TextStream
  readonly stderr: TextStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute path of the working folder. */
  readonly cwd: string
  /** Milliseconds since some fixed point in time. */
  readonly now: () => number
  /** Resolves, with the exit code for it, when the person stops the program, which does not end at once then. */
  readonly stopped: () => Promise<StopCode>
  /** Lets a signal end the program at once again, as before `stopped`. */
  readonly endAtOnce: () => void
  /** Opens a URL in the default browser; rejects if there is none. */
  readonly open: (url: string) => Promise<void>
}

/**
 * Signals that ask a process to end, with the exit codes that shells expect (128 plus the number of the
 * signal).
 */
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/** Exit code of a program that a signal ends. */
export type StopCode = (typeof SIGNALS)[number][1]

/** Ends at once when a signal says so, but not in the middle of a file, and with exit handlers. */
export function endAtOnce(): void {
  for (const [signal, code] of SIGNALS) {
    process.removeAllListeners(signal)
    process.once(signal, () => process.exit(code))
  }
}

/** Connects to this process. */
export function processIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => performance.now(),
    stopped: () =>
      new Promise((done) => {
        for (const [signal, code] of SIGNALS) {
          process.removeAllListeners(signal)
          process.once(signal, () => done(code))
        }
      }),
    endAtOnce,
    open: async (url) => {
      const { default: open } = await import('open')
      // The process does not wait for it: on some systems it runs as long as the browser.
      const child = await open(url)
      if (child.exitCode === null) await once(child, 'exit')
      if (child.exitCode !== 0) throw new Error(`The browser ended with ${child.exitCode}`)
    },
  }
}

/** Delimiters of our own commands; documents cannot know them. */
const [START, END] = [`\uFDD0${crypto.randomUUID()}`, `\uFDD1${crypto.randomUUID()}`] as const
const OWN = new RegExp(`${START}([\\s\\S]*?)${END}`, 'g')
/** Codes of the colours and styles that we use, as `picocolors` writes them. */
const COLORS = /(\u001B\[(?:0|1|2|4|22|24|3[1-6]|39|90)m)/

/** Marks a text with intended commands, which {@link guardIo} passes through. */
export function own(text: string): string {
  return START + text + END
}

/**
 * Wraps the streams so that they output nothing harmful: text of documents, file names and errors that could
 * command a terminal or CI server is shown instead. Commands pass only if marked with {@link own}, colours
 * only if the stream has any.
 */
export function guardIo(io: Io): Io {
  return { ...io, stdout: guard(io.stdout, io.env), stderr: guard(io.stderr, io.env) }
}

function guard(stream: TextStream, env: Io['env']): TextStream {
  const cleaned = hasColors(stream, env)
    ? (text: string) => alternate(text.split(COLORS), cleanLines)
    : cleanLines
  return {
    ...(stream.isTTY !== undefined && { isTTY: stream.isTTY }),
    // Changes with the window.
    get columns() {
      return stream.columns
    },
    write: (text) => stream.write(alternate(text.split(OWN), cleaned)),
  }
}

/** Joins pieces after changing every other one, starting with the first. */
function alternate(pieces: readonly string[], change: (piece: string) => string): string {
  return pieces.map((piece, at) => (at % 2 === 0 ? change(piece) : piece)).join('')
}

/**
 * Whether to colour text on a stream: `FORCE_COLOR` and `NO_COLOR` decide (https://no-color.org), else the
 * terminal.
 */
export function hasColors(stream: TextStream, env: Io['env']): boolean {
  const forced = env.FORCE_COLOR
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  if (env.NO_COLOR) return false
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Whether nobody watches: not a terminal, or continuous integration. */
export function isUnattended(stream: TextStream, env: Io['env']): boolean {
  return stream.isTTY !== true || isContinuousIntegration(env)
}

/** Whether a CI server runs the program. */
export function isContinuousIntegration({ CI }: Io['env']): boolean {
  return CI !== undefined && CI !== '' && CI !== 'false'
}

/**
 * A folder, relative to the repository that GitHub Actions or GitLab checked out, else to the working folder, with `/`;
 * `undefined` if it is in neither, or is one of them.
 *
 * @param folder absolute. Default: the working folder.
 */
export function folderInRepository({ cwd, env }: Pick<Io, 'cwd' | 'env'>, folder = cwd): string | undefined {
  for (const top of [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR, cwd]) {
    const path = top ? relative(top, folder).replaceAll('\\', '/') : '..'
    if (!path.startsWith('..') && !isAbsolute(path)) return path || undefined
  }
  return undefined
}
