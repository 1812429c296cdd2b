import type { LockstepConfig } from '../../config.ts'
import { check } from '../../pipeline.ts'
import { reporters } from '../../report/reporters.ts'
import { type SeverityCounts, summarize } from '../../report/summarize.ts'
import { createProgress } from '../create-progress.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'

/** Flags of `lockstep check`. */
export interface CheckFlags extends CommonFlags {
  readonly format: keyof typeof reporters
  readonly failOn?: NonNullable<LockstepConfig['failOn']>
  readonly quiet?: boolean
}

/** Runs `lockstep check`. */
export async function runCheck(inputs: readonly string[], flags: CheckFlags, io: Io): Promise<ExitCode> {
  const { config, run } = await readSettings(inputs, flags, io)
  const progress = createProgress(io, 'Checking', flags.quiet ?? false)
  const { files, counts } = await check({ ...run, onProgress: progress.show }).finally(progress.clear)
  const report = reporters[flags.format]
  const color = flags.format === 'pretty' && hasColors(io.stdout, io.env)
  io.stdout.write(report(files, { color, units: counts.units, quiet: flags.quiet ?? false }))
  return fails(summarize(files), flags.failOn ?? config.failOn ?? 'error') ? 1 : 0
}

function fails(
  { errors, warnings, infos }: SeverityCounts,
  level: NonNullable<LockstepConfig['failOn']>,
): boolean {
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos }
  return counted[level] > 0
}
