import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { Docset } from '../../model/build/docset.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { byPlace } from '../../model/findings/by-place.ts'
import type { MultilingualDocument } from '../../model/multilingual.ts'
import { type Lined, toPosition } from '../../model/place.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'
import { rules as allRules } from '../rules/index.ts'
import type { Finding, Rule, RuleContext } from './define-rule.ts'
import { unitFinder } from './find-unit.ts'
import { type Identified, identify, type Subject, subjectOfUnit } from './fingerprint.ts'
import { quoteMarkup } from './quote.ts'
import { assertRuleSettings, levelOf, optionsOf, type RuleSettings, severityOf } from './rule-settings.ts'
import { ruleCrashed, ruleUrl } from './rule-url.ts'

/** What is told of the rules for one document. */
export interface DocumentRules {
  /** Settings by rule id; a rule without one has its own severity, or is off if it is not recommended. */
  readonly settings?: RuleSettings
  /** Whether a finding is known and not to be told. */
  readonly isSuppressed?: (finding: Identified) => boolean
}

/** How the rules are run. */
export interface RunRulesOptions extends Omit<RuleContext, 'options'>, DocumentRules {
  /** Which rules there are; all of Lockstep's unless told. */
  readonly rules?: readonly Rule[]
}

/** How the rules that look at several documents are run. */
export interface RunJoinedRulesOptions extends DocumentRules {
  /** Which rules there are; all of Lockstep's unless told. */
  readonly rules?: readonly Rule[]
  /** What is told for one of the documents (by locale, or by path), in place of the above. */
  readonly rulesOf?: (name: string) => DocumentRules
  /** The units of one of the documents, to tell which one a finding is about. */
  readonly unitsOf?: (name: string) => Readonly<Record<string, TranslationUnit>>
  /** Paths of the documents that findings are wanted of; all unless told. */
  readonly only?: ReadonlySet<string>
}

/** What a finding is added to. */
interface Recipient extends DocumentRules {
  readonly file: VFile
  /** Path of the document. */
  readonly path: string
  /** What the places of findings are in. */
  readonly input: Lined
  readonly subjectOf: (finding: Finding) => Subject | undefined
  /** BCP 47 tags of the two sides, as far as they are known. */
  readonly locales?: { readonly sourceLocale: string; readonly targetLocale: string }
}

/**
 * Checks one document and adds what the rules find to its file as messages, in the order of their places.
 *
 * Throws a `UserError` if the settings name an unknown rule; never throws on content: a rule that fails becomes an
 * error message and the others go on.
 */
export function runRules(document: BilingualDocument, file: VFile, options: RunRulesOptions = {}): void {
  const { settings = {}, rules = allRules, isSuppressed, ...context } = options
  assertRuleSettings(settings, rules)
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
  for (const rule of rules) {
    if (!rule.check || levelOf(rule, settings) === 'off') continue
    const findings: Finding[] = []
    try {
      rule.check(document, (finding) => findings.push(finding), { ...context, ...optionsFor(rule, settings) })
    } catch (error) {
      addCrash(file, rule, error)
    }
    for (const finding of findings) addFinding(recipient, rule, finding)
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
 * Checks documents with each other, once all were read; `fileOf` gives the file that takes the messages about a document.
 * Throws as {@link runRules} does.
 */
export function runDocsetRules(
  docset: Docset,
  fileOf: (path: string) => VFile,
  options: RunJoinedRulesOptions = {},
): void {
  const recipientOf = (path: string) => ({
    file: fileOf(path),
    path,
    input: docset.documents.get(path)!,
  })
  runTogether(options, [...docset.documents.keys()], recipientOf, (rule, report, context) =>
    rule.checkDocset?.(docset, report, context),
  )
}

/** Runs a check over several documents, known by their names; the first of them takes the message of a rule that fails. */
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
  // Nearly all documents share theirs.
  const all = memoize(
    (_: 'all') => new Set(rulesOf ? names.map((name) => rulesOf(name).settings ?? settings) : [settings]),
  )
  /** Whether a rule is on for one of the documents at least. */
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
      const context = { ...optionsFor(rule, settings), ...(only && { only }) }
      check(rule, (name, finding) => addFinding(touch(name), rule, finding), context)
    } catch (error) {
      if (names[0] !== undefined) addCrash(touch(names[0]).file, rule, error)
    }
  }
  for (const file of new Set([...recipients.values()].map((recipient) => recipient.file)))
    file.messages.sort(byPlace)
}

function optionsFor(rule: Rule, settings: RuleSettings): Pick<RuleContext, 'options'> {
  const options = optionsOf(rule, settings)
  return options ? { options } : {}
}

/** Makes what gives the texts that a finding is about. */
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
  // Copies, because a part of the input's text would keep all of it in memory.
  const finding = structuredClone(found)
  const message = file.message(finding.reason, {
    ruleId: rule.id,
    source: 'lockstep',
    place: finding.place && toPosition(input, finding.place),
    cause: finding.related
      ? new VFileMessage(finding.related.reason, {
          place: toPosition(input, finding.related.place),
          source: 'lockstep',
        })
      : undefined,
  })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  message.url = ruleUrl(rule.id)
  if (finding.actual !== undefined) message.actual = finding.actual
  if (finding.expected !== undefined) message.expected = [...finding.expected]
  if (finding.note !== undefined) message.note = finding.note
  if (finding.fix) message.fix = { ...finding.fix, place: toPosition(input, finding.fix.place) }
  message.fingerprint = identified.fingerprint
  if (identified.sourceHash !== undefined) message.sourceHash = identified.sourceHash
  const { source = null, target = null } = identified.subject ?? {}
  if (source !== null && target !== null) message.segments = structuredClone({ source, target, ...locales })
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
