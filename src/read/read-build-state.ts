import { readFileSync } from 'node:fs'
import { BUILD_STATE_VERSION, type BuildState } from '../model/build-state.ts'
import { unseal } from '../util/seal.ts'

/** What an earlier run left at a path; `undefined` where there is none, it is damaged, or it is something else. */
export function readBuildState(path: string): BuildState | undefined {
  try {
    const text = unseal(readFileSync(path, 'utf8'))
    if (text === undefined) return undefined
    const state = JSON.parse(text) as BuildState
    return state.version === BUILD_STATE_VERSION ? state : undefined
  } catch {
    return undefined
  }
}
