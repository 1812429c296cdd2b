import { join } from 'node:path'
import { createFileLookup } from '../../read/create-file-lookup.ts'
import { type FileState, stampIfSame } from '../../read/files/file-state.ts'
import type { RootSettings } from '../../read/files/root-files.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { memoize } from '../../util/memoize.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { DocumentResult } from '../document/document-result.ts'

/**
 * Returns a function that compares the files that a document was made from with those of this machine, by content.
 *
 * @returns the first file that is another one here, for people; `undefined` if all are the same.
 */
export function createChangeFinder(
  settings: RootSettings & { readonly cwd: string },
): (group: DocumentInputs, result: DocumentResult) => string | undefined {
  const lookupIn = memoize((root: string) => createFileLookup(root, settings))
  // An include or image of many documents is read once.
  const isSame = memoizeStates()
  return ({ inputs }, { members }) => {
    for (const [at, { root, absolute }] of inputs.entries()) {
      const { state, document } = members[at]!
      if (state && stampIfSame(absolute, state) === undefined) return pathForPeople(absolute, settings.cwd)
      const includes = (document?.includes ?? []).flatMap(({ path, state }): [string, FileState][] =>
        path !== null && state ? [[path, state]] : [],
      )
      const read = [...includes, ...Object.entries(document?.images ?? {})]
      const changed = read.find(([path, state]) => state.stamp !== '' && !isSame(join(root, path), state))
      if (changed) return pathForPeople(join(root, changed[0]), settings.cwd)
      const asked = Object.entries(document?.asked ?? {})
      const other = asked.find(([path, answer]) => lookupIn(root)(path) !== answer)
      if (other) return pathForPeople(join(root, other[0]), settings.cwd)
    }
    return undefined
  }
}

function memoizeStates(): (path: string, state: FileState) => boolean {
  const known = new Map<string, boolean>()
  return (path, state) => {
    const key = `${state.hash} ${path}`
    const answer = known.get(key) ?? stampIfSame(path, state) !== undefined
    known.set(key, answer)
    return answer
  }
}
