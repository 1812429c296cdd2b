import type { Stage } from '../pipeline/options.ts'
import type { Io } from './io.ts'

/** What a run took. */
export interface Times {
  readonly milliseconds: number
  /** In the order in which they first began; what comes before the first is `start`. */
  readonly stages: readonly {
    readonly stage: Stage | 'start'
    readonly milliseconds: number
    /** Of the whole: 0 to 1. */
    readonly share: number
  }[]
}

/** Measures the stages of a run. */
export interface Timer {
  /** Begins a stage, which ends the one before. */
  readonly begin: (stage: Stage) => void
  /** What the stages took until now. */
  readonly times: () => Times
}

/** Makes a timer, which runs from now on. */
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
    times() {
      begin('start')
      const total = [...times.values()].reduce((sum, time) => sum + time, 0)
      const stages = [...times].map(([stage, time]) => ({
        stage,
        milliseconds: Math.round(time * 10) / 10,
        share: Math.round((time / total) * 1000) / 1000,
      }))
      return { milliseconds: Math.round(total), stages }
    },
  }
}
