import type { VFileMessage } from 'vfile-message'

/**
 * Compares messages by their start. Sorting is stable, so messages at the same place stay in the order of the
 * rules.
 */
export function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
