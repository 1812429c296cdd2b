import { relative } from 'node:path'
import type { ShardKeys } from '../../model/build/shard.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { type KeyedOptions, keyFoldersOf, runKeys, siteKey } from '../cache/cache-key.ts'
import type { Run } from '../run-documents.ts'

/** Hashes everything that a merge must share with its shards. */
export async function shardKeys({ found, tocPathsOf }: Run, options: KeyedOptions): Promise<ShardKeys> {
  const folders = keyFoldersOf(found, tocPathsOf)
  const { program, settings, files } = await runKeys(options, folders)
  const inputs = found.inputs.map(({ root, path, fragment, folderLocale = null }) => [
    placeOf(root, options.cwd),
    path,
    fragment,
    folderLocale,
  ])
  return {
    program,
    settings,
    files: { ...files, 'tables of contents and xref maps': siteKey(folders, options) },
    inputs: hashOf(JSON.stringify(inputs)),
  }
}

/** A folder as shards name it: relative to the working folder. */
export function placeOf(folder: string, cwd: string): string {
  return toPosix(relative(cwd, folder))
}
