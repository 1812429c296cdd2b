import type { Stage } from '../pipeline/options.ts'
import type { Io } from './io.ts'

/** Time that a run took. */
export interface Times {
  readonly milliseconds: number
  /** In order of their first start; `start` is the time before the first stage. */
  readonly stages: readonly {
    readonly stage: Stage | 'start'
    readonly milliseconds: number
    /** Share of the whole, from 0 to 1. */
    readonly share: number
  }[]
}

/** Measures the stages of a run. */
export interface Timer {
  /** Starts a stage, which ends the previous one. */
  readonly begin: (stage: Stage) => void
  /** Times of the stages so far. */
  readonly times: () => Times
}

/** Makes a timer and starts it. */
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
