import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SHARD_DOCUMENTS, SHARD_FILE, type ShardHeader } from '../model/build/shard.ts'
import { MOST_BYTES, readText } from '../read/files/read-bytes.ts'
import { hashOf } from '../util/data/hash-of.ts'
import { LINE_END } from '../util/data/line-end.ts'
import { reasonOf } from '../util/reason-of.ts'
import { StopError } from '../util/stop-error.ts'
import { UserError } from '../util/user-error.ts'
import { openSpool } from './spool.ts'
import { writeAtomically } from './write-atomically.ts'

/** A shard that is being written. */
export interface ShardWriter {
  /**
   * Appends a document.
   *
   * @param result as JSON.
   * @param contents of its files, in the order in which the result names them.
   */
  append(result: string, contents: readonly Uint8Array[]): void
  /** Completes the shard; until then, its folder has no description, and no merge takes it. */
  finish(header: Omit<ShardHeader, 'bytes'>): ShardHeader
  close(): void
}

/**
 * Starts a shard; one that is in the folder already is replaced.
 *
 * Each document is a line with the sizes of what follows, in bytes, and its SHA-256; then its result as JSON, and the contents of its files.
 *
 * @param folder absolute path, created if necessary.
 * @throws {StopError} if it cannot be written, as its functions do.
 */
export function createShardWriter(folder: string): ShardWriter {
  const attempt = <Result>(action: () => Result): Result => {
    try {
      return action()
    } catch (error) {
      throw new StopError(
        `Cannot write to ${folder}: ${reasonOf(error)}`,
        'Free some space, or choose another folder with --shard-dir.',
      )
    }
  }
  assertOwn(folder)
  const spool = attempt(() => {
    rmSync(join(folder, SHARD_FILE), { force: true })
    rmSync(join(folder, SHARD_DOCUMENTS), { force: true })
    return openSpool(join(folder, `${SHARD_DOCUMENTS}.new`))
  })
  let bytes = 0
  return {
    append(result, contents) {
      const body = Buffer.concat([Buffer.from(result), ...contents])
      const line = `${Buffer.byteLength(result)} ${body.length} ${hashOf(body)}\n`
      attempt(() => {
        spool.append(line)
        spool.append(body)
      })
      bytes += line.length + body.length
    },
    finish(header) {
      const complete = { ...header, bytes }
      attempt(() => {
        spool.moveTo(join(folder, SHARD_DOCUMENTS))
        writeAtomically(join(folder, SHARD_FILE), `${JSON.stringify(complete, null, 2)}\n`)
      })
      return complete
    },
    close: () => spool.close(),
  }
}

/**
 * Writes a shard that comes from elsewhere.
 *
 * @param folder absolute path, created if necessary.
 * @param parts its description in one line, then the content of the file with the results.
 */
export async function receiveShard(folder: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const spool = openSpool(join(folder, `${SHARD_DOCUMENTS}.new`))
  const header: Uint8Array[] = []
  let isHeader = true
  try {
    for await (const part of parts) {
      const end = isHeader ? part.indexOf(LINE_END) : -1
      if (isHeader) header.push(end < 0 ? part : part.subarray(0, end))
      if (!isHeader || end >= 0) spool.append(part.subarray(end + 1))
      if (end >= 0) isHeader = false
    }
    spool.moveTo(join(folder, SHARD_DOCUMENTS))
    writeAtomically(join(folder, SHARD_FILE), Buffer.concat(header))
  } finally {
    spool.close()
  }
}

/** @throws {UserError} if the folder has a file of that name that is not the description of a shard. */
function assertOwn(folder: string): void {
  const path = join(folder, SHARD_FILE)
  if (!existsSync(path) || /"bytes":\s*\d/.test(readText(path, { most: MOST_BYTES.settings }))) return
  throw new UserError(
    `Cannot write a shard to ${folder}: its ${SHARD_FILE} is not that of a shard`,
    'Name an empty folder with --shard-dir.',
  )
}
