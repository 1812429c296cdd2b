import { join } from 'node:path'
import { SHARD_FILE } from '../model/build/shard.ts'
import { statsOf } from '../read/files/inside.ts'
import { listFolder } from '../read/list-folder.ts'
import { makeFolder, publishFolder, withdrawFolder } from '../write/publish-folder.ts'
import { openTemporaryFolder } from '../write/temporary-folder.ts'
import { type ResultStore, SHARD_ID } from './result-store.ts'

/**
 * Opens a folder that all machines share. Shards are made in it and get their name by renaming, so they are complete as soon as they are seen.
 *
 * @param folder absolute path, created if necessary.
 * @throws {UserError} if it cannot be written.
 */
export function openFolderStore(folder: string): ResultStore {
  makeFolder(folder)
  const placeOf = (id: string) => join(folder, id)
  const isThere = (id: string) => statsOf(join(placeOf(id), SHARD_FILE)) !== undefined
  return {
    name: folder,
    list: async () => new Set(listFolder(folder, '').filter((name) => SHARD_ID.test(name) && isThere(name))),
    has: async (id) => isThere(id),
    async begin(id) {
      const temporary = openTemporaryFolder(folder)
      return {
        path: temporary.path,
        async publish() {
          // What is left of a shard that was being deleted would stay in the way.
          if (!isThere(id)) withdrawFolder(placeOf(id))
          publishFolder(temporary.path, placeOf(id))
        },
        remove: temporary.remove,
      }
    },
    fetch: async (id) => (isThere(id) ? placeOf(id) : undefined),
    remove: async (id) => withdrawFolder(placeOf(id)),
    close() {},
  }
}
