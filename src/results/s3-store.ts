import { join } from 'node:path'
import { SHARD_DOCUMENTS, SHARD_FILE } from '../model/build/shard.ts'
import { MOST_BYTES, openBlob, readText } from '../read/files/read-bytes.ts'
import { openTemporaryFolder } from '../write/temporary-folder.ts'
import { receiveShard } from '../write/write-shard.ts'
import { type AwsEnvironment, openBucket } from './bucket.ts'
import { type ResultStore, SHARD_ID } from './result-store.ts'

/**
 * Opens a part of a bucket. Each shard is one object, which is written at once or not at all: its description in one line, then its
 * results. Metadata could not hold the description: S3 allows 2 KB of ASCII.
 *
 * @param place such as `s3://bucket/prefix`.
 * @throws as {@link openBucket} does.
 */
export async function openS3Store(place: string, env: AwsEnvironment): Promise<ResultStore> {
  const [, name = '', path = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(place) ?? []
  const bucket = await openBucket(name, env)
  const prefix = path === '' ? '' : `${path.replace(/\/+$/, '')}/`
  // Made on first use: workers read nothing.
  let folder: ReturnType<typeof openTemporaryFolder> | undefined
  return {
    name: place,
    async list() {
      const keys = await bucket.list(prefix)
      return new Set(keys.map((key) => key.slice(prefix.length)).filter((id) => SHARD_ID.test(id)))
    },
    has: (id) => bucket.has(prefix + id),
    async begin(id) {
      const temporary = openTemporaryFolder()
      return {
        path: temporary.path,
        async publish() {
          const header = readText(join(temporary.path, SHARD_FILE), { most: MOST_BYTES.settings })
          const documents = await openBlob(join(temporary.path, SHARD_DOCUMENTS))
          await bucket.put(prefix + id, new Blob([`${JSON.stringify(JSON.parse(header))}\n`, documents]))
        },
        remove: temporary.remove,
      }
    },
    async fetch(id) {
      folder ??= openTemporaryFolder()
      const path = join(folder.path, id)
      const isThere = await bucket.get(prefix + id, ({ body }) =>
        receiveShard(path, body as unknown as AsyncIterable<Uint8Array>),
      )
      return isThere ? path : undefined
    },
    remove: (id) => bucket.remove(prefix + id),
    close: () => folder?.remove(),
  }
}
