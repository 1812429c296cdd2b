import { type CoverageCount, countCoverage } from '../join/count-coverage.ts'
import { joinDocuments } from '../join/join-documents.ts'
import type { StatusReport } from '../model/findings/status.ts'
import type { ParsedDocument } from './document/parsed-document.ts'
import type { CheckOptions, StatusResult } from './options.ts'
import { type Run, runDocuments } from './run-documents.ts'

/** Reads and checks documents and counts how complete their translations are. */
export async function countDocuments(
  run: Run,
  options: CheckOptions & { readonly cwd: string },
): Promise<StatusResult> {
  const coverage = countCoverage(sourceLocaleOf(options))
  const { result } = await runDocuments(run, options, {
    visit: (parsed) => countDocument(coverage, parsed),
    take: ({ result: { status } }) => {
      if (status) coverage.addReport(status)
    },
  })
  return { ...result, report: coverage.report() }
}

/** Returns functions that count documents one by one: one to call with each, and one that returns the counts of the last. */
export function createDocumentCounter(options: CheckOptions): {
  readonly visit: (parsed: ParsedDocument) => void
  readonly take: () => StatusReport
} {
  let coverage = countCoverage(sourceLocaleOf(options))
  return {
    visit: (parsed) => countDocument(coverage, parsed),
    take() {
      const report = coverage.report()
      coverage = countCoverage(sourceLocaleOf(options))
      return report
    },
  }
}

function sourceLocaleOf({ sourceLocale = 'en-US' }: CheckOptions): string {
  return sourceLocale
}

function countDocument(coverage: CoverageCount, { joined, members, docset }: ParsedDocument): void {
  // An include counts in the documents that include it, as readers see it.
  if (members.some(({ input }) => !input.fragment))
    coverage.add(joined ?? joinDocuments(members.map(({ document }) => document)), docset.roots.values())
}
