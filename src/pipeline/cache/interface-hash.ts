import { hashOf } from '../../util/hash-of.ts'
import type { GroupResult } from '../document/group-result.ts'

/** A hash of what other documents may depend on: its anchors and what it includes. */
export function faceOf({ members }: Pick<GroupResult, 'members'>): string {
  const faces = members.map(({ document }) =>
    document ? [document.summary.anchors, document.summary.includes] : null,
  )
  return hashOf(JSON.stringify(faces)).slice(0, 16)
}
