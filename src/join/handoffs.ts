import type { BilingualDocument, Handoff } from '../model/document.ts'
import type { LocaleEdition } from '../model/multilingual.ts'
import { parseDate } from '../util/text/parse-date.ts'

/** Whether two translations come from the same hand-off: the same source file at the same commit. */
export function isSameHandoff(a: Handoff, b: Handoff): boolean {
  return (
    a.sourceHash !== undefined &&
    a.sourceCommit !== undefined &&
    a.sourceHash === b.sourceHash &&
    a.sourceCommit === b.sourceCommit
  )
}

/**
 * Chooses the document whose units form the base: of the translations of the newest source revision, the one
 * with the most complete units, since damaged documents have fewer; of equals, the first.
 *
 * The later of two hand-offs has the newer source; if that is unknown or equal, the later document date
 * decides.
 *
 * @param documents not empty.
 */
export function chooseBase(documents: readonly BilingualDocument[]): BilingualDocument {
  let newest = documents[0]!
  for (const document of documents) if (isNewer(document.handoff, newest.handoff)) newest = document
  let base = newest
  for (const document of documents) {
    if (revisionOf(document.handoff, newest.handoff) !== 'newest' && !isUnknown(document, newest)) continue
    const isEarlier = documents.indexOf(document) < documents.indexOf(base)
    const [count, most] = [countPairs(document), countPairs(base)]
    if (count > most || (count === most && isEarlier)) base = document
  }
  return base
}

/** Whether it is unknown which of two documents has the newer source revision. */
function isUnknown({ handoff }: BilingualDocument, newest: BilingualDocument): boolean {
  return (
    handoff.sourceHash === undefined &&
    newest.handoff.sourceHash === undefined &&
    !isNewer(newest.handoff, handoff)
  )
}

function countPairs({ units }: BilingualDocument): number {
  return Object.values(units).filter(({ source, target }) => source && target).length
}

/** Compares the source revision of a translation with that of the base. */
export function revisionOf(handoff: Handoff, base: Handoff): LocaleEdition['revision'] {
  if (handoff === base) return 'newest'
  if (handoff.sourceHash === undefined && handoff.lastHandoff === undefined && handoff.date === undefined)
    return 'unknown'
  if (handoff.sourceHash === undefined || base.sourceHash === undefined) {
    return isNewer(base, handoff) ? 'older' : 'unknown'
  }
  return handoff.sourceHash === base.sourceHash ? 'newest' : 'older'
}

function isNewer(a: Handoff, b: Handoff): boolean {
  return (
    dayOf(a.lastHandoff) - dayOf(b.lastHandoff) > 0 ||
    (dayOf(a.lastHandoff) === dayOf(b.lastHandoff) && dayOf(a.date) > dayOf(b.date))
  )
}

/** A date as a number to compare; an unknown date comes before all others. */
function dayOf(text: string | undefined): number {
  return (text === undefined ? null : parseDate(text))?.getTime() ?? Number.NEGATIVE_INFINITY
}
