import { kindOfShards } from '../../pipeline.ts'
import { UserError } from '../../util/user-error.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { type BuildFlags, runBuild } from './build.ts'
import { type CheckFlags, runCheck } from './check.ts'

/** Flags of `lockstep merge`: those of the commands that it completes. */
export interface MergeFlags
  extends Omit<BuildFlags, 'shard' | 'shards'>,
    Omit<CheckFlags, 'out' | 'shard' | 'shards' | 'fix' | 'dryRun'> {
  readonly inputs?: readonly string[]
}

/** Runs `lockstep merge`: completes the build or check whose shards are in the folders. */
export async function runMerge(folders: readonly string[], flags: MergeFlags, io: Io): Promise<ExitCode> {
  const { inputs = [], ...rest } = flags
  const all = { ...rest, shards: folders }
  if ((await kindOfShards(folders, io.cwd)) === 'build') return runBuild(inputs, all, io)
  if (flags.out !== undefined)
    throw new UserError('Cannot use --out with the shards of a check, which writes no files', 'Leave it out.')
  return runCheck(inputs, all, io)
}
