import { InvalidArgumentError, Option } from 'commander'
import type { Shard, ShardKind } from '../model/build/shard.ts'
import { OUTPUT_KINDS } from '../render/output-kinds.ts'
import { isWebAddress } from '../util/text/web-address.ts'
import { parseMinCoverage } from './min-coverage.ts'

/** Values of `--fail-on`. */
export const LEVELS = ['error', 'warning', 'info']

/** `--config`. */
export function configOption(): Option {
  return new Option('-c, --config <file>', 'configuration to use instead of lockstep.config.(ts|js|mjs|json)')
}

/** `--source-locale`. */
export function sourceLocaleOption(): Option {
  return new Option('--source-locale <tag>', 'locale of the source side (default: en-US)').argParser(
    parseLocale,
  )
}

/** `--target-locale`. */
export function targetLocaleOption(): Option {
  return new Option(
    '--target-locale <tag>',
    'locale of the target side if neither front matter nor folders name one',
  ).argParser(parseLocale)
}

/** `--locale`. */
export function localesOption(
  what = 'make only these locales; repeat the option or separate tags with commas',
): Option {
  return new Option('--locale <tags>', what).argParser((value: string, earlier: string[] | undefined) => [
    ...(earlier ?? []),
    ...parseList(value).map(parseLocale),
  ])
}

/** `--paper`. */
export function paperOption(): Option {
  return new Option(
    '--paper <size>',
    'paper to print on (default: the paper of each locale’s region)',
  ).choices(['a4', 'letter'])
}

/** `--min-coverage`. */
export function minCoverageOption(): Option {
  return new Option(
    '--min-coverage <percent>',
    'fail if less is translated, in one locale (fr-FR=95) or all (95); repeat the option or separate with commas',
  ).argParser(parseMinCoverage)
}

/** `--cache-dir`. */
export function cacheFolderOption(kind: 'build' | 'check'): Option {
  return new Option(
    '--cache-dir <folder>',
    `folder for the ${kind} cache (default: node_modules/.cache/lockstep, or one in the user’s cache folder)`,
  )
}

/** Most shards, far more than machines. */
const MOST_SHARDS = 100_000

/** `--shard`. */
export function shardOption(what: string): Option {
  return new Option('--shard <number/of>', `${what}; all parts together are the whole`).argParser(parseShard)
}

/** `--shard-dir`. */
export function shardFolderOption(kind: ShardKind): Option {
  return new Option(
    '--shard-dir <folder>',
    `with --shard, such as 2/4: folder to write to (default: lockstep-shards/${kind}/2-of-4)`,
  )
}

/** Parses `2/4`. */
function parseShard(value: string): Shard {
  const [, number, of] = /^(\d+)\/(\d+)$/.exec(value)?.map(Number) ?? []
  if (number === undefined || of === undefined || number < 1 || number > of || of > MOST_SHARDS)
    throw new InvalidArgumentError('It is not the number of a shard and of all shards, such as 1/4 to 4/4.')
  return { number, of }
}

/** `--queue`. */
export function queueOption(): Option {
  return new Option(
    '--queue <url>',
    'Redis or Valkey: redis://host:6379, rediss://… or unix:///path/of/redis.sock',
  )
}

/** `--queue-name`. */
export function queueNameOption(): Option {
  return new Option(
    '--queue-name <name>',
    'with --queue: name of the queue there, one for each docset (default: shards)',
  ).argParser((value: string) => {
    if (/^[\w.-]+$/.test(value)) return value
    throw new InvalidArgumentError('It has other characters than letters, digits, “-”, “_” and “.”.')
  })
}

/** `--results`. */
export function resultsOption(): Option {
  return new Option(
    '--results <place>',
    'with --queue: where finished shards are, a folder that all machines share or s3://bucket/prefix',
  )
}

/** `--shards`. */
export function shardsOption(): Option {
  return countOption(
    '--shards <number>',
    'with --queue: number of shards (default: one per 200 documents, at least 4)',
    MOST_SHARDS,
  )
}

/** An option that is a number from 1. */
export function countOption(flags: string, what: string, most: number): Option {
  return new Option(flags, what).argParser((value: string) => parseCount(value, most))
}

