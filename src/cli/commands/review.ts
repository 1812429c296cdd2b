import { setFlagsFromString } from 'node:v8'
import type { Shard } from '../../model/build/shard.ts'
import type { ReviewOptions } from '../../pipeline/review/review-options.ts'
import { makeReviewShard, review } from '../../pipeline.ts'
import { reviewFormats } from '../../report/review/formats.ts'
import { clean } from '../../report/text/words.ts'
import type { Review } from '../../review/types/review.ts'
import type { Headline } from '../../review/types/unit-review.ts'
import { countOf } from '../../util/count-of.ts'
import { UserError } from '../../util/user-error.ts'
import { createProgress } from '../create-progress.ts'
import type { ExitCode } from '../exit-code.ts'
import { folderInRepository, hasColors, type Io, own } from '../io.ts'
import type { REVIEW_FAILURES } from '../options.ts'
import { type CommonFlags, readSettings } from '../read-settings.ts'
import { assertShard, shardFolder, shardsFolder } from '../shard.ts'

/** Flags of `lockstep review`. */
export interface ReviewFlags extends CommonFlags {
  readonly format: keyof typeof reviewFormats
  readonly outputFile?: string
  readonly locale?: readonly string[]
  readonly language?: string
  readonly decisions?: string
  readonly findings: boolean
  readonly failOn?: readonly (typeof REVIEW_FAILURES)[number][]
  readonly quiet?: boolean
  readonly apply?: boolean
  readonly dryRun?: boolean
  readonly serve?: boolean
  readonly port?: number
  readonly open?: boolean
  readonly reviewer?: string
  readonly timestamps?: boolean
  readonly shard?: Shard
  readonly shardDir?: string
  readonly fromShards?: readonly string[]
}

/** The two versions of a review, and the globs that limit it. */
interface Compared {
  readonly base: string
  readonly head: string
  readonly fromFork: boolean
  readonly globs: readonly string[]
}

/**
 * Runs `lockstep review`.
 *
 * @throws {UserError} if a version is missing.
 */
export async function runReview(args: readonly string[], flags: ReviewFlags, io: Io): Promise<ExitCode> {
  assertComplete(flags)
  assertShard(flags)
  const { run, config } = await readSettings([], flags, io)
  const progress = createProgress(io, 'Reviewing', flags.quiet ?? false)
  const { inputs: _, ...settings } = run
  const decisions = flags.decisions ?? config.review?.decisions
  const options: ReviewOptions = {
    ...settings,
    ...comparedBy(args),
    findings: flags.findings,
    ...(config.labels !== undefined && { labels: config.labels }),
    ...(config.review?.weights && { weights: config.review.weights }),
    ...(decisions !== undefined && { decisions }),
    ...((flags.format === 'html' || flags.serve) && { page: true }),
    ...(config.templates !== undefined && { templates: config.templates }),
    ...(flags.locale && { locales: flags.locale }),
    ...(flags.language !== undefined && { language: flags.language }),
    ...(flags.fromShards && { shards: flags.fromShards }),
    onProgress: progress.show,
  }
  if (flags.shard) {
    const { number, of } = flags.shard
    const folder = flags.shardDir ?? shardFolder('review', flags.shard)
    const { documents } = await makeReviewShard(options, flags.shard, folder).finally(progress.clear)
    if (!flags.quiet)
      io.stdout.write(
        `Shard ${number} of ${of}: ${countOf(documents, 'document')} in ${folder}\n` +
          `When all shards are made, the same command with \`--from-shards ${flags.shardDir === undefined ? shardsFolder('review') : '<folder>'}\` in place of \`--shard\` completes the review.\n`,
      )
    return 0
  }
  if (flags.apply) {
    const { runReviewApply } = await import('./review-apply.ts')
    return runReviewApply(options, flags, io).finally(progress.clear)
  }
  // Texts, rendered documents and their compressed form are in memory together: a heap that grows less before it is collected.
  if (options.page) setFlagsFromString('--heap-growing-percent=25')
  const result = await review(options).finally(progress.clear)
  if (flags.serve) {
    const { runReviewServer } = await import('./review-serve.ts')
    return runReviewServer(result, flags, io)
  }
  const toFile = flags.outputFile !== undefined
  const color = !toFile && flags.format === 'pretty' && hasColors(io.stdout, io.env)
  const report = reviewFormats[flags.format](result.review, {
    label: result.label,
    color,
    page: result.page,
    folder: folderInRepository(io, result.folder),
  })
  if (toFile) result.write(flags.outputFile!, report)
  // These annotations are commands.
  else for (const part of report) io.stdout.write(flags.format === 'github' ? own(part) : part)
  for (const { path, problem } of result.review.documents)
    if (problem !== undefined) io.stderr.write(`${clean(`${path}: ${problem}`)}\n`)
  const failures = failuresOf(result.review, flags.failOn ?? [])
  if (failures.length === 0) return 0
  if (!flags.quiet) io.stderr.write(`Failed on ${failures.join(', ')}.\n`)
  return 1
}

/** @throws {UserError} if an option lacks the one that it belongs to, or contradicts another one. */
function assertComplete(flags: ReviewFlags): void {
  const needs = [
    ['dryRun', '--dry-run', 'apply'],
    ['port', '--port', 'serve'],
    ['open', '--open', 'serve'],
    ['reviewer', '--reviewer', 'serve'],
    ['timestamps', '--timestamps', 'serve'],
  ] as const
  if (!flags.findings && flags.failOn?.includes('regression'))
    throw new UserError('Cannot use --fail-on regression with --no-findings', 'Leave one of them out.')
  for (const [flag, name, other] of needs) {
    if (flags[flag] !== undefined && !flags[other])
      throw new UserError(`Cannot use ${name} without --${other}`, `Add --${other}, or leave out ${name}.`)
  }
}

/**
 * Reads the arguments: `BASE HEAD [GLOB…]`, or `BASE...HEAD [GLOB…]`.
 *
 * @throws {UserError} if there is no head.
 */
function comparedBy([first = '', ...rest]: readonly string[]): Compared {
  // No revision ends with a slash, but `x/..` is a folder.
  const range = /^(.*?[^./])\.{2,3}(?!\.)(?=[^./\\]|$)(.*)$/.exec(first)
  if (range) {
    const [, base = '', head = ''] = range
    return { base, head: head === '' ? 'HEAD' : head, fromFork: first.startsWith(`${base}...`), globs: rest }
  }
  const [head, ...globs] = rest
  if (head === undefined) {
    throw new UserError(
      `Cannot review ${first} alone`,
      'Name two folders or two revisions: the old version, then the new one.',
    )
  }
  return { base: first, head, fromFork: false, globs }
}

/** Why the review fails, for people: the classes of `--fail-on` that it has, with their numbers. */
function failuresOf({ items, counts }: Review, on: NonNullable<ReviewFlags['failOn']>): readonly string[] {
  // Reviewers who contradict each other have yet to agree, and one of them wants a fix.
  const { open = 0, 'needs-fix': wrong = 0, contradicted = 0, outstanding = 0 } = counts.decisions ?? {}
  const pending = items.filter(({ state }) => state !== 'approved')
  const headed = (name: Headline) => pending.filter(({ headline }) => headline === name).length
  const numbers = {
    regression: pending.filter(({ risk }) => risk === 'regression').length,
    stale: headed('stale'),
    untranslated: headed('untranslated'),
    'needs-fix': wrong + contradicted + outstanding,
    unreviewed: open + contradicted,
  }
  return on.filter((name) => numbers[name] > 0).map((name) => `${name} (${numbers[name]})`)
}
