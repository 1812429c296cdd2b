import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import picocolors from 'picocolors'
import type { LockstepConfig } from '../../config.ts'
import type { PaperSize } from '../../model/build/paper.ts'
import type { BuildOptions, BuildResult } from '../../pipeline/options.ts'
import { build } from '../../pipeline.ts'
import { cacheFolder } from '../../read/program/cache-folder.ts'
import type { OutputKind } from '../../render/output-kinds.ts'
import { summarize } from '../../report/summarize.ts'
import { countOf } from '../../util/count-of.ts'
import { createProgress } from '../create-progress.ts'
import { createTimer } from '../create-timer.ts'
import { duration } from '../duration.ts'
import type { ExitCode } from '../exit-code.ts'
import { hasColors, type Io } from '../io.ts'
import { type QueueFlags, queueChoice } from '../queue/queue-flags.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'
import { reportPrinting } from '../report-printing.ts'
import { reportTiming, type TimingFormat } from '../report-timing.ts'
import { assertShard, runShard, type ShardFlags } from '../shard.ts'

/** Flags of `lockstep build`. */
export interface BuildFlags extends CommonFlags, ShardFlags, QueueFlags {
  readonly out?: string
  readonly locale?: readonly string[]
  readonly only?: readonly OutputKind[]
  readonly fallback?: boolean
  readonly staleTranslations?: boolean
  readonly bilingualRunbooks?: boolean
  readonly bilingualTables?: boolean
  readonly book?: boolean
  readonly sideBySideRunbooks?: boolean
  readonly pdf?: boolean
  readonly paper?: PaperSize
  readonly siteUrl?: string
  readonly templates?: string
  readonly cache?: boolean
  readonly cacheDir?: string
  readonly timing?: TimingFormat | true
  readonly quiet?: boolean
}

/** Runs `lockstep build`, and `lockstep merge` for a build. */
export async function runBuild(inputs: readonly string[], flags: BuildFlags, io: Io): Promise<ExitCode> {
  const start = io.now()
  const { shard } = flags
  assertShard(flags)
  const queue = queueChoice(flags)
  const options = await readBuildOptions(inputs, flags, io)
  if (shard) return runShard({ kind: 'build', shard, run: options }, flags, io)
  if (queue) {
    const { makeShardsInQueue } = await import('../queue/make-shards-in-queue.ts')
    const made = await makeShardsInQueue(options, queue, flags.shards, flags.quiet ?? false, io)
    if (typeof made === 'number') return made
    return completeBuild({ ...options, shards: made.folders }, flags, start, io).finally(made.close)
  }
  return completeBuild(options, flags, start, io)
}

/** Builds, and reports it. */
async function completeBuild(
  options: BuildOptions,
  flags: BuildFlags,
  start: number,
  io: Io,
): Promise<ExitCode> {
  const progress = createProgress(io, 'Building', flags.quiet ?? false)
  const timer = flags.timing && createTimer(io)
  const hooks = { onProgress: progress.show, ...(timer && { onStage: timer.begin }) }
  const result = await build({ ...options, ...hooks }).finally(progress.clear)
  if (timer) reportTiming(timer, result, flags.timing === 'json' ? 'json' : 'table', io)
  const { hasFailed } = await reportProblems(options, result, io)
  if (result.missing !== undefined)
    io.stderr.write(
      `Search was left out: ${result.missing} is not installed. Run \`npm install pagefind\`, or leave \`search\` out of --only.\n`,
    )
  if (!flags.quiet) io.stdout.write(summaryOf(flags, options, result, io.now() - start, io))
  return hasFailed ? 1 : 0
}

/**
 * Combines the configuration and the flags into build options.
 *
 * @throws as {@link readSettings} does.
 */
