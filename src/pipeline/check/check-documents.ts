import type { VFile } from 'vfile'
import { storeFile } from '../../model/findings/stored-message.ts'
import type { Input } from '../../read/input.ts'
import type { CheckedDocument } from '../document/finished-document.ts'
import { listingOf } from '../listing-of.ts'
import type { CheckResult, CheckRunOptions } from '../options.ts'
import { type Run, runDocuments } from '../run-documents.ts'
import { createFixer } from './fix-documents.ts'

/**
 * Reads and checks documents, and repairs them if `fix` is set.
 *
 * @param only the inputs to report on and to repair. Default: all.
 */
export async function checkDocuments(
  run: Run,
  options: CheckRunOptions & { readonly cwd: string },
  only?: ReadonlySet<Input>,
): Promise<CheckResult> {
  const isWanted = (input: Input) => only?.has(input) ?? true
  const fixer = options.fix && createFixer(options.fix, isWanted)
  const { result, groups, asked, others } = await runDocuments(run, options, {
    visit: fixer?.visit,
    // Cached documents have no text to repair.
    canStay: (_, { inputs }) => !(fixer && inputs.some(isWanted)),
  })
  const shown = only ? narrow(result, run, groups, only) : result
  if (fixer) return { ...shown, fixed: fixer.fixed() }
  options.onStage?.('keep')
  run.cache?.keep({
    groups: groups.map((group) => ({
      ...group,
      listing: listingOf(group, () => new Map()),
      outputs: [],
      assets: [],
    })),
    asked,
    shared: [],
    copied: [],
    index: { hash: '', outputs: [] },
    site: { key: run.cache.siteKey, hashes: {} },
    suppressed: result.suppressed,
    others: others.map(storeFile),
    printed: [],
    locales: [],
  })
  return shown
}

/** The result for some of the inputs; suppressed findings count with those of the other locales of a document. */
function narrow(
  result: CheckResult,
  { found }: Run,
  groups: readonly CheckedDocument[],
  only: ReadonlySet<Input>,
): CheckResult {
  const counts = { documents: 0, units: 0 }
  const files: VFile[] = []
  let suppressed = 0
  for (const { group, files: own, result: made } of groups) {
    const wanted = group.inputs.flatMap((input, at) => (only.has(input) ? at : []))
    if (wanted.length > 0) suppressed += made.suppressions.count
    for (const at of wanted) {
      const { document } = made.members[at]!
      files.push(own[at]!)
      counts.documents += document ? 1 : 0
      counts.units += document?.units ?? 0
    }
  }
  return { ...result, files: [...files, ...found.problems], counts, suppressed }
}
