import type { VFileMessage } from 'vfile-message'
import { severityOf } from '../../model/findings/severity-of.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { keyOfUnits } from '../../review/decisions/unit-keys.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { Decision } from '../../review/types/decisions.ts'
import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { UserError } from '../../util/user-error.ts'
import { rewriteInput } from '../../write/rewrite-input.ts'
import { diffOf } from '../check/diff-of.ts'
import type { Member, ParsedDocument, Recheck } from '../document/parsed-document.ts'
import type { FixedFile } from '../options.ts'
import { decisionFolder } from '../review/decide-review.ts'
import { updateDecisions } from '../review/decision-files.ts'
import { type Run, runDocuments } from '../run-documents.ts'
import type {
  ImportedUnit,
  ImportFinding,
  ImportOptions,
  ImportOutcome,
  ImportProblem,
  ImportResult,
} from './exchange-import.ts'
import { type ImportedDocument, importInto, type Returned } from './import-document.ts'
import type { ReturnedDocument } from './read-returned.ts'
import { withTranslationType } from './with-translation-type.ts'

/**
 * Puts translations that came back into the documents of a run.
 *
 * @throws {UserError} if no file is for one of the wanted locales.
 */
export async function importDocuments(
  run: Run,
  returned: readonly ReturnedDocument[],
  options: ImportOptions & { readonly cwd: string },
): Promise<ImportResult> {
  const { cwd, locales, mode } = options
  const isWanted = ({ targetLocale }: ReturnedDocument) =>
    !locales || targetLocale === undefined || locales.some((locale) => isSameTag(locale, targetLocale))
  if (returned.length > 0) assertLocales(returned, locales ?? [])
  const byPath = groupBy(returned.filter(isWanted), ({ path }) => path)
  const taken = new Set<ReturnedDocument>()
  const units: ImportedUnit[] = []
  const problems: ImportProblem[] = []
  const findings: ImportFinding[] = []
  const fixed: FixedFile[] = []
  const suggestions = new Map<string, Decision[]>()

  const visit = (parsed: ParsedDocument, recheck: Recheck) => {
    for (const member of parsed.members) {
      const own = (byPath.get(parsed.path) ?? []).filter(({ targetLocale }) =>
        targetLocale === undefined
          ? parsed.members.length === 1
          : isSameTag(targetLocale, member.document.targetLocale),
      )
      if (own.length > 0) take(member, own, recheck)
    }
  }
  const wanted = { ...run, groups: run.groups.filter(({ path }) => byPath.has(path)) }
  const { result } = await runDocuments(wanted, options, { visit, canStay: () => false })
  for (const document of byPath.values()) {
    for (const { file, path, targetLocale, units } of document.filter((each) => !taken.has(each))) {
      const failed = result.files.find(
        (each) =>
          `/${toPosix(each.path)}`.endsWith(`/${path}`) &&
          each.messages.some(({ ruleId }) => ruleId === 'document-failed'),
      )
      problems.push({
        file,
        ...(units[0] && { line: units[0].line, column: units[0].column }),
        reason: failed
          ? `${failed.path} cannot be read`
          : `There is no document ${path}${targetLocale === undefined ? '' : ` in ${targetLocale}`} among the inputs`,
        note: 'Name the folder with the documents, or their configuration, with --into.',
      })
    }
  }
  const count = await suggest()
  const counts: Record<ImportOutcome, number> = {
    accepted: 0,
    unchanged: 0,
    proposed: 0,
    conflict: 0,
    refused: 0,
    missing: 0,
  }
  for (const { outcome } of units) counts[outcome]++
  return {
    units: units.filter(({ outcome, reason }) => outcome !== 'unchanged' || reason !== undefined),
    counts,
    problems,
    findings,
    fixed: fixed.sort((a, b) => compare(a.path, b.path)),
    suggestions: count,
  }

  function take(member: Member, own: readonly ReturnedDocument[], recheck: Recheck): void {
    for (const each of own) taken.add(each)
    const { file, document, formulas } = member
    const text = String(file)
    const path = file.path
    const all = own.flatMap((each): Returned[] => each.units.map((unit) => ({ file: each.file, unit })))
    const target = { document, text, path, formulas }
    const imported = importInto(target, all, options)
    if (options.asSuggestions) {
      units.push(...imported.units)
      addSuggestions(imported, text, document.path, document.targetLocale)
      return
    }
    const problem = imported.text === text ? undefined : write(member, text, imported, recheck)
    units.push(
      ...imported.units.map(
        (unit): ImportedUnit =>
          problem !== undefined && unit.outcome === 'accepted'
            ? { ...unit, outcome: 'refused', reason: problem }
            : unit,
      ),
    )
  }

  /** Writes a document; returns why it was not. */
  function write(
    { input, file, document }: Member,
    before: string,
    { text, units: done }: ImportedDocument,
    recheck: Recheck,
  ): string | undefined {
    if (file.messages.some(({ ruleId }) => ruleId === 'input-encoding'))
      return 'the document is not clean UTF-8, and other bytes would change as well'
    const { translationType } = options
    const after = translationType === undefined ? text : withTranslationType(text, document, translationType)
    try {
      if (mode === 'write' && !rewriteInput(input.absolute, before, after))
        return 'the document changed during the import'
    } catch (error) {
      return `the document cannot be written: ${reasonOf(error)}`
    }
    if (translationType !== undefined && document.handoff.translationType === undefined)
      problems.push({
        file: file.path,
        reason: 'ms.translationtype is not set: the front matter does not have it',
        note: 'Add it to the front matter, or leave out --set-translation-type.',
      })
    const known = new Set(file.messages.map(identityOf))
    for (const message of recheck(new Map([[input, after]])).get(input) ?? [])
      if (
        (!known.has(identityOf(message)) && typeof message.fatal === 'boolean') ||
        message.ruleId === 'document-failed'
      )
        findings.push(toFinding(message, file.path))
    const count = done.filter(({ outcome }) => outcome === 'accepted').length
    fixed.push({ path: file.path, count, diff: diffOf(file.path, before, after) })
    return undefined
  }

  function addSuggestions(imported: ImportedDocument, text: string, path: string, locale: string): void {
    const scanned = scanDocument(text)
    const keys = keyOfUnits(path, scanned)
    for (const { edit, outcome } of imported.edits) {
      if (outcome === 'refused') continue
      const { source, target } = scanned.units[edit.unit]!
      const { reviewer } = options
      const decision: Decision = {
        key: keys[edit.unit]!,
        path,
        source,
        target,
        suggestion: edit.suggestion,
        ...(reviewer !== undefined && { reviewer }),
      }
      const known = suggestions.get(locale)
      if (known) known.push(decision)
      else suggestions.set(locale, [decision])
    }
  }

  async function suggest(): Promise<number> {
    let count = 0
    for (const [locale, added] of suggestions) {
      count += added.length
      if (mode === 'preview') continue
      const nameOf = ({ key, reviewer }: Decision) => JSON.stringify([key, reviewer])
      const names = new Set(added.map(nameOf))
      updateDecisions(decisionFolder(options), locale, cwd, (now) => ({
        ...now,
        decisions: [...now.decisions.filter((each) => !names.has(nameOf(each))), ...added],
      }))
    }
    return count
  }

  function toFinding(message: VFileMessage, document: string): ImportFinding {
    const { ruleId, reason, line, column } = message
    return {
      document: pathForPeople(document, cwd),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      rule: ruleId ?? '',
      severity: severityOf(message),
      reason,
    }
  }
}

/** What a finding is about, wherever it is. */
function identityOf({ ruleId, reason, segments }: VFileMessage): string {
  return JSON.stringify([ruleId, segments?.source ?? reason, segments?.target])
}

function assertLocales(returned: readonly ReturnedDocument[], locales: readonly string[]): void {
  const all = new Set(returned.map(({ targetLocale }) => targetLocale))
  const missing = locales.filter((locale) =>
    [...all].every((each) => each !== undefined && !isSameTag(each, locale)),
  )
  if (missing.length > 0)
    throw new UserError(
      `Cannot import ${missing.join(', ')}: no file that came back is for it`,
      `They are for ${[...all].join(', ')}.`,
    )
}

function isSameTag(one: string, other: string): boolean {
  return (canonicalLocale(one) ?? one) === (canonicalLocale(other) ?? other)
}
