import { createHash } from 'node:crypto'
import type { VFile } from 'vfile'
import type { MessageSeverity } from '../model/findings/severity-of.ts'
import { findingsOf, type ReportedFinding } from './findings.ts'
import { numberedFingerprints } from './fingerprint.ts'
import type { ReportOptions } from './reporter.ts'
import { summarize } from './summarize.ts'
import { toJson } from './text/words.ts'

/** GitLab's severities; it also has `critical` and `blocker`, which no text deserves. */
const SEVERITIES: Readonly<Record<MessageSeverity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
}

/**
 * Formats the messages as a GitLab Code Quality report, worst first: a JSON array of issues with the five keys that GitLab reads
 * of a Code Climate issue.
 *
 * Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. A merge request shows issues whose
 * fingerprint its target branch does not have, so fingerprints contain no lines or ids, and none stands twice.
 */
export function codeclimate(files: readonly VFile[], options: ReportOptions = {}): string {
  const findings = findingsOf(summarize(files), options)
  const fingerprints = numberedFingerprints(findings)
  return `${toJson(
    findings.map((finding, index) => issueOf(finding, fingerprints[index]!, options)),
    2,
  )}\n`
}

function issueOf(
  { path, message, severity }: ReportedFinding,
  fingerprint: string,
  { folder }: ReportOptions,
) {
  const relative = path.replace(/^(?:\.\/)+/, '')
  return {
    description: message.note ? `${message.reason}. ${message.note}` : message.reason,
    check_name: message.ruleId ?? 'other',
    // Those of two documents can be equal, but GitLab takes one report of all.
    fingerprint: createHash('sha256')
      .update(JSON.stringify([path, fingerprint]))
      .digest('hex')
      .slice(0, 32),
    severity: SEVERITIES[severity],
    location: {
      path: folder ? `${folder}/${relative}` : relative,
      lines: { begin: message.line ?? 1 },
    },
  }
}
