import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { Docset } from '../../model/build/docset.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { byPlace } from '../../model/findings/by-place.ts'
import type { MultilingualDocument } from '../../model/multilingual.ts'
import { type Lined, toPosition } from '../../model/place.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'
import { refusePromise } from '../../util/refuse-promise.ts'
import { withoutStackTraces } from '../../util/without-stack-traces.ts'
import { withPairs } from '../literals/sound-pairs.ts'
import { rules as allRules } from '../rules/index.ts'
import type { Finding, Rule, RuleContext } from './define-rule.ts'
import { unitFinder } from './find-unit.ts'
import { type Identified, identify, type Subject, subjectOfUnit } from './fingerprint.ts'
import { quoteMarkup } from './quote.ts'
import { assertRuleSettings, levelOf, optionsOf, type RuleSettings, severityOf } from './rule-settings.ts'
import { crashUrl, pluginOf, ruleCrashed, ruleUrl } from './rule-url.ts'

/** Rules, settings and suppressions for one document. */
export interface DocumentRules {
  /** Rules to run. Default: all built-in rules. */
  readonly rules?: readonly Rule[]
  /** Settings by rule id; a rule without a setting has its own severity, or is off if it is not recommended. */
  readonly settings?: RuleSettings
  /** Whether a finding is suppressed. */
  readonly isSuppressed?: (finding: Identified) => boolean
}

/** Options of {@link runRules}. */
export interface RunRulesOptions extends Omit<RuleContext, 'options'>, DocumentRules {
  /** Whether the findings of a unit are wanted; rules that look at more than single units report all. Default: all. */
  readonly isWanted?: (unit: TranslationUnit) => boolean
}

/** Options of {@link runJoinedRules} and {@link runDocsetRules}. */
export interface RunJoinedRulesOptions extends DocumentRules {
  /** Overrides settings and suppressions for one of the documents, by locale or by path. */
  readonly rulesOf?: (name: string) => DocumentRules
  /** Units of one of the documents, to find the unit of a finding. */
  readonly unitsOf?: (name: string) => Readonly<Record<string, TranslationUnit>>
  /** Paths of the documents to report on, for rules that check links only. Default: all. */
  readonly only?: ReadonlySet<string>
}

/** A document to which findings are added. */
interface Recipient extends Omit<DocumentRules, 'rules'> {
  readonly file: VFile
  /** Path of the document. */
  readonly path: string
  /** What the places of findings are in. */
  readonly input: Lined
  readonly subjectOf: (finding: Finding) => Subject | undefined
  /** BCP 47 tags of the two sides, if known. */
  readonly locales?: { readonly sourceLocale: string; readonly targetLocale: string }
}

/**
 * Checks one document and adds the findings to its file as messages, sorted by position.
 *
 * Never throws on content: if a rule fails, it adds an error message and continues with the others.
 *
 * @throws {UserError} if the settings name an unknown rule.
 */
export function runRules(document: BilingualDocument, file: VFile, options: RunRulesOptions = {}): void {
  const { settings = {}, rules = allRules, isSuppressed, isWanted, ...context } = options
  assertRuleSettings(settings, rules)
  const wanted = isWanted ? withPairs(document, isWanted) : document
  const { path, sourceLocale, targetLocale } = document
  const recipient: Recipient = {
    file,
    path,
    input: document,
    settings,
    subjectOf: subjectFinder(document.units),
    locales: { sourceLocale, targetLocale },
    ...(isSuppressed && { isSuppressed }),
  }
  for (const { rule, options: own } of activeRules(settings, rules)) {
    const findings: Finding[] = []
    try {
      const seen = rule.checksPairs ? wanted : document
      const report = (finding: Finding) => findings.push(finding)
      refusePromise(rule.check!(seen, report, own ? { ...context, options: own } : context))
    } catch (error) {
      addCrash(file, rule, error)
    }
    for (const finding of findings) addFinding(recipient, rule, finding)
  }
  file.messages.sort(byPlace)
}

/**
 * Compares the locales of a document, with errors as in {@link runRules}.
 *
 * @param fileOf returns the file for messages about a locale.
 */
export function runJoinedRules(
  document: MultilingualDocument,
  fileOf: (locale: string) => VFile,
  options: RunJoinedRulesOptions = {},
): void {
  const { sourceLocale, path } = document
  const recipientOf = (locale: string) => ({
    file: fileOf(locale),
    path,
    input: document.locales[locale]!,
    locales: { sourceLocale, targetLocale: locale },
  })
  runTogether(options, Object.keys(document.locales), recipientOf, (rule, report, context) =>
    rule.checkJoined?.(document, report, context),
  )
}

/**
 * Compares documents once all have been read, with errors as in {@link runRules}.
 *
 * @param fileOf returns the file for messages about a document, by its path.
 */
export function runDocsetRules(
  docset: Docset,
  fileOf: (path: string) => VFile,
  options: RunJoinedRulesOptions = {},
): void {
  const recipientOf = (path: string) => ({
    file: fileOf(path),
    path,
    input:
      docset.documents.get(path) ??
      [...(docset.redirections ?? []), ...(docset.tocs ?? [])].find((file) => file.path === path)!,
  })
  runTogether(options, [...docset.documents.keys()], recipientOf, (rule, report, context) =>
    rule.checkDocset?.(docset, report, context),
  )
}

