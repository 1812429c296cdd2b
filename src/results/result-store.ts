/** A folder in which a shard is made. */
export interface Workplace {
  /** Absolute path. */
  readonly path: string
  /** Puts the shard into the store, at once or not at all; if it is there already, nothing changes for those who read it. */
  publish(): Promise<void>
  /** Removes the folder. */
  remove(): void
}

/** Where several machines put finished shards, and find those of others. A shard has the id of what it was made from. */
export interface ResultStore {
  /** For people. */
  readonly name: string
  /** Ids of all shards in it. */
  list(): Promise<ReadonlySet<string>>
  has(id: string): Promise<boolean>
  /** Opens a folder to make a shard in. */
  begin(id: string): Promise<Workplace>
  /** Absolute path of a folder with the shard; `undefined` if it is not there. */
  fetch(id: string): Promise<string | undefined>
  /** Removes a shard, if it is there. */
  remove(id: string): Promise<void>
  /** Removes what is only on this machine. */
  close(): void
}

/** Ids of shards, which are hashes. */
export const SHARD_ID = /^[0-9a-f]{64}$/
