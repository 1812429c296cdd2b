import type { PaperSize } from '../../model/build/paper.ts'
import { toLocale } from './locale-chain.ts'

/** Regions that use US Letter (CLDR, supplemental data, `paperSize`); all others use A4. */
const LETTER_REGIONS = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** Paper for a locale: the configured size, else that of its region. */
export function paperOf(locale: string, configured?: PaperSize): PaperSize {
  if (configured) return configured
  const region = toLocale(locale)?.maximize().region
  return region && LETTER_REGIONS.has(region) ? 'letter' : 'a4'
}
