import { setFlagsFromString } from 'node:v8'
import type { ShardKind } from '../../model/build/shard.ts'
import { kindOfShards } from '../../pipeline.ts'
import { REPORTER_NAMES, type ReporterName } from '../../report/reporter-names.ts'
import { STATUS_FORMATS, type StatusFormatName } from '../../report/status/format-names.ts'
import { UserError } from '../../util/user-error.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import type { ReportFile } from '../options.ts'
import { type BuildFlags, runBuild } from './build.ts'
import { type CheckFlags, runCheck } from './check.ts'
import { runStatus, type StatusFlags } from './status.ts'

/** Flags of `lockstep merge`: those of the commands that it completes. */
export interface MergeFlags
  extends BuildFlags,
    Omit<CheckFlags, 'format' | 'outputFile' | 'fix' | 'dryRun'>,
    Pick<StatusFlags, 'minCoverage'> {
  readonly inputs?: readonly string[]
  readonly format?: ReportFormat
  readonly outputFile?: readonly ReportFile<ReportFormat>[]
}

type ReportFormat = ReporterName | StatusFormatName

/** Formats of the reports of each kind of run; the first is the default. */
const FORMATS: Readonly<Record<Exclude<ShardKind, 'review'>, readonly string[]>> = {
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
  // Documents come and go: a heap that grows less before it is collected.
  setFlagsFromString('--heap-growing-percent=25')
  const { inputs = [], format: wanted, outputFile = [], locale, ...rest } = flags
  const kind = await kindOfShards(folders, io.cwd)
  if (kind === 'review')
    throw new UserError(
      'Cannot merge the shards of a review without its versions',
      'Name them: lockstep review BASE HEAD --from-shards FOLDER, with the same options.',
    )
  const formats = FORMATS[kind]
  const named = [wanted, ...outputFile.map((file) => file.format)]
  const other = named.find((format) => format !== undefined && !formats.includes(format))
  if (other !== undefined || (outputFile.length > 0 && formats.length === 0))
    throw new UserError(
      `Cannot use ${other === undefined ? '--output-file' : `the format ${other}`} with the shards of a ${kind}`,
      formats.length > 0 ? `Its formats are: ${formats.join(', ')}.` : 'Leave it out: only reports have it.',
    )
  const all = { ...rest, shardFolders: folders }
  if (kind === 'build') return runBuild(inputs, { ...all, ...(locale && { locale }) }, io)
  const report = { format: wanted ?? formats[0], ...(outputFile.length > 0 && { outputFile }) }
  if (kind === 'check') return runCheck(inputs, { ...all, ...report } as CheckFlags, io)
  const [only] = locale ?? []
  return runStatus(
    inputs,
    { ...all, ...report, ...(only !== undefined && { locale: only }) } as StatusFlags,
    io,
  )
}
