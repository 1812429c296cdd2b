import type { Segment } from '../../model/unit.ts'
import { inlineCodes } from '../literals/inline-codes.ts'

/** Code on one side only; repeated code is listed once per surplus occurrence. */
export interface CodeDifference {
  /** Code in the source that the target lacks. */
  readonly missing: readonly string[]
  /** Code in the target that the source lacks. */
  readonly extra: readonly string[]
}

const NONE: CodeDifference = { missing: [], extra: [] }

/** Compares the code on the two sides of a unit, ignoring order and the amount of white space. */
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
