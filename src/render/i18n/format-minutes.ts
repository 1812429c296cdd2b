import { memoize } from '../../util/memoize.ts'
import { safeTag } from './locale-chain.ts'

const UNITS = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const

/** Formats minutes for a locale, in the largest unit that gives a whole number: `60` is `1 hr`, `90` is `90 min`. */
export function formatMinutes(locale: string, minutes: number): string {
  const [unit, size] = UNITS.find(([, each]) => minutes % each === 0) ?? ['second', 1 / 60]
  return formatOf(`${unit}\0${locale}`).format(Math.round(minutes / size))
}

const formatOf = memoize((key: string) => {
  const [unit, locale] = key.split('\0')
  return new Intl.NumberFormat(safeTag(locale!), { style: 'unit', unit: unit!, unitDisplay: 'short' })
})