/** Runs a check over several documents, by name; if a rule fails, the first document gets the message. */
function runTogether(
  options: RunJoinedRulesOptions,
  names: readonly string[],
  recipientOf: (name: string) => Pick<Recipient, 'file' | 'path' | 'input' | 'locales'>,
  check: (
    rule: Rule,
    report: (name: string, finding: Finding) => void,
    context: Pick<RuleContext, 'options' | 'only'>,
  ) => void,
): void {
  const { settings = {}, rules = allRules, isSuppressed, rulesOf, unitsOf, only } = options
  assertRuleSettings(settings, rules)
  // Nearly all documents share their settings.
  const all = memoize(
    (_: 'all') => new Set(rulesOf ? names.map((name) => rulesOf(name).settings ?? settings) : [settings]),
  )
  /** Whether a rule is on for at least one of the documents. */
  const isOnSomewhere = (rule: Rule) =>
    Boolean(rule.checkJoined ?? rule.checkDocset) &&
    [...all('all')].some((own) => levelOf(rule, own) !== 'off')
  const recipients = new Map<string, Recipient>()
  const touch = (name: string) => {
    const known = recipients.get(name)
    if (known) return known
    const made: Recipient = {
      settings,
      ...(isSuppressed && { isSuppressed }),
      ...rulesOf?.(name),
      ...recipientOf(name),
      subjectOf: subjectFinder(unitsOf?.(name) ?? {}),
    }
    recipients.set(name, made)
    return made
  }
  for (const rule of rules) {
    if (!isOnSomewhere(rule)) continue
    try {
      const context = { ...optionsFor(rule, settings), ...(only && rule.checksLinksOnly && { only }) }
      refusePromise(check(rule, (name, finding) => addFinding(touch(name), rule, finding), context))
    } catch (error) {
      if (names[0] !== undefined) addCrash(touch(names[0]).file, rule, error)
    }
  }
  for (const file of new Set([...recipients.values()].map((recipient) => recipient.file)))
    file.messages.sort(byPlace)
}

/** A rule that checks single documents, and its options. */
interface ActiveRule {
  readonly rule: Rule
  readonly options: object | undefined
}

/** By settings, which the documents of a run share. */
const ACTIVE = new WeakMap<
  RuleSettings,
  { readonly rules: readonly Rule[]; readonly active: readonly ActiveRule[] }
>()

/** The rules that check single documents with these settings. */
function activeRules(settings: RuleSettings, rules: readonly Rule[]): readonly ActiveRule[] {
  const known = ACTIVE.get(settings)
  if (known?.rules === rules) return known.active
  const active = rules.flatMap((rule) =>
    rule.check && levelOf(rule, settings) !== 'off' ? { rule, options: optionsOf(rule, settings) } : [],
  )
  ACTIVE.set(settings, { rules, active })
  return active
}

function optionsFor(rule: Rule, settings: RuleSettings): Pick<RuleContext, 'options'> {
  const options = optionsOf(rule, settings)
  return options ? { options } : {}
}

/** Returns a function that finds the texts of a finding. */
function subjectFinder(
  units: Readonly<Record<string, TranslationUnit>>,
): (finding: Finding) => Subject | undefined {
  const findUnit = unitFinder(units)
  const subjectOf = memoize(subjectOfUnit)
  return (finding) => {
    if (finding.texts) return { ...finding.texts, sourceText: finding.texts.source }
    const unit = findUnit(finding)
    return unit && subjectOf(unit)
  }
}

function addFinding(recipient: Recipient, rule: Rule, found: Finding): void {
  const { file, path, input, locales, ...about } = recipient
  const severity = severityOf(rule, found.severity, about.settings ?? {})
  if (severity === 'off') return
  const identified = identify(rule.id, found, about.subjectOf(found), path)
  if (about.isSuppressed?.(identified)) return
  const finding = copyOf(found)
  const message = withoutStackTraces(() =>
    file.message(finding.reason, {
      ruleId: rule.id,
      source: 'lockstep',
      place: finding.place && toPosition(input, finding.place),
      cause: finding.related
        ? new VFileMessage(finding.related.reason, {
            place: toPosition(input, finding.related.place),
            source: 'lockstep',
          })
        : undefined,
    }),
  )
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  const url = ruleUrl(rule)
  if (url !== undefined) message.url = url
  if (finding.actual !== undefined) message.actual = finding.actual
  if (finding.expected !== undefined) message.expected = [...finding.expected]
  if (finding.note !== undefined) message.note = finding.note
  if (finding.linkedFile !== undefined) message.linkedFile = finding.linkedFile
  if (finding.fix) message.fix = { ...finding.fix, place: toPosition(input, finding.fix.place) }
  message.fingerprint = identified.fingerprint
  if (identified.sourceHash !== undefined) message.sourceHash = identified.sourceHash
  const { source = null, target = null } = identified.subject ?? {}
  if (source !== null && target !== null) message.segments = copyOf({ source, target, ...locales })
}

/** Copies plain data, because substrings would keep the whole input in memory. */
function copyOf<Data extends object>(data: Data): Data {
  return JSON.parse(JSON.stringify(data)) as Data
}

function addCrash(file: VFile, rule: Rule, error: unknown): void {
  const cause = error instanceof Error ? error : new Error(String(error))
  const message = file.message(
    `Unexpected failure of rule ${quoteMarkup(rule.id)}, expected it to check the document: ${cause.message}`,
    { ruleId: ruleCrashed, source: 'lockstep', cause },
  )
  message.fatal = true
  message.url = crashUrl
  const plugin = pluginOf(rule.id)
  const where = plugin === undefined ? 'Lockstep' : `the plugin ${quoteMarkup(plugin)}`
  message.note = `This is a bug in ${where}, not in the document. Until it is fixed, turn the rule off with \`rules: {'${rule.id}': 'off'}\`.`
}
