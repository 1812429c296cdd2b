import { KnownError } from '../util/known-error.ts'
import { suggest } from '../util/suggest.ts'
import type { Rule, Severity } from './define-rule.ts'

/** What a configuration says of one rule: not to run it, or how bad its findings are. */
export type RuleSetting = 'off' | Severity

/** Settings by rule id; a rule without one has its own severity. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

const ranks: Readonly<Record<RuleSetting, number>> = { off: 0, info: 1, warning: 2, error: 3 }

/** Throws a {@link KnownError} if the settings name an unknown rule or an unknown severity. */
export function assertRuleSettings(settings: RuleSettings, rules: readonly Rule[]): void {
  const known = rules.map((rule) => rule.id)
  for (const [id, setting] of Object.entries(settings)) {
    if (!known.includes(id)) {
      const meant = suggest(id, known)
      throw new KnownError(
        `Unexpected rule \`${id}\` in \`rules\`, expected the id of a rule`,
        meant ? `Did you mean \`${meant}\`?` : `The rules are: ${known.join(', ')}.`,
      )
    }
    if (!Object.hasOwn(ranks, setting)) {
      throw new KnownError(
        `Unexpected value ${JSON.stringify(setting)} for rule \`${id}\`, expected one of: ${Object.keys(ranks).join(', ')}`,
      )
    }
  }
}

/**
 * How bad a finding is. The setting replaces the rule's severity; a finding that says of itself that it is less than its
 * rule stays less, so that a stricter setting does not turn a hint into an error.
 */
export function severityOf(rule: Rule, own: Severity | undefined, settings: RuleSettings): RuleSetting {
  const setting = settings[rule.id] ?? rule.severity
  return own && ranks[own] < ranks[setting] ? own : setting
}
