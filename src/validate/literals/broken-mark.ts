import type { Segment, StructureHazard } from '../../model/unit.ts'
import type { InlineKind } from './inline-codes.ts'

/** The marks of which each kind of inline markup is made. */
const marks: Readonly<Partial<Record<InlineKind, RegExp>>> = {
  link: /^(?:\[|\]\(?)$/,
  image: /^(?:!?\[|\]\(?)$/,
  code: /^`+$/,
}

/** The first mark of a kind that has lost its partner on one side of a unit and not on the other. */
export function brokenMark(one: Segment, other: Segment, kind: InlineKind): StructureHazard | undefined {
  const pattern = marks[kind]
  if (!pattern) return undefined
  const broken = (segment: Segment) =>
    (segment.structure ?? []).filter(({ type, actual }) => type === 'unclosed' && pattern.test(actual))
  const [found, others] = [broken(one), broken(other)]
  return found.length > others.length ? found[0] : undefined
}
