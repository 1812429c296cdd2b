/** A stream that text is written to. */
export interface TextStream {
  write(text: string): unknown
  /** Whether a person sees it on a terminal. */
  readonly isTTY?: boolean
  /** Width of the terminal in characters. */
  readonly columns?: number
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
