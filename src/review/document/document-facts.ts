import { parseDate } from '../../util/text/parse-date.ts'
import type { ScannedDocument, ScannedFrontMatter } from '../scan/scanned-document.ts'
import type { DocumentFact, DocumentJoin } from '../types/document-review.ts'
import type { UnitReview } from '../types/unit-review.ts'

/** Both versions of a document and its units. */
interface Compared {
  readonly old: ScannedDocument | undefined
  readonly current: ScannedDocument | undefined
  readonly join: DocumentJoin
  readonly units: readonly UnitReview[]
}

/** Finds what is true of a document as a whole. */
export function documentFacts({ old, current, join, units }: Compared): readonly DocumentFact[] {
  if (!old) return ['added']
  if (!current) return ['removed']
  const facts: DocumentFact[] = join.method === 'path' ? [] : ['moved']
  facts.push(...handoffFacts(old.front, current.front))
  const only = onlyChange(old, current, units)
  if (only) facts.push(only)
  return facts
}

function handoffFacts(before: ScannedFrontMatter, after: ScannedFrontMatter): DocumentFact[] {
  const facts: DocumentFact[] = []
  const types = `${before.translationType ?? ''}→${after.translationType ?? ''}`.toUpperCase()
  if (types === 'HT→MT') facts.push('human-to-machine')
  if (types === 'MT→HT') facts.push('machine-to-human')
  const [old, current] = [before, after].map(({ lastHandoff }) => lastHandoff && parseDate(lastHandoff))
  if (old && current && current < old) facts.push('handed-off-back')
  return facts
}

/** The one kind of change that a document has, if it has just one. */
function onlyChange(
  old: ScannedDocument,
  current: ScannedDocument,
  units: readonly UnitReview[],
): DocumentFact | undefined {
  const isFrontSame = old.front.own === current.front.own
  const isSkeletonSame =
    old.literals.length === current.literals.length &&
    current.literals.every((literal, at) => literal === old.literals[at])
  if (units.every(({ headline }) => headline === 'unchanged')) {
    if (isSkeletonSame) return isFrontSame ? 'ids-only' : 'front-matter-only'
    return isFrontSame ? 'skeleton-only' : undefined
  }
  const isTargetOnly = units.every(
    ({ source, structure, moved }) => source === 'same' && structure === 'one-to-one' && !moved,
  )
  // Metadata such as the title is translated, too.
  return isSkeletonSame && isTargetOnly ? 'targets-only' : undefined
}
