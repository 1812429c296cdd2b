import { createHash } from 'node:crypto'
import type { TranslationUnit } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import type { Finding } from './define-rule.ts'

/** The texts that a finding is about. */
export interface Subject {
  /** Markup of each side; `null` if the side is missing. */
  readonly source: string | null
  readonly target: string | null
  /** The source as plain text. */
  readonly sourceText: string | null
}

/** A finding's identity and the texts from which it is derived. */
export interface Identified {
  readonly rule: string
  /** The message's `fingerprint`. */
  readonly fingerprint: string
  /** The message's `sourceHash`; absent if there is no source text. */
  readonly sourceHash?: string
  /** Absent if the finding concerns no unit. */
  readonly subject?: Subject
}

/** Identities by texts, then by rule. */
const known = new WeakMap<Subject, Map<string, Identified>>()

/** Returns the texts of a unit. */
export function subjectOfUnit({ source, target }: Pick<TranslationUnit, 'source' | 'target'>): Subject {
  return {
    source: source?.markup ?? null,
    target: target?.markup ?? null,
    sourceText: source?.text ?? null,
  }
}

/**
 * Identifies a finding by its texts, so that it is recognized after a hand-off.
 *
 * @param subject texts of its unit, if it concerns one.
 * @param path of the document, for findings without a unit.
 */
export function identify(
  rule: string,
  finding: Pick<Finding, 'reason'>,
  subject: Subject | undefined,
  path: string,
): Identified {
  if (!subject) return { rule, fingerprint: hash(rule, stableReason(finding.reason), path) }
  // A unit can have a finding per word, all with the same fingerprint.
  const byRule = known.get(subject) ?? new Map<string, Identified>()
  known.set(subject, byRule)
  const before = byRule.get(rule)
  if (before) return before
  const { source, target, sourceText } = subject
  const identified = {
    rule,
    fingerprint: hash(rule, folded(source), folded(target)),
    ...(sourceText !== null && { sourceHash: sourceHashOf(sourceText) }),
    subject,
  }
  byRule.set(rule, identified)
  return identified
}

/** Hash of a source text; suppressions can refer to it. */
function sourceHashOf(text: string): string {
  return hash(foldSpace(text))
}

/** Removes unit ids and position numbers from a reason, since they change with each hand-off. */
export function stableReason(reason: string): string {
  return reason
    .replace(/\b[\da-z]+-p?\d+(?:~\d+)?(?=`)/gi, '…')
    .replace(/\b((?:row|column|line|table|cell|unit|item|byte)s?) \d+(?:(?:, | and |–)\d+)*/gi, '$1 …')
}

function folded(text: string | null): string | null {
  return text === null ? null : foldSpace(text)
}

/** JSON keeps the parts apart. */
function hash(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
