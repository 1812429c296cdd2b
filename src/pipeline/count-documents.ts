import { countCoverage } from '../join/count-coverage.ts'
import { joinDocuments } from '../join/join-documents.ts'
import type { ParsedDocument } from './document/parsed-document.ts'
import type { CheckOptions, StatusResult } from './options.ts'
import { type Run, runDocuments } from './run-documents.ts'

/** Reads and checks documents and counts how complete their translations are. */
export async function countDocuments(
  run: Run,
  options: CheckOptions & { readonly cwd: string },
): Promise<StatusResult> {
  const coverage = countCoverage(options.sourceLocale ?? 'en-US')
  const visit = ({ joined, members, docset }: ParsedDocument) => {
    // An include counts in the documents that include it, as readers see it.
    if (members.some(({ input }) => !input.fragment))
      coverage.add(joined ?? joinDocuments(members.map(({ document }) => document)), docset.roots.values())
  }
  const { result } = await runDocuments(run, options, { visit })
  return { ...result, report: coverage.report() }
}
