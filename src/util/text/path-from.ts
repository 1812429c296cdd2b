import { posix } from 'node:path'

/** Resolves a path with `/` from a file; `undefined` if it leads out of the folder that both are in. */
export function pathFrom(file: string, path: string): string | undefined {
  const joined = posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, '')
  return joined === '..' || joined.startsWith('../') ? undefined : joined
}
