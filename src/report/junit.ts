import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../model/findings/severity-of.ts'
import { countOf } from '../util/count-of.ts'
import { compare } from '../util/data/compare.ts'
import { placeOf } from './findings.ts'
import type { ReportOptions } from './reporter.ts'
import { summarize } from './summarize.ts'
import { clean } from './text/words.ts'

/** Lines of a suite, with its counts. */
interface Suite {
  readonly lines: readonly string[]
  readonly tests: number
  readonly failures: number
}

/**
 * Formats the messages as JUnit XML: a suite for each document, a test for each rule with findings in it.
 * Errors and warnings fail the test; hints are its output. A document without findings is a passed test.
 *
 * Test names contain no lines or ids, so that CI servers can recognize new findings. The format is Ant's,
 * which Jenkins and GitLab read; nothing is timed, so every time is 0.
 */
export function junit(files: readonly VFile[], options: ReportOptions = {}): string {
  const found = new Map(summarize(files).files.map(({ path, messages }) => [path, messages]))
  const paths = [...new Set(files.map(({ path }) => (path ?? '<stdin>').replaceAll('\\', '/')))].sort(compare)
  const suites = paths.map((path) => {
    const messages = (found.get(path) ?? []).filter((message) => !options.quiet || message.fatal)
    return suiteOf(path, messages)
  })
  const sum = (pick: (suite: Suite) => number) => suites.reduce((total, suite) => total + pick(suite), 0)
  const counts = { tests: sum(({ tests }) => tests), failures: sum(({ failures }) => failures), errors: 0 }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'lockstep', ...counts, time: 0 })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n')
}

function suiteOf(path: string, messages: readonly VFileMessage[]): Suite {
  const byRule = groupByRule(messages)
  const failing = [...byRule.values()].filter((list) => list.some(isFailure))
  const tests = Math.max(1, byRule.size)
  const counts = { tests, failures: failing.length, errors: 0, skipped: 0, time: 0 }
  const lines = [
    `  <testsuite${attributes({ name: path, ...counts })}>`,
    ...(byRule.size === 0
      ? [`    <testcase${attributes({ classname: path, name: 'no findings', time: 0 })}/>`]
      : [...byRule].flatMap(([ruleId, list]) => testCase(path, ruleId, list))),
    '  </testsuite>',
  ]
  return { lines, tests, failures: failing.length }
}

function groupByRule(messages: readonly VFileMessage[]): ReadonlyMap<string, readonly VFileMessage[]> {
  const groups = new Map<string, VFileMessage[]>()
  for (const message of messages) {
    const ruleId = message.ruleId ?? 'other'
    const group = groups.get(ruleId)
    if (group) group.push(message)
    else groups.set(ruleId, [message])
  }
  return groups
}

function testCase(path: string, ruleId: string, messages: readonly VFileMessage[]): readonly string[] {
  const text = messages.map((message) => describe(path, message)).join('\n')
  const worst = messages.some(({ fatal }) => fatal) ? 'error' : 'warning'
  const first = messages.find(isFailure)
  const more = messages.length > 1 ? ` (and ${countOf(messages.length - 1, 'more finding')})` : ''
  const message = `${first?.reason}${more}`
  return [
    `    <testcase${attributes({ classname: path, name: ruleId, time: 0 })}>`,
    first
      ? `      <failure${attributes({ type: worst, message })}>${escapeXml(text)}</failure>`
      : `      <system-out>${escapeXml(text)}</system-out>`,
    '    </testcase>',
  ]
}

function isFailure({ fatal }: VFileMessage): boolean {
  return fatal === true || fatal === false
}

function describe(path: string, message: VFileMessage): string {
  const place = [path, placeOf(message)].filter(Boolean).join(':')
  const lines = [
    `${place} ${severityOf(message)} ${message.reason}`,
    ...(message.note ? [`  ${message.note}`] : []),
    ...(message.url ? [`  ${message.url}`] : []),
  ]
  return lines.map((line) => clean(line.replace(/\s*[\n\r\t]\s*/g, ' '))).join('\n')
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(clean(String(value).replace(/\s+/g, ' ')))}"`)
    .join('')
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => XML[character]!)
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
