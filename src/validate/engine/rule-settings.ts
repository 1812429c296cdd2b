import type { RunbookSetting } from '../../runbook/settings.ts'
import { problemsOf } from '../../util/data/schema.ts'
import { suggest } from '../../util/text/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import type { Rule, Severity } from './define-rule.ts'

/** Severity of a rule's findings, or `off`. */
export type RuleLevel = 'off' | Severity

/** Severity and options of a rule. */
export interface RuleConfig {
  /** Default: the rule's own severity. An object without it turns on a rule that is off. */
  readonly severity?: RuleLevel
  readonly [option: string]: unknown
}

/** Setting of one rule in a configuration. */
export type RuleSetting = RuleLevel | RuleConfig

/** Settings by rule id; a rule without a setting has its own severity, or is off if it is not recommended. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** Settings for some documents. */
export interface RuleOverride {
  /** Globs of documents, relative to the configuration's folder. Default: all. */
  readonly files?: readonly string[]
  /** BCP 47 tags of target locales; `fr` includes `fr-CA`. Default: all. */
  readonly locales?: readonly string[]
  readonly rules?: RuleSettings
  /** Overrides what the runbooks of these documents use as stages and steps; `false` for no runbook. */
  readonly runbook?: RunbookSetting
}

/** Names of presets. */
export type PresetName = 'recommended' | 'strict' | 'structure'

const ranks: Readonly<Record<RuleLevel, number>> = { off: 0, info: 1, warning: 2, error: 3 }

/**
 * Validates settings of rules.
 *
 * @param where key of the settings in the configuration, for the message.
 * @throws {UserError} if the settings name an unknown rule or severity, or options that a rule does not have.
 */
export function assertRuleSettings(settings: RuleSettings, rules: readonly Rule[], where = 'rules'): void {
  // All documents of a run share their settings.
  if (SOUND.get(settings) === rules) return
  const known = rules.map((rule) => rule.id)
  for (const [id, setting] of Object.entries(settings)) {
    assertRuleId(id, known, where)
    const rule = rules.find((each) => each.id === id)!
    assertOptions(rule, optionsOf(rule, settings), where)
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

/** Throws a {@link UserError} if a rule does not have these options, or not with these values. */
function assertOptions({ id, options: schema }: Rule, options: object | undefined, where: string): void {
  if (!options) return
  if (!schema)
    throw new UserError(
      `Unexpected option \`${Object.keys(options)[0]}\` of rule \`${id}\` in \`${where}\`, expected none`,
      'This rule has a severity only.',
    )
  const [problem] = problemsOf(schema, options)
  if (!problem) return
  const { path, actual, expected, known = [], isKey } = problem
  const meant = suggest(String(actual), known)
  throw new UserError(
    isKey
      ? `Unexpected option \`${actual}\` of rule \`${id}\` in \`${where}\`, expected ${expected}`
      : `Unexpected value ${JSON.stringify(actual)} of option \`${path.join('.')}\` of rule \`${id}\` in \`${where}\`, expected ${expected}`,
    meant && `Did you mean \`${meant}\`?`,
  )
}

/** Validated settings, with the rules that they were validated for. */
const SOUND = new WeakMap<RuleSettings, readonly Rule[]>()

/** Throws a {@link UserError} if a rule does not exist. */
export function assertRuleId(id: string, known: readonly string[], where: string): void {
  if (known.includes(id)) return
  const meant = suggest(id, known)
  throw new UserError(
    `Unexpected rule \`${id}\` in \`${where}\`, expected the id of a rule`,
    meant ? `Did you mean \`${meant}\`?` : `The rules are: ${known.join(', ')}.`,
  )
}

/** Returns the level of a rule; its findings can still lower their severity. */
export function levelOf(rule: Rule, settings: RuleSettings): RuleLevel {
  const setting = settings[rule.id]
  if (setting === undefined) return rule.recommended === false ? 'off' : rule.severity
  return levelIn(setting) ?? rule.severity
}

/**
 * Returns the severity of a finding. The setting replaces the rule's severity, but a finding with a lower
 * severity of its own keeps it, so that a stricter setting does not turn a hint into an error.
 */
export function severityOf(rule: Rule, own: Severity | undefined, settings: RuleSettings): RuleLevel {
  const level = levelOf(rule, settings)
  return own && ranks[own] < ranks[level] ? own : level
}

/** Returns the options of a rule; `undefined` if the settings contain none. */
export function optionsOf(rule: Rule, settings: RuleSettings): object | undefined {
  const setting = settings[rule.id]
  if (!isConfig(setting)) return undefined
  const { severity: _, ...options } = setting
  return Object.keys(options).length > 0 ? options : undefined
}

/** Layers settings over others: merges options key by key; options alone turn on a rule that is off. */
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
