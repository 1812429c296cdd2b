import { hashOf } from '../../util/data/hash-of.ts'

/** Hexadecimal digits of a hash that a number can hold. */
const DIGITS = 13

/**
 * The number of the shard, from 1, that a document belongs to, in all its locales.
 *
 * @param path of the document, relative to its roots.
 * @param of number of all shards.
 */
export function shardOf(path: string, of: number): number {
  return (Number.parseInt(hashOf(path).slice(0, DIGITS), 16) % of) + 1
}
