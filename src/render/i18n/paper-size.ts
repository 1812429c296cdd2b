import type { PaperSize } from '../../model/build/paper.ts'
import { toLocale } from './locale-chain.ts'

/** Regions whose paper is US Letter (CLDR, supplemental data, `paperSize`); everywhere else it is A4. */
const LETTER_REGIONS = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The paper that a locale is printed on: what the settings tell, else that of its region. */
export function paperOf(locale: string, told?: PaperSize): PaperSize {
  if (told) return told
  const region = toLocale(locale)?.maximize().region
  return region && LETTER_REGIONS.has(region) ? 'letter' : 'a4'
}
