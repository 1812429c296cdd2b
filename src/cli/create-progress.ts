import type { Progress } from '../pipeline/options.ts'
import { clean } from '../report/text/words.ts'
import { type Io, isUnattended, own } from './io.ts'

/** Shows how far a run is, on one line that is written over again and again. */
export interface ProgressLine {
  show(progress: Progress): void
  /** Takes the line away. */
  clear(): void
}

/** Time between two drawings, in milliseconds: more often is flicker. */
const PAUSE = 80
const ERASE = '\r\u001B[2K'

/** A line on the terminal, or nothing where nobody watches. */
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
