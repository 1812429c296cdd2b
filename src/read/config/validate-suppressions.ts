import type { Suppression } from '../../model/findings/suppression.ts'
import { suggest } from '../../util/suggest.ts'
import { UserError } from '../../util/user-error.ts'
import { describe } from './describe.ts'

const KEYS = ['rule', 'source', 'files', 'reason']

/**
 * Checks that values are suppressions.
 *
 * @param file where they come from, for the message.
 * @throws {UserError} that names the first one that is not, and what it lacks.
 */
export function validateSuppressions(values: readonly unknown[], file: string): readonly Suppression[] {
  return values.map((value, at) => {
    const problem = problemOf(value)
    if (problem)
      throw new UserError(`Unexpected ${problem.actual} in suppression ${at + 1} of ${file}`, problem.hint)
    return value as Suppression
  })
}

/** What is wrong with a value, and what to do. */
function problemOf(value: unknown): { readonly actual: string; readonly hint: string } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { actual: describe(value), hint: 'A suppression is an object: { rule, source, reason, files }.' }
  }
  const fields: Readonly<Record<string, unknown>> = { ...value }
  const unknown = Object.keys(fields).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) {
    const meant = suggest(unknown, KEYS)
    return {
      actual: `key ${unknown}`,
      hint: meant ? `Did you mean ${meant}?` : `The keys are: ${KEYS.join(', ')}.`,
    }
  }
  if (!isText(fields.rule))
    return { actual: `rule ${describe(fields.rule)}`, hint: 'Name the rule by its id.' }
  if (!isText(fields.source)) {
    return {
      actual: `source ${describe(fields.source)}`,
      hint: 'Give the exact source text of the unit, or the fingerprint of the finding.',
    }
  }
  if (!isText(fields.reason)) {
    return {
      actual: `reason ${describe(fields.reason)}`,
      hint: 'Say why the finding is no fault: each suppression needs a reason.',
    }
  }
  const { files } = fields
  if (files !== undefined && !(Array.isArray(files) && files.length > 0 && files.every(isText))) {
    return { actual: `files ${describe(files)}`, hint: 'Give a list of globs.' }
  }
  return undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
