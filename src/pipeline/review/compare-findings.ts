import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { BilingualDocument } from '../../model/document.ts'
import { offsetOf } from '../../model/findings/offset-of.ts'
import { severityOf } from '../../model/findings/severity-of.ts'
import { parseDocument } from '../../parse/parse-document.ts'
import type { ParsedBody } from '../../parse/parsed-body.ts'
import type { Snapshot, SnapshotFile } from '../../read/snapshots/snapshot.ts'
import type { ScannedDocument, ScannedUnit } from '../../review/scan/scanned-document.ts'
import type { DocumentReview } from '../../review/types/document-review.ts'
import type { ReviewFinding, UnitReview } from '../../review/types/unit-review.ts'
import { lastBefore } from '../../util/data/last-before.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { stableReason } from '../../validate/engine/fingerprint.ts'
import { runRules } from '../../validate/engine/run-rules.ts'
import { createRulePlan } from '../check/rule-plan.ts'
import { attempt } from '../document/attempt.ts'
import type { Snapshots } from './open-snapshots.ts'
import type { FilePair } from './pair-snapshots.ts'
import type { ReviewOptions } from './review-options.ts'

/** Number of units that can begin in another one before an offset in it. */
const MOST_NESTED = 100

/** Both versions of a document as scanned. */
export interface ScannedPair {
  readonly old: ScannedDocument | undefined
  readonly current: ScannedDocument | undefined
}

/** Adds to the units of a document the findings that only one of its versions has. */
export type FindingsReader = (review: DocumentReview, scanned: ScannedPair, pair: FilePair) => DocumentReview

/** Findings of one version by index of the unit that they are in. */
type FindingsByUnit = ReadonlyMap<number, readonly Identified[]>

/** A finding, and what identifies it under changed texts. */
interface Identified {
  readonly finding: ReviewFinding
  /** Rule and reason, without ids and numbers of places. */
  readonly key: string
}

/**
 * Makes a function that parses and checks both versions of a document. Documents in which no unit changed are
 * not parsed: findings depend on the texts, which are the same.
 *
 * @param onHead gets the new version of each document that is parsed.
 * @throws {UserError} if the settings name an unknown rule.
 */
export function createFindingsReader(
  { base, head }: Snapshots,
  options: ReviewOptions & { readonly cwd: string },
  onHead?: (document: BilingualDocument) => void,
): FindingsReader {
  const plan = createRulePlan({ ...options, inputs: [] })
  const includes = { base: new Map<string, BilingualDocument>(), head: new Map<string, BilingualDocument>() }

  return (review, scanned, pair) => {
    if (!review.units.some(hasNewTexts)) return review
    // Locales share the parsed body of a document, and so do versions whose source and skeleton are equal.
    const bodies = new Map<string, ParsedBody>()
    const texts = changedTexts(review.units, scanned)
    const added = findingsOf(head, 'head', scanned.current, pair.current, texts, bodies)
    const solved = findingsOf(base, 'base', scanned.old, pair.old, texts, bodies)
    if (added.size === 0 && solved.size === 0) return review
    return { ...review, units: withFindings(review.units, scanned, { added, solved }) }
  }

  function findingsOf(
    { resolve }: Snapshot,
    side: 'base' | 'head',
    scanned: ScannedDocument | undefined,
    document: SnapshotFile | undefined,
    texts: ReadonlySet<string>,
    bodies: Map<string, ParsedBody>,
  ): FindingsByUnit {
    if (!scanned || !document) return new Map()
    const { path, absolute, folderLocale } = document
    const file = new VFile({ path, cwd: options.cwd, value: scanned.text })
    const expected = folderLocale ?? options.targetLocale
    const starts = new Set(scanned.units.flatMap((unit) => (texts.has(textsOf(unit)) ? unit.start : [])))
    attempt(file, 'checked', () => {
      const parsed = parseDocument(file, {
        path,
        resolve,
        includes: includes[side],
        bodies,
        full: false,
        ...(options.sourceLocale !== undefined && { sourceLocale: options.sourceLocale }),
        ...(expected !== undefined && { targetLocale: expected }),
      })
      if (side === 'head') onHead?.(parsed)
      const input = { root: '', path, absolute, fragment: false }
      runRules(parsed, file, {
        ...plan.rulesFor(input, parsed.targetLocale),
        isWanted: ({ place }) => starts.has(place[0]),
        ...(expected !== undefined && { expectedLocale: expected }),
      })
    })
    return byUnit(file.messages, scanned)
  }
}