function parseCount(value: string, most: number): number {
  const count = Number(value)
  if (!/^[1-9]\d*$/.test(value) || count > most)
    throw new InvalidArgumentError(`It is not a whole number from 1 to ${most}.`)
  return count
}

/** `--port`. */
export function portOption(): Option {
  return new Option('--port <number>', 'port to serve on (default: the first free one from 4000)').argParser(
    parsePort,
  )
}

/** `--open`. */
export function openOption(): Option {
  return new Option('--open', 'open it in the default browser, except in continuous integration')
}

/** `--site-url`. */
export function siteUrlOption(): Option {
  return new Option(
    '--site-url <url>',
    'public URL of the output folder: runbooks show their address there, with a QR code',
  ).argParser((value: string) => {
    if (isWebAddress(value)) return value
    throw new InvalidArgumentError('It is not an http or https URL without query and fragment.')
  })
}

/** `--only`. */
export function onlyOption(): Option {
  return new Option(
    '--only <kinds>',
    `make only these: ${OUTPUT_KINDS.join(', ')}, and outputs of plugins (default: all but markdown)`,
  ).argParser((value: string, earlier: string[] | undefined) => [
    ...(earlier ?? []),
    ...parseList(value).map((kind) => {
      // Which outputs plugins have is known when the configuration is read.
      if (kind.includes('/') || OUTPUT_KINDS.some((known) => known === kind)) return kind
      throw new InvalidArgumentError(`Allowed are ${OUTPUT_KINDS.join(', ')}.`)
    }),
  ])
}

/** `--stale-translations`. */
export function staleTranslationsOption(): Option {
  return new Option(
    '--stale-translations',
    'show translations of an earlier source text instead of the current source text',
  )
}

/** `--templates`. */
export function templatesOption(): Option {
  return new Option('--templates <folder>', 'templates that replace the built-in ones of the same name')
}

/** `--threads`. */
export function threadsOption(): Option {
  return new Option(
    '--threads <number>',
    'worker threads (default: 1; for large docsets on 3+ processors, one per processor, at most 8)',
  ).argParser((value: string) => parseCount(value, 999))
}

function parseList(value: string): string[] {
  const items = value.split(',').map((item) => item.trim())
  if (items.includes('')) throw new InvalidArgumentError('An item of the list is empty.')
  return items
}

/** Values of `--fail-on` of a review. */
export const REVIEW_FAILURES = ['stale', 'untranslated', 'regression', 'needs-fix', 'unreviewed'] as const

/** Parses what can make a review fail. */
export function parseReviewFailures(
  value: string,
  earlier: (typeof REVIEW_FAILURES)[number][] | undefined,
): (typeof REVIEW_FAILURES)[number][] {
  const named = parseList(value).map((item) => {
    const known = REVIEW_FAILURES.find((failure) => failure === item)
    if (known) return known
    throw new InvalidArgumentError(`Allowed are ${REVIEW_FAILURES.join(', ')}.`)
  })
  return [...(earlier ?? []), ...named]
}

/** Parses a BCP 47 tag. */
export function parseLocale(value: string): string {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value
  } catch {
    throw new InvalidArgumentError('It is not a BCP 47 tag such as fr-FR.')
  }
}

/** Parses a port number. */
function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new InvalidArgumentError('It is not a number from 0 to 65535.')
  return port
}

/** `--timing`. */
export function timingOption(): Option {
  return new Option(
    '--timing [format]',
    'print the time of each stage and work counters; uses one thread',
  ).choices(['table', 'json'])
}

/** A file to write a report to. */
export interface ReportFile<Format extends string> {
  /** Relative to the working folder. */
  readonly path: string
  /** Absent if it is the format of the command. */
  readonly format?: Format
}

/** `--output-file`, of a command with these formats. */
export function outputFileOption<Format extends string>(formats: readonly Format[]): Option {
  return new Option(
    '-o, --output-file <file>',
    'file to write the report to (default: standard output); FORMAT=FILE writes another format too; repeat the option for several',
  ).argParser((value: string, earlier: readonly ReportFile<Format>[] | undefined) => {
    const format = formats.find((name) => value.startsWith(`${name}=`))
    const path = format === undefined ? value : value.slice(format.length + 1)
    if (path === '') throw new InvalidArgumentError('It names no file.')
    return [...(earlier ?? []), { path, ...(format !== undefined && { format }) }]
  })
}
