import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { StoredState } from '../model/build/build-state.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Writes down what a run did; where that is not possible the next one does everything again. The first line is a hash of what follows:
 * the state as JSON in one line of ASCII, then the texts.
 */
export function writeBuildState(path: string, { state, texts }: StoredState): void {
  const json = JSON.stringify(state).replace(/[\u0080-\uffff]/g, escapeUnit)
  const line = Buffer.from(`${json}\n`, 'latin1')
  const hash = createHash('sha256').update(line).update(texts).digest('hex')
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, Buffer.concat([Buffer.from(`${hash}\n`), line, texts]))
  } catch {
    // A cache that cannot be written is none.
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
