import { linesOf, positionOf } from '../../model/place.ts'
import { commitOf } from '../../read/git/run-git.ts'
import { holdsText } from '../../read/holds-text.ts'
import type { Snapshot, SnapshotFile } from '../../read/snapshots/snapshot.ts'
import {
  decisionsAfter,
  type PlacedRefusal,
  type RefusedSuggestion,
  suggestionEdits,
} from '../../review/decisions/suggestion-edits.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { Decision, DecisionFile } from '../../review/types/decisions.ts'
import type { Review } from '../../review/types/review.ts'
import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { rewriteInput } from '../../write/rewrite-input.ts'
import { diffOf } from '../check/diff-of.ts'
import type { FixedFile } from '../options.ts'
import { decisionFolder } from './decide-review.ts'
import { localesDecidedIn, readDecisions, updateDecisions } from './decision-files.ts'
import { openSnapshots } from './open-snapshots.ts'
import { localeOf, selectPaths } from './pair-snapshots.ts'
import { proveSuggestions } from './prove-suggestions.ts'
import type { ReviewOptions } from './review-options.ts'
import { reviewSnapshots } from './review-snapshots.ts'

/** Result of writing suggestions. */
export interface ApplyResult {
  /** Documents that were changed, or would be; sorted by path. */
  readonly fixed: readonly FixedFile[]
  /** Sorted by path and place. */
  readonly refused: readonly RefusedSuggestion[]
}

/** A document that took suggestions. */
interface ChangedDocument {
  readonly fixed: FixedFile
  /** Returns what becomes of decisions on it. */
  readonly settle: (decisions: readonly Decision[]) => readonly Decision[]
}

/**
 * Writes the suggestions of decisions into the documents of the new version, which must be on disk: a folder, or
 * what the repository has checked out. Nothing but the targets changes. Their decisions become approvals.
 *
 * @param mode `preview` writes nothing.
 * @throws {UserError} if the new version is not on disk, or decisions cannot be read.
 */
export async function applySuggestions(
  options: ReviewOptions & { readonly cwd: string },
  mode: 'write' | 'preview',
): Promise<ApplyResult> {
  const snapshots = await openSnapshots(options)
  assertOnDisk(snapshots.head, options)
  const folder = decisionFolder(options)
  const { locales: wanted } = options
  const isWanted = selectPaths(options.globs)
  const locales = localesDecidedIn(folder).filter((locale) => !wanted || wanted.includes(locale))
  // All are read before the first document is written.
  const files = locales.map((locale) => readDecisions(folder, locale, options.cwd))
  const review = reviewSnapshots(snapshots, { ...options, findings: false })
  const refused = files.flatMap((file) => refusedComposites(review, file))
  const fixed: FixedFile[] = []
  for (const file of files) {
    const changed = new Map<string, ChangedDocument['settle']>()
    for (const [path, own] of groupBy(file.decisions, (decision) => decision.path)) {
      const document = own.some(({ suggestion }) => suggestion !== undefined)
        ? applyTo(snapshots.head, path, own, file.locale)
        : undefined
      if (!document) continue
      changed.set(path, document.settle)
      fixed.push(document.fixed)
    }
    if (mode === 'preview' || changed.size === 0) continue
    // Reviewers may have decided meanwhile.
    updateDecisions(folder, file.locale, options.cwd, (now) => ({
      ...now,
      decisions: [...groupBy(now.decisions, ({ path }) => path)].flatMap(
        ([path, own]) => changed.get(path)?.(own) ?? own,
      ),
    }))
  }
  return {
    fixed: fixed.sort((a, b) => compare(a.path, b.path)),
    refused: refused.sort(
      (a, b) => compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    ),
  }

  function applyTo(
    head: Snapshot,
    path: string,
    decisions: readonly Decision[],
    locale: string,
  ): ChangedDocument | undefined {
    const file = head.files.find((each) => each.path === path)
    if (!file || !isWanted(path)) return undefined
    const before = head.read([file])[0]?.text
    if (before === undefined || !isOf(file, before, locale)) return undefined
    const found = suggestionEdits(path, before, decisions)
    const lines = linesOf(before)
    const refuse = ({ offset, suggestion, reason }: PlacedRefusal) => {
      const { line, column } = positionOf({ lines }, offset)
      refused.push({ path, line, column, suggestion, reason })
    }
    found.refused.forEach(refuse)
    if (found.edits.length === 0) return undefined
    const proved = proveSuggestions({ path, text: before, locale }, found.edits)
    proved.refused.forEach(refuse)
    const { written, text } = proved
    if (written.length === 0) return undefined
    const problem = problemOfFile(file, before, text)
    if (problem !== undefined) {
      for (const { start, suggestion } of written) refuse({ offset: start, suggestion, reason: problem })
      return undefined
    }
    return {
      fixed: { path, count: written.length, diff: diffOf(path, before, text) },
      settle: (all) => decisionsAfter(path, [before, text], all, written),
    }
  }

  function isOf(file: SnapshotFile, text: string, locale: string): boolean {
    return localeOf(file, scanDocument(text).front.contentLocale, options.targetLocale ?? 'und') === locale
  }

  /** Why a document could not be written; `undefined` if it was, or could be. */
  function problemOfFile(
    { path, absolute }: SnapshotFile,
    before: string,
    after: string,
  ): string | undefined {
    // Git may have checked LF out as CRLF.
    const forms = [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')]
    try {
      const onDisk = forms.find((form) => holdsText(snapshots.head.folder, path, form(before)))
      if (!onDisk) return 'the file on disk is another one than was reviewed, or not in UTF-8'
      if (mode === 'write' && !rewriteInput(absolute, onDisk(before), onDisk(after)))
        return 'the file has just changed'
      return undefined
    } catch (error) {
      return `the file cannot be written: ${reasonOf(error)}`
    }
  }
}

/** @throws {UserError} if a version is a commit that is not checked out. */
function assertOnDisk({ name, commit, folder }: Snapshot, { cwd }: { readonly cwd: string }): void {
  if (commit === undefined || commit === commitOf(cwd, 'HEAD', 'lockstep review --apply')) return
  throw new UserError(
    `Cannot write suggestions to ${name}, which is not checked out in ${folder}`,
    'Check it out, or name a folder as the new version.',
  )
}

/** Suggestions for what has no single target: units that were split or removed. */
function refusedComposites(
  { documents }: Review,
  { locale, decisions }: DecisionFile,
): readonly RefusedSuggestion[] {
  const byKey = groupBy(decisions, ({ key }) => key)
  return documents.flatMap(({ path, locale: own, units }) =>
    units.flatMap(({ key = '', newIds, line, structure }) => {
      if (own !== locale || newIds.length === 1) return []
      const suggestion = byKey.get(key)?.find((decision) => decision.suggestion !== undefined)?.suggestion
      if (suggestion === undefined) return []
      const reason = structure === 'removed' ? 'the unit was removed' : 'its text consists of several units'
      return { path, ...(line !== undefined && structure !== 'removed' && { line }), suggestion, reason }
    }),
  )
}
