import { LENGTH_BANDS } from '../data/length-bands.ts'
import { DEFAULT_BAND, type LengthBand, SCRIPT_BANDS } from '../data/script-bands.ts'
import type { Pair } from '../literals/sound-pairs.ts'
import { languageOf, scriptOf } from './language-of.ts'
import { isMeasured, LENGTH_CLASSES, lengthOf, lengthWithoutKept, lengthWithoutNames } from './length-of.ts'

/** The band of each length class; `undefined` if unknown. */
export function bandsOf(sourceLocale: string, targetLocale: string): readonly LengthBand[] | undefined {
  const learned = LENGTH_BANDS[`${languageOf(sourceLocale)}-${languageOf(targetLocale)}`]
  if (learned) return learned
  const [from, to] = [scriptOf(sourceLocale), scriptOf(targetLocale)]
  // The bands only apply to sources in alphabetic scripts.
  if (!from || !to || SCRIPT_BANDS[from]) return undefined
  const band = SCRIPT_BANDS[to] ?? DEFAULT_BAND
  return LENGTH_CLASSES.map(() => band)
}

/** A translation whose length is outside of the usual range. */
export interface UnusualLength {
  readonly isShort: boolean
  /** Lengths in characters. */
  readonly from: number
  readonly to: number
  readonly band: LengthBand
}

/** From this length of source text on, a translation shorter than this share of what is usual in its document has lost a part. */
const LONG = 160
const CUT = 0.52

/**
 * Compares the length of a translation into a locale with the usual range; `undefined` if it is inside.
 *
 * @param usual the ratio that is usual in the document.
 */
export function unusualLength(
  { unit, source, target }: Pair,
  bands: readonly LengthBand[],
  targetLocale: string,
  usual: number,
): UnusualLength | undefined {
  if (!isMeasured(unit, source, target)) return undefined
  const [from, to] = [lengthOf(source), lengthOf(target)]
  const learned = bands[LENGTH_CLASSES.findLastIndex((least) => from >= least)]
  if (!learned) return undefined
  const band: LengthBand = from >= LONG ? [Math.max(learned[0], usual * CUT), learned[1]] : learned
  if (to >= from * band[0] && to <= from * band[1]) return undefined
  const isShort = to < from * band[0]
  if (isShort && (from < ENOUGH || to >= lengthWithoutNames(source) * band[0])) return undefined
  if (!isShort && scriptOf(targetLocale) !== 'Latn' && lengthWithoutKept(source, target) <= from * band[1])
    return undefined
  return { isShort, from, to, band }
}

/** Minimum length of source text to report a short translation: a name of three words is often one word in German. */
const ENOUGH = 40

/** Minimum number of units of a document to know the ratio that is usual in it. */
const MANY = 20

/** The ratio of the length of a translation to that of its source that is usual in a document, else in its languages. */
export function usualRatio(pairs: readonly Pair[], bands: readonly LengthBand[]): number {
  const ratios: number[] = []
  for (const { unit, source, target } of pairs) {
    if (!isMeasured(unit, source, target)) continue
    const length = lengthOf(source)
    // A unit of code only has none.
    if (length > 0) ratios.push(lengthOf(target) / length)
  }
  if (ratios.length >= MANY) return ratios.sort((a, b) => a - b)[ratios.length >> 1]!
  const [least, most] = bands.at(-1)!
  return Math.sqrt(least * most)
}
