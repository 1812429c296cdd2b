import type { Segment } from '../../model/unit.ts'
import { inlineCodes } from '../literals/inline-codes.ts'

/** What code one side has and the other has not, each as often as it is too many. */
export interface CodeDifference {
  /** Code of the source that the target does not have. */
  readonly missing: readonly string[]
  /** Code of the target that the source does not have. */
  readonly extra: readonly string[]
}

const NONE: CodeDifference = { missing: [], extra: [] }

/** Compares the code of the two sides of a unit, in any order; white space at its ends and how much of it there is do not count. */
export function codeDifference(source: Segment, target: Segment): CodeDifference {
  if (!source.content && !target.content) return NONE
  const [expected, actual] = [inlineCodes(source).code, inlineCodes(target).code]
  if (expected.length === 0 && actual.length === 0) return NONE
  return { missing: without(expected, actual), extra: without(actual, expected) }
}

function without(these: readonly string[], those: readonly string[]): readonly string[] {
  const left = [...those]
  return these.filter((value) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
