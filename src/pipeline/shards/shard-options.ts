import type { Shard, ShardHeader } from '../../model/build/shard.ts'
import type { BuildOptions, CheckRunOptions } from '../options.ts'

/** Options for making a part of a build or check. */
export type ShardOptions = {
  readonly shard: Shard
  /** Folder to write to; a shard that is in it already is replaced. */
  readonly folder: string
} & (
  | { readonly kind: 'build'; readonly run: BuildOptions }
  | { readonly kind: 'check'; readonly run: CheckRunOptions }
)

/** Totals of a shard. */
export interface ShardResult {
  readonly header: ShardHeader
  /** Number of documents with a model; each locale counts. */
  readonly documents: number
  /** Number of units in these documents. */
  readonly units: number
}
