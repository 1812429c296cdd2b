import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SHARD_DOCUMENTS, SHARD_FILE, SHARD_VERSION, type ShardHeader } from '../model/build/shard.ts'
import { compare } from '../util/data/compare.ts'
import { hashOf } from '../util/data/hash-of.ts'
import { isObject } from '../util/data/is-object.ts'
import { LINE_END } from '../util/data/line-end.ts'
import { parseJson } from '../util/data/parse-json.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { statsOf } from './files/inside.ts'
import { MOST_BYTES, readParts, readText } from './files/read-bytes.ts'

/** A document of a shard as it was written. */
export interface StoredResult {
  /** As JSON. */
  readonly result: string
  /** The contents of its files, one after the other. */
  readonly contents: Buffer
}

/**
 * Lists the shards in a folder: the folder itself, or those in it, sorted.
 *
 * @param depth number of levels below it to look at: `lockstep-shards/build/1-of-2` is two below `lockstep-shards`.
 */
export function shardFolders(folder: string, depth = 2): readonly string[] {
  if (depth === 0 || existsSync(join(folder, SHARD_FILE)) || !statsOf(folder)?.isDirectory()) return [folder]
  const below = readdirSync(folder)
    .sort(compare)
    .map((name) => join(folder, name))
    .filter((path) => statsOf(path)?.isDirectory())
  return below.length > 0 ? below.flatMap((path) => shardFolders(path, depth - 1)) : [folder]
}

/**
 * Reads the description of a shard.
 *
 * @param folder absolute path.
 * @param name of the folder, for people.
 * @throws {UserError} if there is none, it is of another format, or the shard is incomplete.
 */
export function readShardHeader(folder: string, name: string): ShardHeader {
  if (!existsSync(join(folder, SHARD_FILE)))
    throw new UserError(
      `No shard in ${name}: it has no ${SHARD_FILE}`,
      'The file is written last: run that shard again if it did not finish, and name the folders of shards only.',
    )
  const header = parseHeader(join(folder, SHARD_FILE), name)
  const documents = join(folder, SHARD_DOCUMENTS)
  const size = existsSync(documents) ? statSync(documents).size : 0
  if (size !== header.bytes)
    throw new UserError(
      `The shard in ${name} is damaged: ${SHARD_DOCUMENTS} has ${size} bytes, expected ${header.bytes}`,
      'Copy its folder again, or run that shard again.',
    )
  return header
}

function parseHeader(path: string, name: string): ShardHeader {
  let header: unknown
  try {
    header = parseJson(readText(path, { most: MOST_BYTES.settings }))
  } catch (error) {
    throw new UserError(`Cannot read ${name}/${SHARD_FILE}: ${reasonOf(error)}`, 'Run that shard again.')
  }
  if (!isObject(header) || header.version !== SHARD_VERSION)
    throw new UserError(
      `The shard in ${name} was made by another version of Lockstep`,
      'Run all shards and the merge with the same version.',
    )
  return header as unknown as ShardHeader
}

/**
 * Reads the documents of a shard in their order, one at a time.
 *
 * @param folder absolute path.
 * @param name of the folder, for people.
 * @throws {UserError} if one is damaged.
 */
export function* readShardDocuments(folder: string, name: string): Generator<StoredResult, void, undefined> {
  const input = createByteReader(readParts(join(folder, SHARD_DOCUMENTS)))
  for (let at = 1; ; at++) {
    const line = input.line()
    if (line === undefined) return
    const [json = '', size = '', hash] = line.split(' ')
    const body = input.take(Number(size))
    if (!body || hashOf(body) !== hash)
      throw new UserError(
        `The shard in ${name} is damaged: document ${at} of ${SHARD_DOCUMENTS} is not what was written`,
        'Copy its folder again, or run that shard again.',
      )
    yield { result: body.toString('utf8', 0, Number(json)), contents: body.subarray(Number(json)) }
  }
}

/** Maximum length of a line with sizes, in bytes. */
const LONGEST_LINE = 200

/** Cuts a sequence of parts into lines and pieces of known size. */
function createByteReader(parts: Iterator<Buffer, void, undefined>) {
  let rest: Buffer = Buffer.alloc(0)

  function more(): boolean {
    const next = parts.next()
    if (next.done) return false
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
    return true
  }

  /** The next line without its end; `undefined` at the end of the file. */
  function line(): string | undefined {
    let end = rest.indexOf(LINE_END)
    while (end < 0 && rest.length < LONGEST_LINE && more()) end = rest.indexOf(LINE_END)
    if (end < 0) return rest.length === 0 ? undefined : ''
    const text = rest.toString('latin1', 0, end)
    rest = rest.subarray(end + 1)
    return text
  }

  /** The next bytes; `undefined` if there are fewer. */
  function take(size: number): Buffer | undefined {
    const pieces: Buffer[] = []
    let missing = size
    while (missing > 0) {
      if (rest.length === 0 && !more()) return undefined
      const piece = rest.subarray(0, missing)
      pieces.push(piece)
      rest = rest.subarray(piece.length)
      missing -= piece.length
    }
    return Buffer.concat(pieces)
  }

  return { line, take }
}
