import type { UnitStamp } from './exchange-file.ts'
import { STAMP, writeStamp } from './stamp-text.ts'

/** What the attribute `extradata` of a unit says; translation tools keep it as it is (XLIFF 1.2, section 2.2.3). */
export interface Extradata {
  readonly stamp: UnitStamp
  /** Whether the unit is for reading only. */
  readonly isLocked: boolean
  /** Whether its target is a copy of its source, for tools that show the target as the text to translate. */
  readonly isCopy: boolean
}

const EXTRADATA = new RegExp(`^\\s*${STAMP.source}( locked)?( copy)?\\s*$`)

/** Writes the value of `extradata`. */
export function writeExtradata({ stamp, isLocked, isCopy }: Extradata): string {
  return `${writeStamp(stamp)}${isLocked ? ' locked' : ''}${isCopy ? ' copy' : ''}`
}

/** Reads what {@link writeExtradata} wrote; `undefined` if it is something else. */
export function readExtradata(text: string): Extradata | undefined {
  const [, source, target, locked, copy] = EXTRADATA.exec(text) ?? []
  if (source === undefined || target === undefined) return undefined
  return { stamp: { source, target }, isLocked: locked !== undefined, isCopy: copy !== undefined }
}
