import type { Shard, ShardHeader } from '../../model/build/shard.ts'
import type { BuildOptions, CheckOptions, CheckRunOptions } from '../options.ts'

/** A build, check or count, and which part of it to make. */
export type ShardRun = { readonly shard: Shard } & (
  | { readonly kind: 'build'; readonly run: BuildOptions }
  | { readonly kind: 'check'; readonly run: CheckRunOptions }
  | { readonly kind: 'status'; readonly run: CheckOptions }
)

/** Options for making a part of a build, check or count. */
export type ShardOptions = ShardRun & {
  /** Folder to write to; a shard that is in it already is replaced. */
  readonly folder: string
}

/** Totals of a shard. */
export interface ShardResult {
  readonly header: ShardHeader
  /** Number of documents with a model; each locale counts. */
  readonly documents: number
  /** Number of units in these documents. */
  readonly units: number
}
