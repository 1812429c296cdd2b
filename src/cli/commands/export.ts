import { resolve } from 'node:path'
import picocolors from 'picocolors'
import type { ExportOptions, ExportResult } from '../../pipeline/exchange/exchange-options.ts'
import { exportUnits } from '../../pipeline.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { createProgress } from '../create-progress.ts'
import { createTimer } from '../create-timer.ts'
import { duration } from '../duration.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'
import { reportTiming, type TimingFormat } from '../report-timing.ts'

/** Flags of `lockstep export`. */
export interface ExportFlags extends CommonFlags {
  readonly out: string
  readonly force?: boolean
  readonly format: NonNullable<ExportOptions['format']>
  readonly bundle?: boolean
  readonly locale?: readonly string[]
  readonly findings?: boolean
  readonly minSeverity?: NonNullable<ExportOptions['minSeverity']>
  readonly onlyChanged?: string
  readonly decisions?: string
  /** `false` with `--no-mt`. */
  readonly mt: boolean
  readonly level?: '1' | '2'
  readonly inline?: NonNullable<ExportOptions['inline']>
  readonly for?: NonNullable<ExportOptions['for']>
  readonly timing?: TimingFormat | true
  readonly quiet?: boolean
}

/**
 * Runs `lockstep export`.
 *
 * @throws {UserError} if flags contradict each other.
 */
export async function runExport(inputs: readonly string[], flags: ExportFlags, io: Io): Promise<ExitCode> {
  const start = io.now()
  const { config, run } = await readSettings(inputs, flags, io)
  const decisions = flags.decisions ?? config.review?.decisions
  const out = resolve(io.cwd, flags.out)
  const progress = createProgress(io, 'Exporting', flags.quiet ?? false)
  const timer = flags.timing && createTimer(io)
  const { threads: _, ...settings } = run
  const result = await exportUnits({
    ...settings,
    out,
    format: flags.format,
    ...(flags.force && { force: true }),
    ...(flags.bundle && { bundle: true }),
    ...(flags.locale && { locales: flags.locale }),
    ...(flags.findings && { findings: true }),
    ...(flags.minSeverity && { minSeverity: flags.minSeverity }),
    ...(flags.onlyChanged !== undefined && { onlyChanged: flags.onlyChanged }),
    ...(decisions !== undefined && { decisions }),
    ...(!flags.mt && { machine: false }),
    ...(flags.level && { level: flags.level === '2' ? 2 : 1 }),
    ...(flags.inline && { inline: flags.inline }),
    ...(flags.for && { for: flags.for }),
    onProgress: progress.show,
    ...(timer && { onStage: timer.begin }),
  }).finally(progress.clear)
  if (timer) reportTiming(timer, result, flags.timing === 'json' ? 'json' : 'table', io)
  const missing = (flags.locale ?? []).filter((locale) => !result.locales.includes(locale))
  if (result.failed.length > 0) {
    const { pretty } = await import('../../report/text/pretty.ts')
    const color = hasColors(io.stderr, io.env)
    io.stderr.write(`${pretty(result.failed, { color, quiet: true, units: result.counts.units })}\n`)
  }
  for (const locale of missing)
    io.stderr.write(`No document has the locale ${locale}: nothing was exported for it.\n`)
  if (!flags.quiet) io.stdout.write(summaryOf(result, out, io.now() - start, io))
  return result.failed.length > 0 || missing.length > 0 ? 1 : 0
}

function summaryOf(result: ExportResult, out: string, time: number, io: Io): string {
  const colors = picocolors.createColors(hasColors(io.stdout, io.env))
  const { documents, units, written, locales } = result
  const { files, changed, removed } = written
  const count = units.missing + units.machine + units.translated + units.approved
  const states = listOf([
    [units.machine, 'machine translation'],
    [units.translated, 'translated'],
    [units.approved, 'approved'],
    [units.missing, 'without translation'],
  ])
  const rows: [string, string][] = [
    ['Documents', `${countOf(documents, 'document')}, ${countOf(count, 'unit')}`],
    ['Locales', locales.join(', ') || 'none'],
    ['States', states || 'none'],
  ]
  if (units.locked > 0)
    rows.push(['Locked', `${countOf(units.locked, 'unit')} to read only: notes in the files say why`])
  const left = leftOutOf(result)
  if (left !== '') rows.push(['Left out', left])
  const disk = [`${countOf(files, 'file')} in ${out}`]
  if (changed < files) disk.push(`${countOf(changed, 'file')} new or changed`)
  if (removed > 0) disk.push(`${countOf(removed, 'file')} of earlier exports removed`)
  rows.push(['Written', disk.join(', ')], ['Time', duration(time)])
  return `${rows.map(([name, value]) => `${colors.bold(name.padEnd(10))} ${value}`).join('\n')}\n`
}

function leftOutOf({ leftOut }: ExportResult): string {
  return listOf([
    [leftOut.textless, 'without text to translate'],
    [leftOut.sourceless, 'without source'],
    [leftOut.unchanged, 'unchanged'],
    [leftOut.machine, 'translated by a machine'],
    [leftOut.sound, 'without findings of that severity'],
  ])
}

function listOf(counts: readonly (readonly [number, string])[]): string {
  return counts.flatMap(([count, what]) => (count > 0 ? `${numberOf(count)} ${what}` : [])).join(', ')
}
