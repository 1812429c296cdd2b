import type { RunbookSetting } from '../../runbook/settings.ts'
import { suggest } from '../../util/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import type { Rule, Severity } from './define-rule.ts'

/** Whether a rule runs, and how bad its findings are. */
export type RuleLevel = 'off' | Severity

/** How bad the findings of a rule are and the rule's own options. */
export interface RuleConfig {
  /** The rule's own severity unless told. Options without it switch a rule on that is off. */
  readonly severity?: RuleLevel
  readonly [option: string]: unknown
}

/** What a configuration says of one rule. */
export type RuleSetting = RuleLevel | RuleConfig

/** Settings by rule id; a rule without one has its own severity, or is off if it is not recommended. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** Settings for some documents only. */
export interface RuleOverride {
  /** Globs of the documents, relative to the configuration's folder; all unless told. */
  readonly files?: readonly string[]
  /** BCP 47 tags of the target locales; `fr` is for `fr-CA` too; all unless told. */
  readonly locales?: readonly string[]
  readonly rules?: RuleSettings
  /** What the runbooks of these documents take for stages and steps; `false` where they are to have none. */
  readonly runbook?: RunbookSetting
}

/** Names of the settings to start from. */
export type PresetName = 'recommended' | 'strict' | 'structure'

const ranks: Readonly<Record<RuleLevel, number>> = { off: 0, info: 1, warning: 2, error: 3 }

/**
 * Throws a {@link UserError} if the settings name an unknown rule or an unknown severity.
 *
 * @param where they stand in the configuration, for the message.
 */
export function assertRuleSettings(settings: RuleSettings, rules: readonly Rule[], where = 'rules'): void {
  // All documents of a run share their settings.
  if (SOUND.get(settings) === rules) return
  const known = rules.map((rule) => rule.id)
  for (const [id, setting] of Object.entries(settings)) {
    assertRuleId(id, known, where)
    const level = levelIn(setting)
    if (level === undefined && isConfig(setting)) continue
    if (typeof level !== 'string' || !Object.hasOwn(ranks, level)) {
      throw new UserError(
        `Unexpected value ${JSON.stringify(level)} for rule \`${id}\`, expected one of: ${Object.keys(ranks).join(', ')}`,
        'Options of the rule go into an object: { severity: …, … }.',
      )
    }
  }
  SOUND.set(settings, rules)
}

/** Settings that were looked at, with the rules that there were. */
const SOUND = new WeakMap<RuleSettings, readonly Rule[]>()

/** Throws a {@link UserError} if there is no such rule. */
export function assertRuleId(id: string, known: readonly string[], where: string): void {
  if (known.includes(id)) return
  const meant = suggest(id, known)
  throw new UserError(
    `Unexpected rule \`${id}\` in \`${where}\`, expected the id of a rule`,
    meant ? `Did you mean \`${meant}\`?` : `The rules are: ${known.join(', ')}.`,
  )
}

/** Whether a rule runs, and how bad its findings are unless they say that they are less. */
export function levelOf(rule: Rule, settings: RuleSettings): RuleLevel {
  const setting = settings[rule.id]
  if (setting === undefined) return rule.recommended === false ? 'off' : rule.severity
  return levelIn(setting) ?? rule.severity
}

/**
 * How bad a finding is. The setting replaces the rule's severity; a finding that says of itself that it is less than its
 * rule stays less, so that a stricter setting does not turn a hint into an error.
 */
export function severityOf(rule: Rule, own: Severity | undefined, settings: RuleSettings): RuleLevel {
  const level = levelOf(rule, settings)
  return own && ranks[own] < ranks[level] ? own : level
}

/** The rule's own options; `undefined` where the settings tell none. */
export function optionsOf(rule: Rule, settings: RuleSettings): Readonly<Record<string, unknown>> | undefined {
  const setting = settings[rule.id]
  if (!isConfig(setting)) return undefined
  const { severity: _, ...options } = setting
  return Object.keys(options).length > 0 ? options : undefined
}

/** Puts settings over others: options are merged one by one, and options alone switch a rule on that is off. */
export function layerSettings(
  under: RuleSettings,
  over: RuleSettings,
  rules: readonly Rule[],
): Readonly<Record<string, RuleConfig>> {
  const layered = rules.map((rule) => {
    const [options, before] = [optionsOf(rule, under), levelOf(rule, under)]
    const setting = over[rule.id]
    const severity =
      (setting === undefined ? undefined : levelIn(setting)) ??
      (before === 'off' && setting !== undefined ? rule.severity : before)
    return [rule.id, { ...options, ...optionsOf(rule, over), severity }]
  })
  return Object.fromEntries(layered)
}

function levelIn(setting: RuleSetting): RuleLevel | undefined {
  return isConfig(setting) ? setting.severity : setting
}

function isConfig(setting: RuleSetting | undefined): setting is RuleConfig {
  return typeof setting === 'object' && setting !== null && !Array.isArray(setting)
}
