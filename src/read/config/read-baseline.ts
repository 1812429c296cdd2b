import { existsSync } from 'node:fs'
import type { BaselineEntry } from '../../model/findings/baseline.ts'
import { isObject } from '../../util/data/is-object.ts'
import { parseJson } from '../../util/data/parse-json.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { MOST_BYTES, readText } from '../files/read-bytes.ts'
import { pathForPeople } from '../path-for-people.ts'

/**
 * Reads a baseline; `undefined` if the file does not exist.
 *
 * @param path absolute.
 * @param cwd absolute path of the folder that the path in errors is relative to.
 * @throws {UserError} if it cannot be read or is not a baseline.
 */
export function readBaseline(path: string, cwd: string): readonly BaselineEntry[] | undefined {
  if (!existsSync(path)) return undefined
  const shown = pathForPeople(path, cwd)
  let value: unknown
  try {
    value = parseJson(readText(path, { most: MOST_BYTES.list }))
  } catch (error) {
    throw new UserError(`Cannot read the baseline ${shown}: ${reasonOf(error)}`)
  }
  const findings = isObject(value) && value.version === 1 ? value.findings : undefined
  if (!Array.isArray(findings) || !findings.every(isEntry)) {
    throw new UserError(
      `Cannot read the baseline ${shown}: it is not one that this version of Lockstep wrote`,
      'Make it anew: remove the file and run with --update-baseline.',
    )
  }
  return findings
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isObject(value) &&
    [value.fingerprint, value.rule, value.path, value.reason].every((field) => typeof field === 'string') &&
    Number.isInteger(value.count) &&
    (value.count as number) > 0
  )
}
