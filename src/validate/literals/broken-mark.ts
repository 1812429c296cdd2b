import type { Segment, StructureHazard } from '../../model/unit.ts'
import type { InlineKind } from './inline-codes.ts'

/** The delimiters of each kind of inline markup. */
const marks: Readonly<Partial<Record<InlineKind, RegExp>>> = {
  link: /^(?:\[|\]\(?)$/,
  image: /^(?:!?\[|\]\(?)$/,
  code: /^`+$/,
}

/** Finds the first delimiter of a kind without a partner, if one side has more of them than the other. */
export function brokenMark(one: Segment, other: Segment, kind: InlineKind): StructureHazard | undefined {
  const pattern = marks[kind]
  if (!pattern) return undefined
  const broken = (segment: Segment) =>
    (segment.structure ?? []).filter(({ type, actual }) => type === 'unclosed' && pattern.test(actual))
  const [found, others] = [broken(one), broken(other)]
  return found.length > others.length ? found[0] : undefined
}
