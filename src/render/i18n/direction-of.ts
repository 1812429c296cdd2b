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

/** The arrow that leads on in the writing direction of a locale; unlike brackets, arrows do not turn with the text around them. */
export function arrowIn(locale: string): '→' | '←' {
  return directionOf(locale) === 'rtl' ? '←' : '→'
}
