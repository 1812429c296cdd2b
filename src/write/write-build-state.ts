import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { StoredState } from '../model/build-state.ts'
import { hashOf } from '../util/hash-of.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Writes down what a run did; where that is not possible the next one does everything again. The first line is a hash of what follows:
 * the state and the listings as JSON in one line each, then the texts. The state is ASCII.
 */
export function writeBuildState(path: string, { state, listings, texts }: StoredState): void {
  const line = JSON.stringify(state).replace(/[\u0080-\uffff]/g, escapeUnit)
  const body = Buffer.concat([Buffer.from(`${line}\n`, 'latin1'), listings, Buffer.from('\n'), texts])
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, Buffer.concat([Buffer.from(`${hashOf(body)}\n`), body]))
  } catch {
    // A cache that cannot be written is none.
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
