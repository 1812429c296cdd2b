import type { BilingualDocument } from './document.ts'

/** Whether a document has no units, not even included or damaged ones: it is in one language. */
export function isMonolingual({ order, includedUnits, strays }: BilingualDocument): boolean {
  return order.length === 0 && strays.length === 0 && Object.keys(includedUnits).length === 0
}
