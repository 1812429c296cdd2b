import { memoize } from '../../util/memoize.ts'
import { toLocale } from './locale-chain.ts'

/** Scripts written from right to left (Unicode Standard, chapter 9 and table 4-2). */
const RTL_SCRIPTS = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
])

/** Writing direction of a locale, according to its likely script. */
export const directionOf: (locale: string) => 'ltr' | 'rtl' = memoize((locale: string) => {
  const script = toLocale(locale)?.maximize().script
  return script && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr'
})
