import { resolve } from 'node:path'
import type { AwsEnvironment } from './bucket.ts'
import { openFolderStore } from './folder-store.ts'
import type { ResultStore } from './result-store.ts'

/**
 * Opens the place of finished shards.
 *
 * @param place a folder, or `s3://bucket/prefix`.
 * @param cwd absolute path of the folder that a folder is relative to.
 * @throws {UserError} if it cannot be used.
 */
export async function openResults(place: string, cwd: string, env: AwsEnvironment): Promise<ResultStore> {
  if (!place.startsWith('s3://')) return openFolderStore(resolve(cwd, place))
  const { openS3Store } = await import('./s3-store.ts')
  return openS3Store(place, env)
}
