import type { VFileMessage } from 'vfile-message'

/** Compares messages by where they begin. Sorting is stable, so messages of one place keep the order of the rules. */
export function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
