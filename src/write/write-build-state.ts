import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { StoredState } from '../model/build/build-state.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Writes the state of a run to the cache. The first line is a hash of the rest: the state as one line of JSON
 * in ASCII, then the texts. If writing fails, the next run has no cache.
 */
export function writeBuildState(path: string, { state, texts }: StoredState): void {
  const json = JSON.stringify(state).replace(/[\u0080-\uffff]/g, escapeUnit)
  const line = Buffer.from(`${json}\n`, 'latin1')
  const hash = createHash('sha256').update(line).update(texts).digest('hex')
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, Buffer.concat([Buffer.from(`${hash}\n`), line, texts]))
  } catch {
    // The cache is optional.
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
