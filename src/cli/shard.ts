import type { Shard, ShardKind } from '../model/build/shard.ts'
import type { ShardOptions, ShardRun } from '../pipeline/shards/shard-options.ts'
import { makeShard } from '../pipeline.ts'
import { countOf } from '../util/count-of.ts'
import { UserError } from '../util/user-error.ts'
import { createProgress } from './create-progress.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'

const WORDS = { build: 'Building', check: 'Checking', status: 'Counting' } as const

/** Flags about shards. */
export interface ShardFlags {
  readonly shard?: Shard
  readonly shardDir?: string
  /** Folders of shards to merge. */
  readonly shardFolders?: readonly string[]
}

/**
 * Refuses a folder for no shard.
 *
 * @throws {UserError} if there is one.
 */
export function assertShard({ shard, shardDir }: ShardFlags): void {
  if (shardDir !== undefined && !shard)
    throw new UserError('Cannot use --shard-dir without --shard', 'Add --shard, or leave out --shard-dir.')
}

/** Default folder of the shards of a kind of run, so that those of a check do not replace those of a build. */
export function shardsFolder(kind: ShardKind): string {
  return `lockstep-shards/${kind}`
}

/** Default folder of a shard. */
export function shardFolder(kind: ShardKind, { number, of }: Shard): string {
  return `${shardsFolder(kind)}/${number}-of-${of}`
}

/**
 * Makes a shard and says what to do with it. Findings do not fail it: only the merge knows all, and which of them to show.
 *
 * @param flags of the command.
 */
export async function runShard(
  options: ShardRun,
  { shardDir, quiet = false }: ShardFlags & { readonly quiet?: boolean },
  io: Io,
): Promise<ExitCode> {
  const { number, of } = options.shard
  const folder = shardDir ?? shardFolder(options.kind, options.shard)
  const progress = createProgress(io, WORDS[options.kind], quiet)
  const run = { ...options.run, onProgress: progress.show }
  const { documents, units } = await makeShard({ ...options, folder, run } as ShardOptions).finally(
    progress.clear,
  )
  if (!quiet)
    io.stdout.write(
      `Shard ${number} of ${of}: ${countOf(documents, 'document')}, ${countOf(units, 'unit')} in ${folder}\n` +
        `When all shards are made, \`lockstep merge ${shardDir === undefined ? shardsFolder(options.kind) : '<folders>'}\` completes the ${options.kind}, with the same options.\n`,
    )
  return 0
}
