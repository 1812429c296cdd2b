import type { NamedHashes, ShardHeader, ShardKeys } from '../../model/build/shard.ts'
import { readVersion } from '../../read/program/read-version.ts'
import { compare } from '../../util/data/compare.ts'
import { listed } from './listed.ts'

/** How a shard would differ from what is expected, for people. */
export interface ShardDifference {
  /** Continues “was made …”. */
  readonly difference: string
  /** Both programs in brackets, if they differ; else empty. */
  readonly versions: string
  /** What to do. */
  readonly hint: string
}

/** Program and Node.js, for people. */
export function programName(): string {
  return `Lockstep ${readVersion()} on Node.js ${process.versions.node}`
}

/** What is different if a key is, and what to do. */
const DIFFERENCES: Readonly<Record<keyof ShardKeys, readonly [difference: string, hint: string]>> = {
  program: [
    'by another program',
    'Run all shards and the merge with the same version of Lockstep, Node.js and platform.',
  ],
  settings: [
    'with other settings',
    'Give all shards and the merge the same configuration and the same options.',
  ],
  inputs: [
    'from other documents',
    'Run all shards and the merge on the same version of the documents, in the same place below the working folder.',
  ],
  files: [
    'with other files of the settings or the docset',
    'Run all shards and the merge on the same version of these files.',
  ],
}

/** The first key of a shard that is not as expected; `undefined` if there is none. */
export function differenceOf(
  { keys, program }: Pick<ShardHeader, 'keys' | 'program'>,
  expected: Pick<ShardHeader, 'keys' | 'program'>,
): ShardDifference | undefined {
  for (const [key, [difference, hint]] of Object.entries(DIFFERENCES)) {
    const names = namesOf(keys[key as keyof ShardKeys], expected.keys[key as keyof ShardKeys])
    if (names.length === 0) continue
    const versions = key === 'program' ? ` (${program}; expected ${expected.program})` : ''
    return { difference: names[0] === '' ? difference : `${difference} (${listed(names)})`, versions, hint }
  }
  return undefined
}

/** Names of what differs; of two hashes, the empty name. */
function namesOf(one: string | NamedHashes, two: string | NamedHashes): readonly string[] {
  if (typeof one === 'string' || typeof two === 'string') return one === two ? [] : ['']
  const names = [...new Set([...Object.keys(one), ...Object.keys(two)])].sort(compare)
  return names.filter((name) => one[name] !== two[name])
}
