import type { Stage } from '../pipeline/options.ts'
import type { Io } from './io.ts'

/** How `--timing` prints. */
export type TimingFormat = 'table' | 'json'

/** Measures the stages of a run. */
export interface Timer {
  /** Begins a stage, which ends the one before. */
  readonly begin: (stage: Stage) => void
  /** What the stages took, in the order in which they first began, as text. */
  readonly report: (format: TimingFormat) => string
}

/** Makes a timer; what comes before the first stage counts as `start`. */
export function createTimer({ now }: Pick<Io, 'now'>): Timer {
  const times = new Map<Stage | 'start', number>()
  let [current, since]: [Stage | 'start', number] = ['start', now()]
  const begin = (stage: Stage | 'start') => {
    const time = now()
    times.set(current, (times.get(current) ?? 0) + time - since)
    current = stage
    since = time
  }
  return {
    begin,
    report(format) {
      begin('start')
      const total = [...times.values()].reduce((sum, time) => sum + time, 0)
      const stages = [...times].map(([stage, time]) => ({
        stage,
        milliseconds: Math.round(time * 10) / 10,
        share: Math.round((time / total) * 1000) / 1000,
      }))
      if (format === 'json') return `${JSON.stringify({ milliseconds: Math.round(total), stages })}\n`
      const rows = [...stages, { stage: 'all', milliseconds: total, share: 1 }]
      return rows
        .map(({ stage, milliseconds, share }) => {
          const columns = [
            stage.padEnd(16),
            `${milliseconds.toFixed(0)} ms`.padStart(10),
            `${(share * 100).toFixed(0)}%`.padStart(5),
          ]
          return `${columns.join(' ')}\n`
        })
        .join('')
    },
  }
}
