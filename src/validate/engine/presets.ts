import { rules as builtIn } from '../rules/index.ts'
import type { Rule, Severity } from './define-rule.ts'
import type { PresetName, RuleLevel } from './rule-settings.ts'

type Preset = Readonly<Record<string, RuleLevel>>

const worse: Readonly<Record<Severity, Severity>> = { info: 'warning', warning: 'error', error: 'error' }

/** Tags of rules about the text itself rather than about how the two sides fit together. */
const ofContent: ReadonlySet<string> = new Set(['content', 'text', 'typography'])

/** Levels of a rule in each preset. */
const LEVELS: Readonly<Record<PresetName, (rule: Rule) => RuleLevel>> = {
  recommended: ownLevel,
  // Raises each severity by one step; rules that are off by default report hints.
  strict: ({ recommended, severity }) => (recommended === false ? 'info' : worse[severity]),
  // Checks whether the two sides fit together, but not their text.
  structure: (rule) => (rule.tags.some((tag) => ofContent.has(tag)) ? 'off' : ownLevel(rule)),
}

/** Names of the presets. */
export const presetNames = Object.keys(LEVELS) as readonly PresetName[]

/** Base settings of rules. `recommended` is the default: every rule has its own severity, except those that are not recommended, which are off. */
export function presetOf(name: PresetName, rules: readonly Rule[] = builtIn): Preset {
  return Object.fromEntries(rules.map((rule) => [rule.id, LEVELS[name](rule)]))
}

function ownLevel({ recommended, severity }: Rule): RuleLevel {
  return recommended === false ? 'off' : severity
}
