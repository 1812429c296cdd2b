import { readFileSync } from 'node:fs'
import { type BuildState, isBuildState } from '../model/build-state.ts'

/** What an earlier build left at a path; `undefined` where there is none, or something else. */
export function readBuildState(path: string): BuildState | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isBuildState(value) ? value : undefined
  } catch {
    return undefined
  }
}
