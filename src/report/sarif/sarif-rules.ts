import { compare } from '../../util/compare.ts'
import type { ReportedFinding } from '../findings.ts'
import type { ReportRule } from '../reporter.ts'
import type { MessageSeverity } from '../summarize.ts'

/** Levels of SARIF by severity. */
export const SARIF_LEVELS: Readonly<Record<MessageSeverity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** What GitHub calls the severities of findings that are not about security. */
const PROBLEMS: Readonly<Record<MessageSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
}

/** Tags of a rule that GitHub shows. */
const MOST_TAGS = 10

/** The rules of a run by id: those that are told, and those that only messages name. */
export function sarifRules(findings: readonly ReportedFinding[], told: readonly ReportRule[]) {
  const rules = new Map(told.map((rule) => [rule.id, rule]))
  for (const finding of findings) {
    const id = ruleIdOf(finding)
    if (!rules.has(id)) rules.set(id, ruleOf(id, finding))
  }
  return [...rules.values()].sort((a, b) => compare(a.id, b.id)).map(descriptor)
}

/** The rule of a finding; those of other tools may have none. */
export function ruleIdOf({ message }: ReportedFinding): string {
  return message.ruleId ?? 'other'
}

/** What a message tells of its rule. */
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
    name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
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
