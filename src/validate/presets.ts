import type { RuleSettings } from './rule-settings.ts'
import { rules } from './rules/index.ts'

/** Every rule with its own severity: what applies where the configuration says nothing. */
export const recommended: RuleSettings = Object.fromEntries(rules.map((rule) => [rule.id, rule.severity]))
