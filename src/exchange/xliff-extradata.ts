import type { UnitStamp } from './exchange-file.ts'

/** What the attribute `extradata` of a unit says; translation tools keep it as it is (XLIFF 1.2, section 2.2.3). */
export interface Extradata {
  readonly stamp: UnitStamp
  /** Whether the unit is for reading only. */
  readonly isLocked: boolean
  /** Whether its target is a copy of its source, for tools that show the target as the text to translate. */
  readonly isCopy: boolean
}

/** Writes the value of `extradata`. */
export function writeExtradata({ stamp, isLocked, isCopy }: Extradata): string {
  return `source:${stamp.source} target:${stamp.target}${isLocked ? ' locked' : ''}${isCopy ? ' copy' : ''}`
}

/** Reads what {@link writeExtradata} wrote; `undefined` if it is something else. */
export function readExtradata(text: string): Extradata | undefined {
  const [, source, target, locked, copy] =
    /^\s*source:([\da-f]+) target:([\da-f]+)( locked)?( copy)?\s*$/.exec(text) ?? []
  if (source === undefined || target === undefined) return undefined
  return { stamp: { source, target }, isLocked: locked !== undefined, isCopy: copy !== undefined }
}