export async function readBuildOptions(
  inputs: readonly string[],
  flags: BuildFlags,
  io: Pick<Io, 'cwd'>,
): Promise<BuildOptions> {
  const { config, run } = await readSettings(inputs, flags, io)
  const out = resolve(io.cwd, flags.out ?? config.out!)
  const locales = flags.locale ?? config.locales
  const only = flags.only ?? config.only
  // Commander sets `fallback` unless `--no-fallback` is given.
  const fallback = flags.fallback === false ? false : config.fallback
  const staleTranslations = flags.staleTranslations ?? config.staleTranslations
  const bilingualRunbooks = bilingualLayout(flags, config.bilingualRunbooks)
  const bilingualTables = flags.bilingualTables ?? config.bilingualTables
  const pdf = flags.pdf ?? config.pdf
  // Only the configuration can select the runbooks of the book.
  const book = config.book || flags.book
  const paper = flags.paper ?? config.paper
  const siteUrl = flags.siteUrl ?? config.siteUrl
  const templates = flags.templates ?? config.templates
  return {
    ...run,
    ...(flags.cache !== false && { cache: flags.cacheDir ?? config.cacheDir ?? cacheFolder(io.cwd) }),
    out,
    ...(locales && { locales }),
    ...(only && { only }),
    ...(fallback !== undefined && { fallback }),
    ...(staleTranslations !== undefined && { staleTranslations }),
    ...(bilingualRunbooks && { bilingualRunbooks }),
    ...(bilingualTables !== undefined && { bilingualTables }),
    ...(pdf !== undefined && { pdf }),
    ...(book !== undefined && { book }),
    ...(paper !== undefined && { paper }),
    ...(siteUrl !== undefined && { siteUrl }),
    ...(config.base !== undefined && { base: config.base }),
    ...(config.cleanUrls !== undefined && { cleanUrls: config.cleanUrls }),
    ...(config.browser !== undefined && { browser: config.browser }),
    ...(templates !== undefined && { templates }),
    ...(config.labels !== undefined && { labels: config.labels }),
    ...(config.site !== undefined && { site: config.site }),
    ...(config.rootUrl !== undefined && { rootUrl: config.rootUrl }),
    ...(flags.shardFolders && { shards: flags.shardFolders }),
  }
}

/** Prints the errors of a build, findings of printing, and requested locales that no document has. */
export async function reportProblems(
  options: BuildOptions,
  { files, counts, locales }: BuildResult,
  io: Io,
): Promise<{ readonly errors: number; readonly hasFailed: boolean }> {
  const { errors } = summarize(files)
  const missing = missingLocales(options, locales)
  if (errors > 0) {
    const color = hasColors(io.stderr, io.env)
    // Most builds have no errors.
    const { pretty } = await import('../../report/text/pretty.ts')
    io.stderr.write(`${pretty(files, { color, quiet: true, units: counts.units })}\n`)
  }
  reportPrinting(files, io)
  for (const locale of missing) {
    io.stderr.write(`No document has the locale ${locale}: nothing was made for it.\n`)
  }
  return { errors, hasFailed: errors > 0 || missing.length > 0 }
}

/** Layout of bilingual runbooks; `undefined` if none are to be made. */
function bilingualLayout(
  flags: Pick<BuildFlags, 'bilingualRunbooks' | 'sideBySideRunbooks'>,
  config: LockstepConfig['bilingualRunbooks'],
): BuildOptions['bilingualRunbooks'] {
  if (flags.sideBySideRunbooks) return 'beside'
  if (typeof config === 'string') return config
  return flags.bilingualRunbooks || config ? 'under' : undefined
}

/** Requested locales that no document has. */
function missingLocales({ locales = [] }: BuildOptions, found: readonly string[]): string[] {
  const made = new Set(found.map((locale) => locale.toLowerCase()))
  return locales.filter((locale) => !made.has(locale.toLowerCase()))
}

function summaryOf(
  flags: BuildFlags,
  options: BuildOptions,
  result: BuildResult,
  time: number,
  io: Io,
): string {
  const colors = picocolors.createColors(hasColors(io.stdout, io.env))
  const { errors, warnings, infos } = summarize(result.files)
  const { files, changed, removed } = result.written
  const written = [`${countOf(files, 'file')} in ${options.out}`]
  if (changed < files) written.push(`${countOf(changed, 'file')} new or changed`)
  if (removed > 0) written.push(`${countOf(removed, 'file')} of earlier builds removed`)
  const messages = [countOf(errors, 'error'), countOf(warnings, 'warning'), countOf(infos, 'hint')].join(', ')
  const urlOf = (path: string) => pathToFileURL(resolve(io.cwd, options.out, path)).href
  const hasPages = result.locales.length > 0 && (options.only?.includes('page') ?? true)
  const preview = ['lockstep preview', ...(flags.out === undefined ? [] : [`--out ${flags.out}`])].join(' ')
  const rows: [string, string][] = [
    ['Documents', `${countOf(result.counts.documents, 'document')}, ${countOf(result.counts.units, 'unit')}`],
    ['Locales', result.locales.join(', ') || 'none'],
    ['Messages', errors + warnings + infos > 0 ? `${messages} (lockstep check lists them)` : messages],
    ['Written', written.join(', ')],
    ['Time', duration(time)],
    ['Report', urlOf('reports/index.html')],
  ]
  const hasSearch = result.missing === undefined && (options.only?.includes('search') ?? true)
  const label = hasSearch ? 'with search' : 'as on a host'
  if (hasPages) rows.push(['Open', `${urlOf('index.html')} (${label}: ${preview})`])
  return `${rows.map(([name, value]) => `${colors.bold(name.padEnd(10))} ${value}`).join('\n')}\n`
}
