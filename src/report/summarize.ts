import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../model/findings/severity-of.ts'
import { compare } from '../util/data/compare.ts'

/** Number of messages by severity. */
export interface SeverityCounts {
  errors: number
  warnings: number
  infos: number
}

/** Counts for one rule. */
export interface RuleSummary extends SeverityCounts {
  readonly ruleId: string
  /** Number of documents with a message of the rule. */
  documents: number
  /** URL of the rule's page; `null` if no message has one. */
  url: string | null
}

/** Files with messages in a fixed order, with counts. */
export interface Summary extends SeverityCounts {
  /** Number of files, with and without messages. */
  readonly documents: number
  /** Files with at least one message, by path. */
  readonly files: readonly FileMessages[]
  /** By rule id. */
  readonly rules: readonly RuleSummary[]
}

/** The messages of one file, by place. */
export interface FileMessages {
  readonly path: string
  readonly messages: readonly VFileMessage[]
}

/** Sorts and counts the messages of all files of a run. */
export function summarize(files: readonly VFile[]): Summary {
  const total: SeverityCounts = { errors: 0, warnings: 0, infos: 0 }
  const rules = new Map<string, RuleSummary>()
  const sorted = files
    .map((file) => ({ path: pathOf(file), messages: [...file.messages].sort(byPlace) }))
    .filter(({ messages }) => messages.length > 0)
    .sort((a, b) => compare(a.path, b.path))
  for (const { messages } of sorted) {
    const seen = new Set<RuleSummary>()
    for (const message of messages) {
      const rule = ruleOf(message, rules)
      for (const counts of [total, rule]) counts[`${severityOf(message)}s`] += 1
      seen.add(rule)
      rule.url ??= message.url ?? null
    }
    for (const rule of seen) rule.documents += 1
  }
  return {
    documents: files.filter(({ data }) => data.isDocument !== false).length,
    ...total,
    files: sorted,
    rules: [...rules.values()].sort((a, b) => compare(a.ruleId, b.ruleId)),
  }
}

function ruleOf(message: VFileMessage, rules: Map<string, RuleSummary>): RuleSummary {
  const ruleId = message.ruleId ?? 'other'
  const known = rules.get(ruleId)
  if (known) return known
  const rule: RuleSummary = { ruleId, errors: 0, warnings: 0, infos: 0, documents: 0, url: null }
  rules.set(ruleId, rule)
  return rule
}

function pathOf(file: VFile): string {
  return (file.path ?? '<stdin>').replaceAll('\\', '/')
}

function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compare(a.ruleId ?? '', b.ruleId ?? '') ||
    compare(a.reason, b.reason)
  )
}
