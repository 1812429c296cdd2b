import type { ShardKind } from '../../model/build/shard.ts'
import { kindOfShards } from '../../pipeline.ts'
import { REPORTER_NAMES, type ReporterName } from '../../report/reporter-names.ts'
import { UserError } from '../../util/user-error.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { STATUS_FORMATS } from '../options.ts'
import { type BuildFlags, runBuild } from './build.ts'
import { type CheckFlags, runCheck } from './check.ts'
import { runStatus, type StatusFlags } from './status.ts'

/** Flags of `lockstep merge`: those of the commands that it completes. */
export interface MergeFlags
  extends Omit<BuildFlags, 'shard' | 'shards'>,
    Omit<CheckFlags, 'format' | 'out' | 'shard' | 'shards' | 'fix' | 'dryRun'>,
    Pick<StatusFlags, 'minCoverage'> {
  readonly inputs?: readonly string[]
  readonly format?: ReporterName | StatusFlags['format']
}

/** Formats of the reports of each kind of run; the first is the default. */
const FORMATS: Readonly<Record<ShardKind, readonly string[]>> = {
  build: [],
  check: REPORTER_NAMES,
  status: STATUS_FORMATS,
}

/**
 * Runs `lockstep merge`: completes the run whose shards are in the folders.
 *
 * @throws {UserError} if a flag does not suit it.
 */
export async function runMerge(folders: readonly string[], flags: MergeFlags, io: Io): Promise<ExitCode> {
  const { inputs = [], format: wanted, locale, ...rest } = flags
  const kind = await kindOfShards(folders, io.cwd)
  const formats = FORMATS[kind]
  if (wanted !== undefined && !formats.includes(wanted))
    throw new UserError(
      `Cannot use --format ${wanted} with the shards of a ${kind}`,
      formats.length > 0 ? `Its formats are: ${formats.join(', ')}.` : 'Leave it out.',
    )
  const format = wanted ?? formats[0]
  const all = { ...rest, shards: folders }
  if (kind === 'build') return runBuild(inputs, { ...all, ...(locale && { locale }) }, io)
  if (kind === 'check') return runCheck(inputs, { ...all, format: format as ReporterName }, io)
  const [only] = locale ?? []
  const shown = { format: format as StatusFlags['format'], ...(only !== undefined && { locale: only }) }
  return runStatus(inputs, { ...all, ...shown }, io)
}