function hasNewTexts({ texts, headline }: UnitReview): boolean {
  return texts !== undefined && headline !== 'moved'
}

/**
 * Texts of the changed units of both versions. Units elsewhere with equal texts have the same findings, which
 * are then not new.
 */
function changedTexts(units: readonly UnitReview[], { old, current }: ScannedPair): ReadonlySet<string> {
  const [nextOld, nextCurrent] = [placesOf(old), placesOf(current)]
  const texts = new Set<string>()
  for (const unit of units) {
    const indexes = { current: unit.newIds.map(nextCurrent), old: unit.oldIds.map(nextOld) }
    if (!hasNewTexts(unit)) continue
    for (const at of indexes.current) texts.add(textsOf(current!.units[at]!))
    for (const at of indexes.old) texts.add(textsOf(old!.units[at]!))
  }
  return texts
}

/** Both texts of a unit, as fingerprints of findings distinguish them. */
function textsOf({ source, target }: ScannedUnit): string {
  return JSON.stringify([source && foldSpace(source), target && foldSpace(target)])
}

/** Groups findings by the unit that they start in; findings outside units are not about a translation. */
function byUnit(messages: readonly VFileMessage[], { units }: ScannedDocument): FindingsByUnit {
  const found = new Map<number, Identified[]>()
  for (const message of messages) {
    const offset = offsetOf(message)
    const at = offset === undefined ? -1 : unitAt(units, offset)
    if (at < 0) continue
    const identified = {
      finding: toFinding(message),
      key: `${message.ruleId} ${stableReason(message.reason)}`,
    }
    const all = found.get(at)
    if (all) all.push(identified)
    else found.set(at, [identified])
  }
  return found
}

/** Index of the innermost unit at an offset, or -1. */
function unitAt(units: ScannedDocument['units'], offset: number): number {
  const last = lastBefore(units, offset, ({ start }) => start)
  // Units before it can be nested in the one around the offset.
  const first = Math.max(0, last + 1 - MOST_NESTED)
  for (let at = last; at >= first; at--) if (offset < units[at]!.end) return at
  return -1
}

function toFinding(message: VFileMessage): ReviewFinding {
  const { ruleId = '', reason, line, column, fingerprint = '' } = message
  return {
    rule: ruleId,
    severity: severityOf(message),
    reason: ` ${reason}`.slice(1),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    fingerprint,
  }
}

function withFindings(
  units: readonly UnitReview[],
  { old, current }: ScannedPair,
  { added, solved }: { readonly added: FindingsByUnit; readonly solved: FindingsByUnit },
): readonly UnitReview[] {
  // A finding of equal texts elsewhere in the old version is not new.
  const known = new Set([...solved.values()].flat().map(({ finding }) => finding.fingerprint))
  const still = new Set([...added.values()].flat().map(({ finding }) => finding.fingerprint))
  const [nextOld, nextCurrent] = [placesOf(old), placesOf(current)]
  return units.map((unit) => {
    const after = unit.newIds.flatMap((id) => added.get(nextCurrent(id)) ?? [])
    const before = unit.oldIds.flatMap((id) => solved.get(nextOld(id)) ?? [])
    if (!hasNewTexts(unit) || (after.length === 0 && before.length === 0)) return unit
    const gained = without(after, before).filter(({ finding }) => !known.has(finding.fingerprint))
    const lost = without(before, after).filter(({ finding }) => !still.has(finding.fingerprint))
    if (gained.length === 0 && lost.length === 0) return unit
    const list = (all: readonly Identified[]) => all.map(({ finding }) => finding)
    return { ...unit, findings: { added: list(gained), solved: list(lost) } }
  })
}

/** Findings whose rule and reason the other version does not have, each counted once. */
function without(all: readonly Identified[], others: readonly Identified[]): readonly Identified[] {
  const counts = new Map<string, number>()
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1)
  return all.filter(({ key }) => {
    const left = counts.get(key) ?? 0
    counts.set(key, left - 1)
    return left <= 0
  })
}

/** Returns a function that finds the index of a unit by its id: of an id that several have, each in its turn. */
function placesOf(document: ScannedDocument | undefined): (id: string) => number {
  const places = new Map<string, number[]>()
  for (const [at, { id }] of (document?.units ?? []).entries()) {
    const all = places.get(id)
    if (all) all.push(at)
    else places.set(id, [at])
  }
  return (id) => {
    const all = places.get(id) ?? []
    return (all.length > 1 ? all.shift() : all[0]) ?? -1
  }
}
