import type { Element } from 'hast'

/** Key of the unit of a segment; `undefined` for other elements. */
export function segmentKey({ properties: { dataTtuId }, data }: Element): string | undefined {
  return typeof dataTtuId === 'string' ? (data?.unit ?? dataTtuId) : undefined
}
