import { dirname, resolve } from 'node:path'
import { VFile } from 'vfile'
import type { BilingualDocument } from '../../model/document.ts'
import { addMessage } from '../../model/findings/add-message.ts'
import type { PlacedSuppression } from '../../model/findings/suppression.ts'
import { readSuppressions } from '../../read/config/read-suppressions.ts'
import { readGlossary } from '../../read/glossary/read-glossary.ts'
import type { Input } from '../../read/input.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { memoize } from '../../util/memoize.ts'
import type { Rule } from '../../validate/engine/define-rule.ts'
import { type DocumentSettings, documentSettings } from '../../validate/engine/document-settings.ts'
import { quote, quoteMarkup } from '../../validate/engine/quote.ts'
import { levelOf, type RuleSettings } from '../../validate/engine/rule-settings.ts'
import type { DocumentRules } from '../../validate/engine/run-rules.ts'
import { createSuppressions, type Suppressions } from '../../validate/engine/suppressions.ts'
import { areAllNamed } from '../are-all-named.ts'
import type { CheckOptions } from '../options.ts'
import { extensionsOf } from '../plugins/extensions.ts'
import { createRunbookPlan, type RunbookPlan } from '../runbook-plan.ts'

/** The configuration's rule settings, as one run applies them. */
export interface RulePlan {
  /** Rules, their settings and suppressions for a document. */
  rulesFor(input: Input, locale: string): Required<DocumentRules>
  /**
   * Rule settings and suppressions of the checks that runbooks show; records nothing. `null` if they are the same as
   * {@link RulePlan.rulesFor}.
   */
  readonly runbookRules: Pick<RulePlan, 'rulesFor' | 'rules' | 'base'> | null
  /** The built-in rules and those of plugins. */
  readonly rules: readonly Rule[]
  /** Settings without overrides. */
  readonly base: RuleSettings
  /** Whether a rule checks any document. */
  isOn(rule: Rule): boolean
  /** Records a document before it is checked. */
  see(input: Input, document: BilingualDocument): void
  /** Suppressions and their use so far. */
  readonly suppressions: Pick<Suppressions, 'size' | 'count' | 'take' | 'add'>
  /** Runbook settings. */
  readonly runbooks: RunbookPlan
  /**
   * The files with suppressions and runbook settings, with a message for each unused one; empty if all are
   * used.
   */
  unused(inputs: readonly Input[]): readonly VFile[]
  /** Makes the same plan with records of its own, for other documents of the run. */
  fork(): RulePlan
}

/**
 * Makes the plan of a run.
 *
 * @throws {UserError} if the configuration names an unknown preset, rule or severity, or its suppressions
 * cannot be read.
 */
export function createRulePlan(options: CheckOptions & { readonly cwd: string }): RulePlan {
  const { cwd, suppressions: setting = [], configFile } = options
  const folder = configFile === undefined ? cwd : dirname(configFile)
  const resolved = withGlossaries(options, folder)
  const { rules } = extensionsOf(options)
  const settings = documentSettings(resolved, rules)
  const listFile = typeof setting === 'string' ? resolve(cwd, setting) : configFile
  const list = typeof setting === 'string' ? readSuppressions(listFile!, cwd) : setting
  const runbooks = createRunbookPlan(options)
  const { preset, runbookPreset } = options
  const forRunbooks =
    runbookPreset === undefined || runbookPreset === preset
      ? null
      : documentSettings({ ...resolved, preset: runbookPreset }, rules)
  const pathOf = (input: Input) => pathForPeople(input.absolute, folder)
  const rulesOf =
    (own: DocumentSettings, suppressions: Suppressions): RulePlan['rulesFor'] =>
    (input, locale) => ({
      rules,
      settings: own.of(pathOf(input), locale),
      isSuppressed: (finding) => suppressions.covers(pathOf(input), finding),
    })
  const runbookRules = forRunbooks && {
    rulesFor: rulesOf(forRunbooks, createSuppressions(list, rules)),
    rules,
    base: forRunbooks.base,
  }
  const plan = (suppressions: Suppressions): RulePlan => ({
    rulesFor: rulesOf(settings, suppressions),
    runbookRules,
    rules,
    base: settings.base,
    isOn: (rule) =>
      [settings.base, ...(options.overrides ?? []).map((override) => override.rules ?? {})].some(
        (own) => levelOf(rule, own) !== 'off',
      ),
    see: (input, document) => suppressions.see(pathOf(input), document),
    suppressions,
    runbooks,
    unused(inputs) {
      const file = new VFile({
        path: listFile === undefined ? 'suppressions' : pathForPeople(listFile, cwd),
        cwd,
        data: { isDocument: false },
      })
      // Suppressions without a match may belong to other documents.
      const partial = areAllNamed(inputs, options)
      for (const suppression of suppressions.unused(partial)) report(file, suppression)
      return [...(file.messages.length > 0 ? [file] : []), ...(partial ? [] : runbooks.unknown())]
    },
    fork: () => plan(createSuppressions(list, rules)),
  })
  return plan(createSuppressions(list, rules))
}

/** Adds the glossaries that the settings name, since rules do not read files. */
function withGlossaries(options: CheckOptions, folder: string): CheckOptions {
  const read = memoize((file: string) => readGlossary(resolve(folder, file), options.sourceLocale))
  const within = (rules: RuleSettings): RuleSettings => {
    const { glossary } = rules
    if (typeof glossary !== 'object' || typeof glossary.file !== 'string') return rules
    return { ...rules, glossary: { ...glossary, terms: read(glossary.file) } }
  }
  return {
    ...options,
    ...(options.rules && { rules: within(options.rules) }),
    ...(options.overrides && {
      overrides: options.overrides.map((override) => ({
        ...override,
        ...(override.rules && { rules: within(override.rules) }),
      })),
    }),
  }
}

function report(file: VFile, { rule, source, reason, place }: PlacedSuppression): void {
  addMessage(file, {
    ruleId: 'suppression-unused',
    severity: 'warning',
    reason: `Unexpected suppression of ${quoteMarkup(rule)} for ${quote(source)} (${quote(reason)}), expected a finding that it applies to`,
    place,
    note: 'Remove it: the finding is gone or its text has changed. If it applies to documents that were not read, name them in its `files`.',
  })
}
