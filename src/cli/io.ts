/**
 * The outside world of the command line.
 *
 * Everything a command prints passes `guardIo`, which makes characters visible that could control a terminal or a CI server. Colours pass if
 * the stream supports them; intended commands (`--format github`, the progress line) are wrapped in `own`. Reporters also clean their lines,
 * because they are used without the command line.
 */

import { cleanLines } from '../report/text/words.ts'

/** A stream that text is written to. */
export interface TextStream {
  write(text: string): unknown
  /** Whether a person sees it on a terminal. */
  readonly isTTY?: boolean
  /** Width of the terminal in characters. */
  readonly columns?: number | undefined
}

/** What the command line knows of the world around it; tests bring their own. */
export interface Io {
  readonly stdout: TextStream
  readonly stderr: TextStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute path of the working folder. */
  readonly cwd: string
  /** Milliseconds since some point in time. */
  readonly now: () => number
  /** Ends when the person wants the program to end. */
  readonly stopped: () => Promise<void>
}

/** Signals that ask a process to end, and the exit codes that shells expect then (128 and the number of the signal). */
export const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/** The world of this process. */
export function processIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: () => performance.now(),
    stopped: () =>
      new Promise((done) => {
        for (const [signal] of SIGNALS) {
          process.removeAllListeners(signal)
          process.once(signal, () => done())
        }
      }),
  }
}

/** Stand around what is our own; nobody else can know them. */
const [START, END] = [`\uFDD0${crypto.randomUUID()}`, `\uFDD1${crypto.randomUUID()}`] as const
const OWN = new RegExp(`${START}([\\s\\S]*?)${END}`, 'g')
/** The codes of colours and styles that we use, as `picocolors` writes them. */
const COLORS = /(\u001B\[(?:0|1|2|4|22|24|3[1-6]|39|90)m)/

/** Text that commands what it is written to, as it is meant to: nothing of it is shown in its place. */
export function own(text: string): string {
  return START + text + END
}

/**
 * The same world, to which nothing harmful is written: what documents, names of files and errors hold, and what could command a terminal or
 * a CI server, is shown instead. What is meant to has to say so ({@link own}); colours pass where the stream has any.
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
    // It changes with the window.
    get columns() {
      return stream.columns
    },
    write: (text) => stream.write(alternate(text.split(OWN), cleaned)),
  }
}

/** Pieces joined, every other of which stays as it is. */
function alternate(pieces: readonly string[], change: (piece: string) => string): string {
  return pieces.map((piece, at) => (at % 2 === 0 ? change(piece) : piece)).join('')
}

/** Whether text on a stream may be coloured: `FORCE_COLOR` and `NO_COLOR` decide (https://no-color.org), else the terminal. */
export function hasColors(stream: TextStream, env: Io['env']): boolean {
  const forced = env.FORCE_COLOR
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  if (env.NO_COLOR) return false
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Whether nobody watches: no terminal, or continuous integration. */
export function isUnattended(stream: TextStream, env: Io['env']): boolean {
  return stream.isTTY !== true || (env.CI !== undefined && env.CI !== '' && env.CI !== 'false')
}
