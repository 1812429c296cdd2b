/** Version of the format; a merge takes no other. */
export const SHARD_VERSION = 1

/** Name of the file that describes a shard; it is written last. */
export const SHARD_FILE = 'shard.json'

/** Name of the file with the results of its documents: see `write/write-shard.ts`. */
export const SHARD_DOCUMENTS = 'documents.bin'

/** A part of a run, such as the second of four. */
export interface Shard {
  /** From 1. */
  readonly number: number
  /** Number of all shards. */
  readonly of: number
}

/** A run that can be split. */
export type ShardKind = 'build' | 'check' | 'status' | 'review'

/** Hashes by name. */
export type NamedHashes = Readonly<Record<string, string>>

/** Hashes of everything that all shards of a run share; no absolute path affects them. */
export interface ShardKeys {
  readonly program: string
  /** By name of the setting. */
  readonly settings: NamedHashes
  /** The files that the settings name, and those that apply to all documents, such as tables of contents; by path or what they are. */
  readonly files: NamedHashes
  /** The paths of all documents. */
  readonly inputs: string
}

/** Describes a shard. */
export interface ShardHeader extends Shard {
  readonly version: typeof SHARD_VERSION
  readonly kind: ShardKind
  /** Versions of the program and of Node.js that made it. */
  readonly program: string
  readonly keys: ShardKeys
  /** Number of documents in it, each in all its locales. */
  readonly groups: number
  /** Size of the file with their results. */
  readonly bytes: number
}

/** Everything that decides the result of a shard, before it is made. */
export interface ShardPlan extends Omit<ShardHeader, 'groups' | 'bytes'> {
  /** Hash of the paths and contents of its documents. */
  readonly documents: string
}

/** A part of a run for people: “shard 2 of 4”. */
export function shardName({ number, of }: Shard): string {
  return `shard ${number} of ${of}`
}
