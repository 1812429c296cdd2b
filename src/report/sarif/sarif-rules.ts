import type { MessageSeverity } from '../../model/findings/severity-of.ts'
import { compare } from '../../util/data/compare.ts'
import type { ReportedFinding } from '../findings.ts'
import type { ReportRule } from '../reporter.ts'

/** SARIF levels by severity. */
export const SARIF_LEVELS: Readonly<Record<MessageSeverity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** GitHub's names for severities of findings that are not about security. */
const PROBLEMS: Readonly<Record<MessageSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
}

/** Maximum number of tags that GitHub shows for a rule. */
const MOST_TAGS = 10

/** The rules of a run by id: described rules, and others that messages name. */
export function sarifRules(findings: readonly ReportedFinding[], described: readonly ReportRule[]) {
  const rules = new Map(described.map((rule) => [rule.id, rule]))
  for (const finding of findings) {
    const id = ruleIdOf(finding)
    if (!rules.has(id)) rules.set(id, ruleOf(id, finding))
  }
  return [...rules.values()].sort((a, b) => compare(a.id, b.id)).map(descriptor)
}

/** Rule id of a finding; other tools may give none. */
export function ruleIdOf({ message }: ReportedFinding): string {
  return message.ruleId ?? 'other'
}

/** Describes a rule by a message. */
function ruleOf(id: string, { message, severity }: ReportedFinding): ReportRule {
  return {
    id,
    description: `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}.`,
    severity,
    tags: [],
    ...(message.url && { url: message.url }),
    ...(message.note && { help: message.note }),
  }
}

function descriptor({ id, description, severity, tags, url, help }: ReportRule) {
  const paragraphs = [description, ...(help ? [help] : [])]
  return {
    id,
    name: id.replace(/(?:^|[-/])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: description },
    fullDescription: { text: description },
    help: {
      text: [...paragraphs, ...(url ? [url] : [])].join('\n\n'),
      markdown: [...paragraphs, ...(url ? [`[More about this rule](${url})`] : [])].join('\n\n'),
    },
    ...(url && { helpUri: url }),
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: { tags: tags.slice(0, MOST_TAGS), 'problem.severity': PROBLEMS[severity] },
  }
}
