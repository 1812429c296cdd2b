import type { ShardOptions, ShardRun } from '../pipeline/shards/shard-options.ts'
import { makeShard } from '../pipeline.ts'
import { countOf } from '../util/count-of.ts'
import { UserError } from '../util/user-error.ts'
import { createProgress } from './create-progress.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'

/** Folder with the folders of shards. */
const FOLDER = 'lockstep-shards'

const WORDS = { build: 'Building', check: 'Checking', status: 'Counting' } as const

/**
 * Refuses a folder for a command that writes no files unless it makes a shard.
 *
 * @throws {UserError} if there is one.
 */
export function assertNoOut(out: string | undefined): void {
  if (out !== undefined)
    throw new UserError(
      'Cannot use --out without --shard: no files are written',
      'Add --shard, or leave out --out.',
    )
}

/**
 * Makes a shard and says what to do with it. Findings do not fail it: only the merge knows all, and which of them to show.
 *
 * @param out folder of the shard. Default: named after the shard.
 */
export async function runShard(
  options: ShardRun,
  { out, quiet = false }: { readonly out?: string | undefined; readonly quiet?: boolean | undefined },
  io: Io,
): Promise<ExitCode> {
  const { number, of } = options.shard
  const folder = out ?? `${FOLDER}/${number}-of-${of}`
  const progress = createProgress(io, WORDS[options.kind], quiet)
  const run = { ...options.run, onProgress: progress.show }
  const { documents, units } = await makeShard({ ...options, folder, run } as ShardOptions).finally(
    progress.clear,
  )
  if (!quiet)
    io.stdout.write(
      `Shard ${number} of ${of}: ${countOf(documents, 'document')}, ${countOf(units, 'unit')} in ${folder}\n` +
        `When all shards are made, \`lockstep merge ${out === undefined ? FOLDER : '<folders>'}\` completes the ${options.kind}, with the same options.\n`,
    )
  return 0
}
