import { join } from 'node:path'
import { linesOf, positionOf } from '../../model/place.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { readIfThere } from '../../read/read-if-there.ts'
import { DecisionsError, parseDecisions } from '../../review/decisions/parse-decisions.ts'
import type { DecisionFile } from '../../review/types/decisions.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { UserError } from '../../util/user-error.ts'

/** What follows the locale in the name of a file of decisions. */
export const DECISIONS_SUFFIX = '.review.json'

/** Absolute path of the file of a locale. */
export function decisionPath(folder: string, locale: string): string {
  // A tag has letters, digits and hyphens only.
  if (canonicalLocale(locale) === undefined) throw new UserError(`${locale} is not a BCP 47 tag`)
  return join(folder, locale + DECISIONS_SUFFIX)
}

/**
 * Reads the decisions of a locale; an empty list if there is no file.
 *
 * @param folder absolute path.
 * @throws {UserError} if the file cannot be read or is not one of decisions of this locale.
 */
export function readDecisions(folder: string, locale: string, cwd: string): DecisionFile {
  const path = decisionPath(folder, locale)
  const file = readDecisionFile(path, cwd)
  if (!file) return { type: 'decisions', version: 1, locale, decisions: [] }
  if (file.locale === locale) return file
  throw new UserError(
    `Cannot read the decisions ${pathForPeople(path, cwd)}: they are on ${file.locale}`,
    `Name the file ${file.locale}${DECISIONS_SUFFIX}, or correct the locale in it.`,
  )
}

/**
 * Reads a file of decisions; `undefined` if it does not exist.
 *
 * @param path absolute.
 * @throws {UserError} if it cannot be read or is not one.
 */
export function readDecisionFile(path: string, cwd: string): DecisionFile | undefined {
  const shown = pathForPeople(path, cwd)
  let text: string | undefined
  try {
    text = readIfThere(path)
    return text === undefined ? undefined : parseDecisions(text)
  } catch (error) {
    const isKnown = error instanceof DecisionsError
    const place = isKnown && error.offset !== undefined ? placeOf(text ?? '', error.offset) : ''
    throw new UserError(
      `Cannot read the decisions ${shown}${place}: ${reasonOf(error)}`,
      isKnown ? error.hint : undefined,
    )
  }
}

function placeOf(text: string, offset: number): string {
  const { line, column } = positionOf({ lines: linesOf(text) }, offset)
  return `, line ${line}, column ${column}`
}
