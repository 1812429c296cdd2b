import type { IndexedPage, Indexer } from './indexer.ts'

/** Hands pages to an indexer while others are still made. */
export interface Feeder {
  /** Queues a page; `load` is called when its turn comes. */
  add(load: () => IndexedPage): void
  /**
   * Waits until all queued pages are indexed.
   *
   * @throws if one could not be indexed.
   */
  settled(): Promise<void>
}

/** Number of pages on their way: enough that the indexer never waits, and few in memory. */
const AHEAD = 16

/** Makes a feeder. It keeps the order of the pages. */
export function createFeeder(indexer: Indexer): Feeder {
  const queue: (() => IndexedPage)[] = []
  const running = new Set<Promise<void>>()
  let next = 0
  let failure: { readonly error: unknown } | undefined

  function fill(): void {
    while (!failure && running.size < AHEAD && next < queue.length) start(queue[next++]!)
    // A long queue is not moved for each page.
    if (next === queue.length) queue.length = next = 0
  }

  function start(load: () => IndexedPage): void {
    const adding = Promise.resolve()
      .then(() => indexer.add(load()))
      .catch((error: unknown) => {
        failure ??= { error }
      })
      .then(() => {
        running.delete(adding)
        fill()
      })
    running.add(adding)
  }

  return {
    add(load) {
      queue.push(load)
      fill()
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
      if (failure) throw failure.error
    },
  }
}
