import { memoize } from '../../util/memoize.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import { suggest } from '../../util/text/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import { rules as allRules } from '../rules/index.ts'
import type { Rule } from './define-rule.ts'
import { presetNames, presetOf } from './presets.ts'
import {
  assertRuleSettings,
  layerSettings,
  type PresetName,
  type RuleOverride,
  type RuleSettings,
} from './rule-settings.ts'

/** Settings of rules in a configuration. */
export interface SettingsConfig {
  /** Default: `recommended`. */
  readonly preset?: PresetName
  /** Override the preset. */
  readonly rules?: RuleSettings
  /** Override the rules; later ones override earlier ones. */
  readonly overrides?: readonly RuleOverride[]
}

/** Settings of all rules. */
export interface DocumentSettings {
  /** Settings without any override. */
  readonly base: RuleSettings
  /** Settings of a document by its path (relative to the configuration's folder, with `/`) and target locale. */
  of(path: string, locale: string): RuleSettings
}

/**
 * Resolves the rule settings of a configuration.
 *
 * @throws {UserError} if the configuration names an unknown preset, rule or severity.
 */
export function documentSettings(
  { preset = 'recommended', rules: own = {}, overrides = [] }: SettingsConfig,
  rules: readonly Rule[] = allRules,
): DocumentSettings {
  assertPreset(preset)
  assertRuleSettings(own, rules)
  for (const [at, override] of overrides.entries()) {
    assertRuleSettings(override.rules ?? {}, rules, `overrides[${at}].rules`)
  }
  const base = layerSettings(presetOf(preset, rules), own, rules)
  const tests = overrides.map((override) => ({ override, test: isOverrideFor(override) }))
  // Documents with the same overrides share their settings.
  const settingsFor = memoize((applied: string) =>
    tests
      .filter((_, at) => applied[at] === '1')
      .reduce((under, { override }) => layerSettings(under, override.rules ?? {}, rules), base),
  )
  return {
    base,
    of: (path, locale) => settingsFor(tests.map(({ test }) => (test(path, locale) ? '1' : '0')).join('')),
  }
}

function assertPreset(name: string): void {
  if (presetNames.some((known) => known === name)) return
  const meant = suggest(name, presetNames)
  throw new UserError(
    `Unexpected preset \`${name}\`, expected one of: ${presetNames.join(', ')}`,
    meant && `Did you mean \`${meant}\`?`,
  )
}

/** Returns a function that tests, by path and target locale, whether an override applies to a document. */
export function isOverrideFor({
  files,
  locales,
}: Pick<RuleOverride, 'files' | 'locales'>): (path: string, locale: string) => boolean {
  const isFile = files ? matchGlobs(files) : () => true
  return (path, locale) => isFile(path) && (!locales || locales.some((range) => isIn(range, locale)))
}

/** Whether a language range matches a tag (RFC 4647, section 3.3.1, basic filtering). */
function isIn(range: string, tag: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${range}-`.toLowerCase())
}
