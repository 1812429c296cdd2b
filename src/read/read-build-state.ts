import { BUILD_STATE_VERSION, type BuildState, type StoredState } from '../model/build/build-state.ts'
import { hashOf } from '../util/data/hash-of.ts'
import { LINE_END } from '../util/data/line-end.ts'
import { MOST_BYTES, readBytes } from './files/read-bytes.ts'

/** Reads the state that an earlier run stored; `undefined` if it is missing, damaged or of another format. */
export function readBuildState(path: string): StoredState | undefined {
  try {
    const { bytes } = readBytes(path, { most: MOST_BYTES.state })
    const start = bytes.indexOf(LINE_END) + 1
    const end = bytes.indexOf(LINE_END, start)
    if (hashOf(bytes.subarray(start)) !== bytes.toString('latin1', 0, start - 1)) return undefined
    // The JSON is ASCII, and Latin-1 decodes in a fraction of the time.
    const state = JSON.parse(bytes.toString('latin1', start, end)) as BuildState
    return state.version === BUILD_STATE_VERSION ? { state, texts: bytes.subarray(end + 1) } : undefined
  } catch {
    return undefined
  }
}
