import { type DifferencePart, difference } from '../../util/text/difference.ts'
import type { DocumentReview } from '../types/document-review.ts'
import type { RenderedRow } from '../types/review-page.ts'
import type { UnitReview } from '../types/unit-review.ts'

/** Lengths of the pieces of a text in turn: what stayed, what changed, what stayed, … */
type Lengths = readonly number[]

/** A changed unit in the data of the page: only what it shows. */
export interface PackedUnit
  extends Pick<
    UnitReview,
    'headline' | 'source' | 'target' | 'join' | 'line' | 'place' | 'heading' | 'signs'
  > {
  readonly key?: string
  readonly id: string
  readonly moved?: true
  /** Old source, new source, old target, new target: 0 for a new text that is the old one. */
  readonly texts: readonly (string | null | 0)[]
  /** Differences of the source and of the target: lengths of pieces of the old and the new text, or 0 without both. */
  readonly parts: readonly (readonly [old: Lengths, current: Lengths] | 0)[]
  readonly added?: readonly PackedFinding[]
  readonly solved?: readonly PackedFinding[]
}

type PackedFinding = readonly [rule: string, severity: string, reason: string]

/** A document in the data of the page: its changed units, and its rendered rows. */
export interface PackedDocument {
  readonly units: readonly PackedUnit[]
  readonly rows: readonly RenderedRow[]
}

/** Packs the changed units of a document. Differences come along, because word boundaries depend on the program that finds them. */
export function packDocument({ units }: DocumentReview, rows: readonly RenderedRow[]): PackedDocument {
  return { units: units.filter(({ texts }) => texts).map(packUnit), rows }
}

function packUnit(unit: UnitReview): PackedUnit {
  const { oldSource, newSource, oldTarget, newTarget } = unit.texts!
  const { headline, source, target, join, line, place, heading, signs, findings, moved } = unit
  const pack = (list: NonNullable<UnitReview['findings']>['added']) =>
    list.map(({ rule, severity, reason }): PackedFinding => [rule, severity, reason])
  return {
    ...(unit.key !== undefined && { key: unit.key }),
    id: unit.newIds[0] ?? unit.oldIds[0] ?? '',
    headline,
    source,
    target,
    join,
    ...(line !== undefined && { line }),
    ...(place !== undefined && { place }),
    ...(heading !== undefined && { heading }),
    ...(signs && { signs }),
    ...(moved && { moved }),
    texts: [...pair(oldSource, newSource), ...pair(oldTarget, newTarget)],
    parts: [partsOf(oldSource, newSource), partsOf(oldTarget, newTarget)],
    ...(findings && findings.added.length > 0 && { added: pack(findings.added) }),
    ...(findings && findings.solved.length > 0 && { solved: pack(findings.solved) }),
  }
}

function pair(before: string | null, after: string | null): readonly (string | null | 0)[] {
  return [before, before !== null && before === after ? 0 : after]
}

function partsOf(before: string | null, after: string | null): PackedUnit['parts'][number] {
  if (before === null || after === null || before === after) return 0
  const { actual, expected } = difference(before, after)
  return [lengthsOf(actual), lengthsOf(expected)]
}

function lengthsOf(parts: readonly DifferencePart[]): Lengths {
  return [...(parts[0]?.differs ? [0] : []), ...parts.map(({ text }) => text.length)]
}
