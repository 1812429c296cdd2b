import type { StatusReport } from '../../model/findings/status.ts'
import { status } from '../../pipeline.ts'
import type { StatusFormatName } from '../../report/status/format-names.ts'
import { statusFormats } from '../../report/status/formats.ts'
import { percent } from '../../report/status/percent.ts'
import { summarize } from '../../report/summarize.ts'
import { countOf } from '../../util/count-of.ts'
import { UserError } from '../../util/user-error.ts'
import { createProgress } from '../create-progress.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import type { MinCoverage } from '../min-coverage.ts'
import type { ReportFile } from '../options.ts'
import { putReport } from '../output-files.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'
import { assertShard, runShard, type ShardFlags } from '../shard.ts'

/** Flags of `lockstep status`. */
export interface StatusFlags extends CommonFlags, ShardFlags {
  readonly format: StatusFormatName
  readonly outputFile?: readonly ReportFile<StatusFormatName>[]
  readonly locale?: string
  readonly minCoverage?: readonly MinCoverage[]
  readonly quiet?: boolean
}

/**
 * Runs `lockstep status`, and `lockstep merge` for it.
 *
 * @throws {UserError} if a flag names a locale that no document has.
 */
export async function runStatus(inputs: readonly string[], flags: StatusFlags, io: Io): Promise<ExitCode> {
  const { run } = await readSettings(inputs, flags, io)
  const { shard, shardFolders } = flags
  assertShard(flags)
  if (shard) return runShard({ kind: 'status', shard, run }, flags, io)
  const progress = createProgress(io, 'Counting', flags.quiet ?? false)
  const { report, files } = await status({
    ...run,
    ...(shardFolders && { shards: shardFolders }),
    onProgress: progress.show,
  }).finally(progress.clear)
  const locales = Object.keys(report.locales)
  const named = [flags.locale, ...(flags.minCoverage ?? []).map(({ locale }) => locale)]
  const unknown = named.find((locale) => locale !== undefined && !locales.includes(locale))
  if (unknown !== undefined) {
    throw new UserError(`No document has the locale ${unknown}`, `The locales are: ${locales.join(', ')}.`)
  }
  const { format, locale } = flags
  const shown = locale === undefined ? report : onlyLocale(report, locale)
  const text = (name: StatusFormatName, toFile: boolean) =>
    statusFormats[name](shown, {
      ...(locale !== undefined && { locale }),
      ...(!toFile && {
        color: name === 'text' && hasColors(io.stdout, io.env),
        ...(io.stdout.columns !== undefined && { width: io.stdout.columns }),
      }),
    })
  await putReport(format, flags.outputFile ?? [], text, io)
  const { errors } = summarize(files)
  if (errors > 0 && !flags.quiet) {
    io.stderr.write(`${countOf(errors, 'error')} in the documents: lockstep check lists them.\n`)
  }
  const low = (flags.minCoverage ?? []).flatMap(({ locale: tag, percent: least }) =>
    (tag === undefined ? locales : [tag])
      .filter((each) => report.locales[each]!.coverage * 100 < least)
      .map((each) => ({ each, least })),
  )
  for (const { each, least } of low) {
    io.stderr.write(
      `${each} is translated to ${percent(report.locales[each]!.coverage)}, less than the required ${least}%.\n`,
    )
  }
  return low.length > 0 ? 1 : 0
}

function onlyLocale(report: StatusReport, locale: string): StatusReport {
  const only = ({ locales }: Pick<StatusReport, 'locales'>) =>
    locales[locale] ? { [locale]: locales[locale] } : {}
  const folders = report.folders.map((folder) => ({ ...folder, locales: only(folder) }))
  return { ...report, locales: only(report), folders }
}
