import { type Shard, shardName } from '../../model/build/shard.ts'
import type { StoredResult } from '../../read/read-shard.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { DocumentResult } from '../document/document-result.ts'
import type { createChangeFinder } from './changed-since.ts'
import { fromPortable, type PortableResult } from './portable-result.ts'
import { lacksDocument, madeFromAnother } from './shard-faults.ts'

/**
 * Restores the result of a document from a shard.
 *
 * @param stored what the shard has in its place.
 * @throws {UserError} if that is another document, or the shard was made from other files than those of this machine.
 */
export function restoreResult(
  group: DocumentInputs,
  stored: StoredResult | undefined,
  shard: { readonly name: string; readonly header: Shard },
  { cwd, changedIn }: { readonly cwd: string; readonly changedIn: ReturnType<typeof createChangeFinder> },
): DocumentResult {
  const portable = stored && (JSON.parse(stored.result) as PortableResult)
  if (portable?.path !== group.path) throw lacksDocument(shard.name, group.path)
  const result = fromPortable(portable, stored!.contents, cwd)
  const changed = changedIn(group, result)
  if (changed !== undefined) throw madeFromAnother(shardName(shard.header), shard.name, changed)
  return result
}
