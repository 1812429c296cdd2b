import { collectRedirections, type RedirectionFile, type Redirections } from '../model/build/redirection.ts'
import { readRedirections } from '../read/redirections/read-redirections.ts'
import { memoize } from '../util/memoize.ts'
import type { InputDocset } from './document/document-inputs.ts'

/** The redirections of a run: files by root, and all redirections of a docset, which hold in each of its locales. */
export interface RunRedirections {
  readonly filesOf: (root: string) => readonly RedirectionFile[]
  readonly of: (docset: Pick<InputDocset, 'roots'>) => Redirections
}

/** Makes a reader of redirections, which reads each root once. */
export function createRedirections(): RunRedirections {
  const filesOf = memoize(readRedirections)
  return {
    filesOf,
    of: memoize(({ roots }: Pick<InputDocset, 'roots'>) =>
      collectRedirections([...roots.keys()].flatMap(filesOf)),
    ),
  }
}
