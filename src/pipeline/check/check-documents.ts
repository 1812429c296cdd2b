import { storeFile } from '../../model/findings/stored-message.ts'
import { listingOf } from '../listing-of.ts'
import type { CheckResult, CheckRunOptions } from '../options.ts'
import { type Run, runDocuments } from '../run-documents.ts'
import { createFixer } from './fix-documents.ts'

/** Reads and checks documents, and repairs them if `fix` is set. */
export async function checkDocuments(
  run: Run,
  options: CheckRunOptions & { readonly cwd: string },
): Promise<CheckResult> {
  const fixer = options.fix && createFixer(options.fix)
  const { result, groups, asked, others } = await runDocuments(run, options, { visit: fixer?.visit })
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
  return fixer ? { ...result, fixed: fixer.fixed() } : result
}
