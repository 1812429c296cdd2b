import { join } from 'node:path'
import { linesOf, positionOf } from '../../model/place.ts'
import { stampOf } from '../../read/files/file-state.ts'
import { listFolder } from '../../read/list-folder.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { readIfThere } from '../../read/read-if-there.ts'
import { isFolder } from '../../read/snapshots/is-folder.ts'
import { formatDecisions } from '../../review/decisions/format-decisions.ts'
import { DecisionsError, parseDecisions } from '../../review/decisions/parse-decisions.ts'
import type { DecisionFile } from '../../review/types/decisions.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'
import { UserError } from '../../util/user-error.ts'
import { withLock } from '../../write/with-lock.ts'
import { writeReport } from '../../write/write-report.ts'

/** What follows the locale in the name of a file of decisions. */
export const DECISIONS_SUFFIX = '.review.json'

/** Locales that a folder has files of decisions of, sorted. */
export function localesDecidedIn(folder: string): readonly string[] {
  const names = isFolder(folder) ? listFolder(folder, DECISIONS_SUFFIX) : []
  // Others are copies, or are for something else.
  return names
    .map((name) => name.slice(0, -DECISIONS_SUFFIX.length))
    .filter((locale) => canonicalLocale(locale) !== undefined)
}

/** Files of decisions as this process wrote them last, by path. */
export type WrittenDecisions = Map<
  string,
  { readonly stamp: string | undefined; readonly file: DecisionFile }
>

/**
 * Changes the file of decisions of a locale: reads it, changes it and writes it, while no other process does.
 *
 * @param folder absolute path.
 * @param written where to keep the file, so that it need not be read again if nobody else writes it.
 * @throws {UserError} if it cannot be read or written.
 */
export function updateDecisions(
  folder: string,
  locale: string,
  cwd: string,
  change: (file: DecisionFile) => DecisionFile,
  written?: WrittenDecisions,
): DecisionFile {
  const path = decisionPath(folder, locale)
  const update = () => {
    const known = written?.get(path)
    const isSame = known?.stamp !== undefined && stampOf(path) === known.stamp
    const file = change(isSame ? known.file : readDecisions(folder, locale, cwd))
    writeReport(path, [formatDecisions(file)])
    written?.set(path, { stamp: stampOf(path), file })
    return file
  }
  try {
    return withLock(path, update)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`Cannot write ${pathForPeople(path, cwd)}: ${reasonOf(error)}`)
  }
}

/** Absolute path of the file of a locale. */
function decisionPath(folder: string, locale: string): string {
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
