import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { StoredState } from '../model/build-state.ts'
import { hashOf } from '../util/hash-of.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Writes down what a run did; where that is not possible the next one does everything again. The first line is a hash of what follows:
 * the state as JSON in one line, then the texts.
 */
export function writeBuildState(path: string, { state, texts }: StoredState): void {
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(state)}\n`), texts])
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, Buffer.concat([Buffer.from(`${hashOf(body)}\n`), body]))
  } catch {
    // A cache that cannot be written is none.
  }
}
