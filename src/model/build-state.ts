import type { StoredFile } from './stored-message.ts'

/** What a build did, and what it depended on: as long as that is the same, the next build has nothing to do. */
export interface BuildState {
  readonly type: 'build-state'
  /** Version of this format. */
  readonly version: 1
  /** Hash of the program's version, the settings, the templates and the labels. */
  readonly key: string
  /** Hash of the state of all files of the roots. */
  readonly inputs: string
  /** What was written, relative to the output folder. */
  readonly paths: readonly string[]
  /** Hash of the state of these. */
  readonly outputs: string
  readonly suppressed: number
  readonly counts: { readonly documents: number; readonly units: number }
  readonly locales: readonly string[]
  readonly files: readonly StoredFile[]
}

/** Whether a value read from a file is a state: as far as it matters, since the hashes of a foreign one would not fit. */
export function isBuildState(value: unknown): value is BuildState {
  if (typeof value !== 'object' || value === null) return false
  const state = value as Partial<Record<keyof BuildState, unknown>>
  return (
    state.type === 'build-state' &&
    state.version === 1 &&
    [state.key, state.inputs, state.outputs].every((hash) => typeof hash === 'string') &&
    [state.paths, state.locales, state.files].every((list) => Array.isArray(list)) &&
    typeof state.counts === 'object'
  )
}
