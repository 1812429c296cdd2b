import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { Docset } from '../model/docset.ts'
import type { BilingualDocument } from '../model/document.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import type { Finding, Rule, RuleContext } from './define-rule.ts'
import { quoteMarkup } from './quote.ts'
import { assertRuleSettings, type RuleSettings, severityOf } from './rule-settings.ts'
import { ruleCrashed, ruleUrl } from './rule-url.ts'
import { rules as allRules } from './rules/index.ts'

/** How the rules are run. */
export interface RunRulesOptions extends RuleContext {
  /** Settings by rule id; a rule without one has its own severity. */
  readonly settings?: RuleSettings
  /** Which rules there are; all of Lockstep's unless told. */
  readonly rules?: readonly Rule[]
}

/**
 * Checks one document and adds what the rules find to its file as messages, in the order of their places.
 *
 * Throws a `KnownError` if the settings name an unknown rule; never throws on content: a rule that fails becomes an
 * error message and the others go on.
 */
export function runRules(document: BilingualDocument, file: VFile, options: RunRulesOptions = {}): void {
  const { settings = {}, rules = allRules, ...context } = options
  assertRuleSettings(settings, rules)
  for (const rule of rules) {
    if (!rule.check || settings[rule.id] === 'off') continue
    const findings: Finding[] = []
    try {
      rule.check(document, (finding) => findings.push(finding), context)
    } catch (error) {
      addCrash(file, rule, error)
    }
    for (const finding of findings) addFinding(file, rule, finding, settings)
  }
  file.messages.sort(byPlace)
}

/**
 * Checks the locales of a document with each other; `fileOf` gives the file that takes the messages about a locale. Throws as
 * {@link runRules} does.
 */
export function runJoinedRules(
  document: MultilingualDocument,
  fileOf: (locale: string) => VFile,
  options: RunRulesOptions = {},
): void {
  const { settings = {}, rules = allRules } = options
  assertRuleSettings(settings, rules)
  const touched = new Set<VFile>()
  for (const rule of rules) {
    if (!rule.checkJoined || settings[rule.id] === 'off') continue
    try {
      rule.checkJoined(document, (locale, finding) => {
        const file = fileOf(locale)
        touched.add(file)
        addFinding(file, rule, finding, settings)
      })
    } catch (error) {
      addCrash(fileOf(document.base), rule, error)
    }
  }
  for (const file of touched) file.messages.sort(byPlace)
}

/**
 * Checks documents with each other, once all were read; `fileOf` gives the file that takes the messages about a document.
 * Throws as {@link runRules} does.
 */
export function runDocsetRules(
  docset: Docset,
  fileOf: (path: string) => VFile,
  options: RunRulesOptions = {},
): void {
  const { settings = {}, rules = allRules } = options
  assertRuleSettings(settings, rules)
  const touched = new Set<VFile>()
  for (const rule of rules) {
    if (!rule.checkDocset || settings[rule.id] === 'off') continue
    try {
      rule.checkDocset(docset, (path, finding) => {
        const file = fileOf(path)
        touched.add(file)
        addFinding(file, rule, finding, settings)
      })
    } catch (error) {
      const first = docset.documents.keys().next()
      if (!first.done) addCrash(fileOf(first.value), rule, error)
    }
  }
  for (const file of touched) file.messages.sort(byPlace)
}

function addFinding(file: VFile, rule: Rule, found: Finding, settings: RuleSettings): void {
  // A copy, because a part of the input's text would keep all of it in memory.
  const finding = structuredClone(found)
  const severity = severityOf(rule, finding.severity, settings)
  if (severity === 'off') return
  const message = file.message(finding.reason, {
    ruleId: rule.id,
    source: 'lockstep',
    place: finding.place,
    cause: finding.related
      ? new VFileMessage(finding.related.reason, { place: finding.related.place, source: 'lockstep' })
      : undefined,
  })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  message.url = ruleUrl(rule.id)
  if (finding.actual !== undefined) message.actual = finding.actual
  if (finding.expected !== undefined) message.expected = [...finding.expected]
  if (finding.note !== undefined) message.note = finding.note
}

function addCrash(file: VFile, rule: Rule, error: unknown): void {
  const cause = error instanceof Error ? error : new Error(String(error))
  const message = file.message(
    `Unexpected failure of rule ${quoteMarkup(rule.id)}, expected it to check the document: ${cause.message}`,
    { ruleId: ruleCrashed, source: 'lockstep', cause },
  )
  message.fatal = true
  message.url = ruleUrl(ruleCrashed)
  message.note = `This is a defect of Lockstep, not of the document. Until it is repaired, switch the rule off with \`rules: {'${rule.id}': 'off'}\`.`
}

/** The sort is stable, so messages of one place keep the order of the rules. */
function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
