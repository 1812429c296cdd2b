import { dirname, resolve } from 'node:path'
import { statsOf } from '../../read/files/inside.ts'
import type { Input } from '../../read/input.ts'
import { stateOf } from '../../review/decisions/state-of.ts'
import { keyOfUnits } from '../../review/decisions/unit-keys.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { DecisionFile } from '../../review/types/decisions.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { decisionFolder } from '../review/decide-review.ts'
import { localesDecidedIn, readDecisions } from '../review/decision-files.ts'
import type { ExportOptions } from './exchange-options.ts'
import { pathBelow } from './path-below.ts'

/**
 * Returns a function that finds the units of a document that reviewers approved, by the offset of their first delimiter. A decision names
 * its document relative to the working folder, if revisions were reviewed, else to the reviewed folder: the root of the document or one
 * of the inputs.
 *
 * @throws {UserError} if a file of decisions cannot be read.
 */
export function createApprovals(
  options: Pick<ExportOptions, 'inputs' | 'decisions'> & { readonly cwd: string },
): (input: Input, locale: string, text: string) => ReadonlySet<number> {
  const { cwd, inputs } = options
  const named = inputs.map((each) => resolve(cwd, each))
  const folders = [cwd, ...named.map((path) => (statsOf(path)?.isDirectory() ? path : dirname(path)))]
  const folder = decisionFolder(options)
  const approvedIn = new Map(
    localesDecidedIn(folder).map((locale) => [locale, approvedPaths(readDecisions(folder, locale, cwd))]),
  )
  return (input, locale, text) => {
    const found = new Set<number>()
    const byPath = approvedIn.get(locale)
    if (!byPath) return found
    const paths = new Set(
      [...folders, input.root].flatMap((folder) => pathBelow(folder, input.absolute) ?? []),
    )
    for (const path of paths) {
      const keys = new Set(byPath.get(path))
      if (keys.size === 0) continue
      const scanned = scanDocument(text)
      for (const [at, key] of keyOfUnits(path, scanned).entries())
        if (keys.has(key)) found.add(scanned.units[at]!.start)
    }
    return found
  }
}

/** Keys of approved units by path. */
function approvedPaths({ decisions }: DecisionFile): ReadonlyMap<string, readonly string[]> {
  const approved = [...groupBy(decisions, ({ key }) => key)].filter(([, own]) => stateOf(own) === 'approved')
  const byPath = groupBy(approved, ([, [first]]) => first!.path)
  return new Map([...byPath].map(([path, own]) => [path, own.map(([key]) => key)]))
}
