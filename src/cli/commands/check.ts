import { relative } from 'node:path'
import type { LockstepConfig } from '../../config.ts'
import type { CheckOptions, CheckRunOptions, FixedFile } from '../../pipeline/options.ts'
import { check, describeRules } from '../../pipeline.ts'
import { cacheFolder } from '../../read/program/cache-folder.ts'
import { readVersion } from '../../read/program/read-version.ts'
import { loadReporter } from '../../report/load-reporter.ts'
import type { ReporterName } from '../../report/reporter-names.ts'
import { type SeverityCounts, summarize } from '../../report/summarize.ts'
import { cleanLines } from '../../report/text/words.ts'
import { countOf } from '../../util/count-of.ts'
import { UserError } from '../../util/user-error.ts'
import { createProgress } from '../create-progress.ts'
import { createTimer } from '../create-timer.ts'
import type { ExitCode } from '../exit-code.ts'
import { hiddenFindings } from '../hidden-findings.ts'
import { folderInRepository, hasColors, type Io, own } from '../io.ts'
import type { ReportFile } from '../options.ts'
import { isInFile, putReport } from '../output-files.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'
import { reportTiming, type TimingFormat } from '../report-timing.ts'
import { assertShard, runShard, type ShardFlags } from '../shard.ts'

/** Flags of `lockstep check`. */
export interface CheckFlags extends CommonFlags, ShardFlags {
  readonly format: ReporterName
  readonly outputFile?: readonly ReportFile<ReporterName>[]
  readonly failOn?: NonNullable<LockstepConfig['failOn']>
  readonly quiet?: boolean
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly changedSince?: string
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly root?: string
  readonly cache?: boolean
  readonly cacheDir?: string
  readonly timing?: TimingFormat | true
}

/** Runs `lockstep check`, and `lockstep merge` for a check. */
export async function runCheck(inputs: readonly string[], flags: CheckFlags, io: Io): Promise<ExitCode> {
  if (flags.dryRun && flags.outputFile)
    throw new UserError('Cannot use --dry-run with --output-file', 'Leave one of them out.')
  if (flags.dryRun && !flags.fix)
    throw new UserError('Cannot use --dry-run without --fix', 'Add --fix, or leave out --dry-run.')
  const { config, run } = await readSettings(inputs, flags, io)
  const options = optionsOf(run, flags, config, io)
  const { shard } = flags
  assertShard(flags)
  if (shard) return runShard({ kind: 'check', shard, run: options }, flags, io)
  const progress = createProgress(io, 'Checking', flags.quiet ?? false)
  const timer = flags.timing && createTimer(io)
  const hooks = { onProgress: progress.show, ...(timer && { onStage: timer.begin }) }
  const result = await check({ ...options, ...hooks }).finally(progress.clear)
  if (timer) reportTiming(timer, result, flags.timing === 'json' ? 'json' : 'table', io)
  const { files, counts } = result
  const outputFiles = flags.outputFile ?? []
  const shown = {
    units: counts.units,
    quiet: flags.quiet ?? false,
    version: readVersion(),
    folder: folderInRepository(io),
  }
  const report = async (format: ReporterName, toFile: boolean) =>
    (await loadReporter(format))(files, {
      ...shown,
      // Loads all rules, so only for the format that describes them.
      ...(format === 'sarif' && { rules: await describeRules(run) }),
      ...(!toFile && {
        color: format === 'pretty' && hasColors(io.stdout, io.env),
        ...(io.stdout.isTTY && io.stdout.columns !== undefined && { width: io.stdout.columns }),
      }),
    })
  const fixed = result.fixed ?? []
  const isPreview = flags.fix === true && flags.dryRun === true
  await putReport(flags.format, outputFiles, report, io, (text) => {
    if (isPreview) io.stdout.write(cleanLines(fixed.map(({ diff }) => diff).join('')))
    // These annotations are commands.
    else io.stdout.write(flags.format === 'github' ? own(text) : text)
  })
  const names = {
    ...flags,
    baseline: flags.baseline ?? (config.baseline && relative(io.cwd, config.baseline)),
  }
  const hidden = flags.quiet ? [] : hiddenFindings(result, names)
  // Output for programs must not mix with text for people.
  const stream = flags.format === 'pretty' && !isInFile(outputFiles) ? io.stdout : io.stderr
  if (flags.fix && !flags.quiet) stream.write(`${fixSummary(fixed, isPreview)}\n`)
  if (hidden.length > 0) stream.write(`${hidden.join('\n')}\n`)
  return fails(summarize(files), flags.failOn ?? config.failOn ?? 'error') ? 1 : 0
}

function fixSummary(fixed: readonly FixedFile[], isPreview: boolean): string {
  const count = fixed.reduce((sum, file) => sum + file.count, 0)
  return `${countOf(count, 'finding')} in ${countOf(fixed.length, 'file')} ${isPreview ? 'would be ' : ''}repaired.`
}

function optionsOf(run: CheckOptions, flags: CheckFlags, config: LockstepConfig, io: Io): CheckRunOptions {
  const baseline = flags.baseline ?? config.baseline
  return {
    ...run,
    ...(flags.cache !== false && { cache: flags.cacheDir ?? config.cacheDir ?? cacheFolder(io.cwd) }),
    ...(baseline !== undefined && { baseline }),
    ...(flags.updateBaseline && { updateBaseline: true }),
    ...(flags.fix && { fix: flags.dryRun ? ('preview' as const) : ('write' as const) }),
    ...(flags.changedSince !== undefined && { changedSince: flags.changedSince }),
    ...(flags.root !== undefined && { root: flags.root }),
    within: config.inputs!,
    ...(flags.shardFolders && { shards: flags.shardFolders }),
  }
}

function fails(
  { errors, warnings, infos }: SeverityCounts,
  level: NonNullable<LockstepConfig['failOn']>,
): boolean {
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos }
  return counted[level] > 0
}
