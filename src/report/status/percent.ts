import type { LocaleStatus, StatusCounts } from '../../model/findings/status.ts'

/** Replaces the share of an empty whole. */
export const NO_SHARE = '–'

/**
 * Formats a share from 0 to 1 as a percentage, rounded down to 0 or 1 decimals: only 1 is `100%`.
 *
 * A share that is not a finite number, such as that of an empty whole, is a dash.
 */
export function percent(coverage: number, decimals: 0 | 1 = 1): string {
  if (!Number.isFinite(coverage)) return NO_SHARE
  if (coverage >= 1) return '100%'
  // The small addend corrects shares with four digits, such as 0.57, that are slightly less in binary.
  const tenThousandths = Math.min(9999, Math.floor(Math.max(0, coverage) * 10_000 + 1e-6))
  const share = decimals === 0 ? Math.floor(tenThousandths / 100) : Math.floor(tenThousandths / 10) / 10
  return `${share.toFixed(decimals)}%`
}

/** The coverage of a locale as a percentage; a dash if there are no units to translate, or no such locale. */
export function percentOf(status: LocaleStatus | undefined): string {
  return percent(status && sumOf(status.units) > 0 ? status.coverage : Number.NaN)
}

/** Sum of all parts. */
export function sumOf({ translated, stale, missing }: StatusCounts): number {
  return translated + stale + missing
}
