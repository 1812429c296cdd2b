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
import { documentSettings } from '../../validate/engine/document-settings.ts'
import { quote, quoteMarkup } from '../../validate/engine/quote.ts'
import { levelOf, type RuleSettings } from '../../validate/engine/rule-settings.ts'
import type { DocumentRules } from '../../validate/engine/run-rules.ts'
import { createSuppressions, type Suppressions } from '../../validate/engine/suppressions.ts'
import { areAllNamed } from '../are-all-named.ts'
import type { CheckOptions } from '../options.ts'
import { createRunbookPlan, type RunbookPlan } from '../runbook-plan.ts'

/** What the configuration says of the rules, at work in one run. */
export interface RulePlan {
  /** What is told of the rules for a document. */
  rulesFor(input: Input, locale: string): Required<DocumentRules>
  /** Settings that no override has changed. */
  readonly base: RuleSettings
  /** Whether any document is checked by a rule. */
  isOn(rule: Rule): boolean
  /** Takes note of a document before it is checked. */
  see(input: Input, document: BilingualDocument): void
  /** What came of its suppressions. */
  readonly suppressions: Pick<Suppressions, 'size' | 'count' | 'take' | 'add'>
  /** What is told of runbooks. */
  readonly runbooks: RunbookPlan
  /** The files with suppressions and settings of runbooks, with a message for each that was not needed; none where all were. */
  unused(inputs: readonly Input[]): readonly VFile[]
  /** The same plan for other documents of the run; what it notes is its own. */
  fork(): RulePlan
}

/**
 * Makes the plan of a run.
 *
 * @throws {UserError} where the configuration names an unknown preset, rule or severity, or its suppressions cannot be read.
 */
export function createRulePlan(options: CheckOptions & { readonly cwd: string }): RulePlan {
  const { cwd, suppressions: told = [], configFile } = options
  const folder = configFile === undefined ? cwd : dirname(configFile)
  const settings = documentSettings(withGlossaries(options, folder))
  const listFile = typeof told === 'string' ? resolve(cwd, told) : configFile
  const list = typeof told === 'string' ? readSuppressions(listFile!, cwd) : told
  const runbooks = createRunbookPlan(options)
  const pathOf = (input: Input) => pathForPeople(input.absolute, folder)
  const plan = (suppressions: Suppressions): RulePlan => ({
    rulesFor: (input, locale) => ({
      settings: settings.of(pathOf(input), locale),
      isSuppressed: (finding) => suppressions.covers(pathOf(input), finding),
    }),
    base: settings.base,
    isOn: (rule) =>
      [settings.base, ...(options.overrides ?? []).map(({ rules }) => rules ?? {})].some(
        (rules) => levelOf(rule, rules) !== 'off',
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
      // What did not come up may be in other documents.
      const partial = areAllNamed(inputs, options)
      for (const suppression of suppressions.unused(partial)) report(file, suppression)
      return [...(file.messages.length > 0 ? [file] : []), ...(partial ? [] : runbooks.unknown())]
    },
    fork: () => plan(createSuppressions(list)),
  })
  return plan(createSuppressions(list))
}

/** The settings with the glossaries that they name: rules do not read files. */
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
    reason: `Unexpected suppression of ${quoteMarkup(rule)} for ${quote(source)} (${quote(reason)}), expected a finding that it is for`,
    place,
    note: 'Remove it: the finding is gone or its text has changed. If it is for documents that were not read, name them in its `files`.',
  })
}
