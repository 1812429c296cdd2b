import { createHash } from 'node:crypto'
import type { TranslationUnit } from '../../model/unit.ts'
import { foldSpace } from '../../util/fold-space.ts'
import type { Finding } from './define-rule.ts'

/** What a finding is about, by its texts. */
export interface Subject {
  /** Each side's markup; `null` where there is none. */
  readonly source: string | null
  readonly target: string | null
  /** The source as plain text. */
  readonly sourceText: string | null
}

/** A finding's identity and the texts it comes from. */
export interface Identified {
  readonly rule: string
  /** As the message carries it. */
  readonly fingerprint: string
  /** As the message carries it; absent where there is no source text. */
  readonly sourceHash?: string
  /** Absent where it is about no unit. */
  readonly subject?: Subject
}

/** What was identified by its texts. */
const known = new WeakMap<Subject, Map<string, Identified>>()

/** The texts of a unit. */
export function subjectOfUnit({ source, target }: Pick<TranslationUnit, 'source' | 'target'>): Subject {
  return {
    source: source?.markup ?? null,
    target: target?.markup ?? null,
    sourceText: source?.text ?? null,
  }
}

/**
 * Identifies a finding by what it is about, so that it is known again after a hand-off.
 *
 * @param subject the texts of its unit, if it has one.
 * @param path of the document, for findings about no unit.
 */
export function identify(
  rule: string,
  finding: Pick<Finding, 'reason'>,
  subject: Subject | undefined,
  path: string,
): Identified {
  if (!subject) return { rule, fingerprint: hash(rule, stableReason(finding.reason), path) }
  // A unit may have as many findings as it has words, and all have the same fingerprint.
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

/** Hash of a source text, as suppressions name it. */
function sourceHashOf(text: string): string {
  return hash(foldSpace(text))
}

/** A reason without the ids of units and the numbers of places, which change with each hand-off. */
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
