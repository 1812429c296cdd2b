import type { LocaleStatus, StatusCounts } from '../../model/findings/status.ts'

/** What stands in place of a share of nothing. */
export const NO_SHARE = '–'

/**
 * A share from 0 to 1 as a percentage, rounded down to 0 or 1 decimals: only 1 is `100%`, with and without decimals.
 *
 * A share that is no number, such as that of nothing, is a dash.
 */
export function percent(coverage: number, decimals: 0 | 1 = 1): string {
  if (!Number.isFinite(coverage)) return NO_SHARE
  if (coverage >= 1) return '100%'
  // The small number makes up for shares with four digits, such as 0.57, that are a little less than that in binary.
  const tenThousandths = Math.min(9999, Math.floor(Math.max(0, coverage) * 10_000 + 1e-6))
  const share = decimals === 0 ? Math.floor(tenThousandths / 100) : Math.floor(tenThousandths / 10) / 10
  return `${share.toFixed(decimals)}%`
}

/** The coverage of a locale as a percentage; a dash where there is no unit to translate, or no such locale. */
export function percentOf(status: LocaleStatus | undefined): string {
  return percent(status && sumOf(status.units) > 0 ? status.coverage : Number.NaN)
}

/** Number of all parts together. */
export function sumOf({ translated, stale, missing }: StatusCounts): number {
  return translated + stale + missing
}
