/** The usual ratio of the length of a translation to that of its source text: the least and the most. */
export type LengthBand = readonly [least: number, most: number]

/**
 * For pairs of languages that were not learned, by the script that the target is written in (ISO 15924), where the source is written in
 * letters. Not measured: wide on purpose, so that only what is cut off or has another text added is outside.
 */
export const SCRIPT_BANDS: Readonly<Record<string, LengthBand>> = {
  Hans: [0.12, 1.2],
  Hant: [0.12, 1.2],
  Jpan: [0.16, 1.6],
  Kore: [0.2, 1.6],
  Arab: [0.35, 2.6],
  Hebr: [0.35, 2.4],
  Thai: [0.4, 2.8],
}

/** For all others. */
export const DEFAULT_BAND: LengthBand = [0.45, 3]
