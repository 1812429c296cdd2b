import type { Progress } from '../pipeline/options.ts'
import { clean } from '../report/text/words.ts'
import { type Io, isUnattended, own } from './io.ts'

/** Shows the progress of a run on a single line that is overwritten. */
export interface ProgressLine {
  show(progress: Progress): void
  /** Erases the line. */
  clear(): void
}

/** Minimum time between two drawings, in milliseconds: more often flickers. */
const PAUSE = 80
const ERASE = '\r\u001B[2K'

/** Shows a line on a terminal, or nothing if nobody watches. */
export function createProgress(io: Io, verb: string, quiet: boolean): ProgressLine {
  if (quiet || isUnattended(io.stderr, io.env)) return { show() {}, clear() {} }
  let last = Number.NEGATIVE_INFINITY
  return {
    show({ done, total, path }) {
      if (io.now() - last < PAUSE) return
      last = io.now()
      const line = `${verb} ${done + 1}/${total}  ${clean(path)}`
      io.stderr.write(`${own(ERASE)}${line.slice(0, (io.stderr.columns ?? 80) - 1)}`)
    },
    clear() {
      if (last > Number.NEGATIVE_INFINITY) io.stderr.write(own(ERASE))
    },
  }
}
