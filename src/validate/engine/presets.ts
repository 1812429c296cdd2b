import { rules } from '../rules/index.ts'
import type { Severity } from './define-rule.ts'
import type { PresetName, RuleLevel } from './rule-settings.ts'

type Preset = Readonly<Record<string, RuleLevel>>

const worse: Readonly<Record<Severity, Severity>> = { info: 'warning', warning: 'error', error: 'error' }

/** Tags of rules on what is written, not on how the two sides fit together. */
const ofContent: ReadonlySet<string> = new Set(['content', 'text', 'typography'])

/** Every rule with its own severity, but those off that are not recommended: what applies where the configuration says nothing. */
export const recommended: Preset = preset(({ recommended, severity }) =>
  recommended === false ? 'off' : severity,
)

/** What a configuration can start from. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  recommended,
  // Everything one step worse; what is not sure enough to be on by default is a hint.
  strict: preset(({ recommended, severity }) => (recommended === false ? 'info' : worse[severity])),
  // Whether the two sides fit together; nothing of what is written in them.
  structure: preset(({ id, tags }) => (tags.some((tag) => ofContent.has(tag)) ? 'off' : recommended[id]!)),
}

function preset(levelOf: (rule: (typeof rules)[number]) => RuleLevel): Preset {
  return Object.fromEntries(rules.map((rule) => [rule.id, levelOf(rule)]))
}
