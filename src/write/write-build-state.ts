import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BuildState } from '../model/build-state.ts'
import { seal } from '../util/seal.ts'
import { writeAtomically } from './write-atomically.ts'

/** Writes down what a run did; where that is not possible the next one does everything again. */
export function writeBuildState(path: string, state: BuildState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, seal(JSON.stringify(state)))
  } catch {
    // A cache that cannot be written is none.
  }
}
