import { rules } from '../rules/index.ts'
import type { Severity } from './define-rule.ts'
import type { PresetName, RuleLevel } from './rule-settings.ts'

type Preset = Readonly<Record<string, RuleLevel>>

const worse: Readonly<Record<Severity, Severity>> = { info: 'warning', warning: 'error', error: 'error' }

/** Tags of rules about the text itself rather than about how the two sides fit together. */
const ofContent: ReadonlySet<string> = new Set(['content', 'text', 'typography'])

/** The default: every rule with its own severity, except those that are not recommended, which are off. */
export const recommended: Preset = preset(({ recommended, severity }) =>
  recommended === false ? 'off' : severity,
)

/** Base settings for a configuration, by name. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  recommended,
  // Raises each severity by one step; rules that are off by default report hints.
  strict: preset(({ recommended, severity }) => (recommended === false ? 'info' : worse[severity])),
  // Checks whether the two sides fit together, but not their text.
  structure: preset(({ id, tags }) => (tags.some((tag) => ofContent.has(tag)) ? 'off' : recommended[id]!)),
}

function preset(levelOf: (rule: (typeof rules)[number]) => RuleLevel): Preset {
  return Object.fromEntries(rules.map((rule) => [rule.id, levelOf(rule)]))
}
