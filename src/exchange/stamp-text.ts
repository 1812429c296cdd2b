import type { UnitStamp } from './exchange-file.ts'

/** Pattern of a written stamp, with groups for its hashes. */
export const STAMP = /source:([\da-f]+) target:([\da-f]+)/

const ALONE = new RegExp(`^\\s*${STAMP.source}\\s*$`)

/** Writes a stamp as text. Its hashes have names, because a hash alone may look like a number: 123e4567. */
export function writeStamp({ source, target }: UnitStamp): string {
  return `source:${source} target:${target}`
}

/** Reads what {@link writeStamp} wrote; `undefined` if it is something else. */
export function readStamp(text: string): UnitStamp | undefined {
  const [, source, target] = ALONE.exec(text) ?? []
  return source === undefined || target === undefined ? undefined : { source, target }
}
