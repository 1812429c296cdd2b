import { gzipSync } from 'node:zlib'
import type { VFile } from 'vfile'
import { countOf, numberOf } from '../../util/count-of.ts'
import { findingsOf, type ReportedFinding } from '../findings.ts'
import type { ReportOptions } from '../reporter.ts'
import { summarize } from '../summarize.ts'
import { toJson } from '../text/words.ts'
import { createResults, type SarifResult } from './sarif-result.ts'
import { sarifRules } from './sarif-rules.ts'

/**
 * GitHub's limits for one upload, and the number of results that it shows.
 *
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const LIMITS = { results: 25_000, shown: 5_000, gzippedBytes: 10_000_000 } as const

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/**
 * Formats the messages as SARIF 2.1.0, worst first, within GitHub's limits; a notification of the run reports
 * what is left out.
 */
export function sarif(files: readonly VFile[], options: ReportOptions = {}): string {
  const findings = findingsOf(summarize(files), options)
  let kept = findings.slice(0, LIMITS.results)
  let text = logOf(kept, findings, options)
  // Compressing takes time and is only needed if the uncompressed log is too big.
  while (Buffer.byteLength(text) > LIMITS.gzippedBytes && kept.length > 0) {
    const size = gzipSync(text).length
    if (size <= LIMITS.gzippedBytes) break
    kept = kept.slice(0, Math.floor((kept.length * LIMITS.gzippedBytes * 0.95) / size))
    text = logOf(kept, findings, options)
  }
  return text
}

function logOf(
  kept: readonly ReportedFinding[],
  all: readonly ReportedFinding[],
  options: ReportOptions,
): string {
  const rules = sarifRules(all, options.rules ?? [])
  const results = createResults(
    kept,
    rules.map(({ id }) => id),
  )
  const run = {
    tool: {
      driver: {
        name: 'Lockstep',
        ...(options.version !== undefined && { version: options.version, semanticVersion: options.version }),
        informationUri: 'https://github.com/lockstep-docs/lockstep',
        rules,
      },
    },
    invocations: [
      { executionSuccessful: true, toolExecutionNotifications: notifications(kept.length, all.length) },
    ],
    originalUriBaseIds: {
      '%SRCROOT%': {
        description: { text: 'The folder that Lockstep was run in: the root of the repository.' },
      },
    },
    columnKind: 'utf16CodeUnits',
  }
  return write(run, results)
}

/** Writes one result per line, which keeps the log readable and small. */
function write(run: object, results: readonly SarifResult[]): string {
  const head = toJson({ $schema: SCHEMA, version: '2.1.0', runs: [{ ...run, results: [] }] })
  const lines = results.map((result) => toJson(result))
  const end = ']}]}'
  return `${head.slice(0, -end.length)}${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}${end}\n`
}

function notifications(kept: number, all: number) {
  const texts = [
    ...(kept < all
      ? [
          `${countOf(all - kept, 'result')} of ${numberOf(all)} left out, the least severe: GitHub takes no more.`,
        ]
      : []),
    ...(kept > LIMITS.shown
      ? [`GitHub shows the ${numberOf(LIMITS.shown)} most severe of these ${numberOf(kept)} results.`]
      : []),
  ]
  return texts.map((text) => ({ level: 'warning', message: { text } }))
}
