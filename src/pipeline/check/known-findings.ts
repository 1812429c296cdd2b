import { dirname, relative, resolve } from 'node:path'
import type { BaselineEntry } from '../../model/findings/baseline.ts'
import { readBaseline } from '../../read/config/read-baseline.ts'
import { type ChangedFiles, changedFiles } from '../../read/files/changed-files.ts'
import { statsOf } from '../../read/files/inside.ts'
import type { Input } from '../../read/input.ts'
import { pathForPeople } from '../../read/path-for-people.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { UserError } from '../../util/user-error.ts'
import { compareWithBaseline } from '../../validate/engine/baseline.ts'
import { candidates } from '../../validate/engine/docset-paths.ts'
import { writeBaseline } from '../../write/write-baseline.ts'
import type { BaselineResult, CheckResult, CheckRunOptions } from '../options.ts'

/**
 * Returns a function that removes known findings (those in the baseline) and findings in unchanged documents
 * from a result. Reads the baseline and the revision at once, so that a wrong path or revision fails before
 * the documents are checked.
 *
 * @throws {UserError} if the baseline or the revision cannot be read.
 */
export function findingFilter(
  inputs: readonly Input[],
  options: CheckRunOptions & { readonly cwd: string },
): (result: CheckResult) => CheckResult {
  const { baseline, changedSince } = options
  const known = baseline === undefined ? undefined : openBaseline(resolve(options.cwd, baseline), options)
  const changed = changedSince === undefined ? undefined : changedFiles(inputs, changedSince)
  if (options.updateBaseline && !known) {
    throw new UserError('There is no baseline to update', 'Name its file with --baseline.')
  }
  return (result) => {
    const compared = known ? { ...result, baseline: known(result) } : result
    return changed
      ? { ...compared, unchanged: dropUnchanged(compared, inputs, changed, options.cwd) }
      : compared
  }
}

/**
 * Reads the baseline; returns a function that compares a result with it, removes known findings, and updates
 * the file if `updateBaseline` is set.
 */
function openBaseline(
  path: string,
  { cwd, updateBaseline = false }: CheckRunOptions & { readonly cwd: string },
): (result: CheckResult) => BaselineResult {
  const entries: readonly BaselineEntry[] | undefined = readBaseline(path, cwd)
  if (!entries && !updateBaseline) {
    const name = pathForPeople(path, cwd)
    throw new UserError(`There is no baseline ${name}`, `Make it with --baseline ${name} --update-baseline.`)
  }
  const folder = dirname(path)
  return ({ files }) => {
    const named = files.map((file) => ({ file, path: toPosix(relative(folder, resolve(cwd, file.path))) }))
    const isThere = (document: string) => statsOf(resolve(folder, document)) !== undefined
    const { known, fresh, fixed, updated } = compareWithBaseline(named, entries ?? [], isThere)
    for (const file of files) {
      file.messages = file.messages.filter(
        (message) => message.fingerprint === undefined || (fresh.has(message) && !updateBaseline),
      )
    }
    if (updateBaseline) writeBaseline(path, updated)
    return { known, added: fresh.size, fixed, updated: updateBaseline }
  }
}

/**
 * Removes the findings of unchanged documents, but for those about links to files that changed or are gone; returns their
 * number.
 */
function dropUnchanged(
  { files }: CheckResult,
  inputs: readonly Input[],
  changed: ChangedFiles,
  cwd: string,
): number {
  const unchanged = new Map(
    inputs.flatMap((input) => (changed.has(input.absolute) ? [] : [[input.absolute, input]])),
  )
  let count = 0
  for (const file of files) {
    const input = unchanged.get(resolve(cwd, file.path))
    if (!input) continue
    const kept = file.messages.filter(
      ({ linkedFile }) =>
        linkedFile !== undefined &&
        candidates(linkedFile).some((path) => changed.has(resolve(input.root, path))),
    )
    count += file.messages.length - kept.length
    file.messages = kept
  }
  return count
}
