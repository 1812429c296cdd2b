import type { BaselineEntry } from '../model/findings/baseline.ts'
import type { BaselineResult, CheckResult } from '../pipeline/options.ts'
import { countOf, numberOf } from '../util/count-of.ts'

/** Maximum number of fixed findings to list. */
const LISTED = 20

/** Describes what a report leaves out and why, as lines for a person; empty if it leaves out nothing. */
export function hiddenFindings(
  { suppressed, baseline, unchanged = 0 }: CheckResult,
  names: { readonly baseline?: string | undefined; readonly changedSince?: string | undefined },
): readonly string[] {
  return [
    ...(suppressed > 0 ? [`${countOf(suppressed, 'finding')} suppressed.`] : []),
    ...(baseline ? linesOfBaseline(baseline, names.baseline ?? 'the baseline') : []),
    ...(unchanged > 0
      ? [`${countOf(unchanged, 'finding')} in documents that did not change since ${names.changedSince}.`]
      : []),
  ]
}

function linesOfBaseline({ known, added, fixed, updated }: BaselineResult, name: string): readonly string[] {
  const gone = fixed.reduce((sum, { count }) => sum + count, 0)
  if (updated) {
    return [
      `${name} contains ${countOf(known + added, 'finding')}: ${numberOf(added)} new, ${numberOf(gone)} fixed and dropped.`,
      ...listed(fixed),
    ]
  }
  return [
    ...(known > 0 ? [`${countOf(known, 'finding')} known from ${name}.`] : []),
    ...(gone > 0
      ? [`${countOf(gone, 'finding')} of ${name} fixed: drop them with --update-baseline.`, ...listed(fixed)]
      : []),
  ]
}

function listed(fixed: readonly BaselineEntry[]): readonly string[] {
  const lines = fixed
    .slice(0, LISTED)
    .map(
      ({ path, rule, reason, count }) =>
        `  fixed: ${path}  ${rule}  ${reason}${count > 1 ? ` (${count} times)` : ''}`,
    )
  return fixed.length > LISTED ? [...lines, `  … and ${fixed.length - LISTED} more`] : lines
}
