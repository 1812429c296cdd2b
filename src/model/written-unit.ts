/** Units as written in the input, including delimiters. */
import type { BilingualDocument } from './document.ts'
import type { Place } from './place.ts'
import { unitOf } from './text.ts'
import type { Segment, Side, TranslationUnit } from './unit.ts'

/** The localization tool's delimiters of a unit. */
function delimitersOf({ id, sourceId = id }: Pick<TranslationUnit, 'id' | 'sourceId'>) {
  return {
    before: `<span data-ttu-id="${id}">`,
    between: `</span><span class="sxs-lookup"><span data-stu-id="${sourceId}">`,
    behind: '</span></span>',
  }
}

/** A unit as written in the input. */
export function writtenUnit(
  unit: Pick<TranslationUnit, 'id' | 'sourceId' | 'source' | 'target' | 'written'>,
): string {
  if (unit.written !== undefined) return unit.written
  const { before, between, behind } = delimitersOf(unit)
  return before + (unit.target?.markup ?? '') + between + (unit.source?.markup ?? '') + behind
}

/** Places of the sides of a unit with the localization tool's delimiters. */
export function placesOfSides(
  unit: Pick<TranslationUnit, 'id' | 'sourceId' | 'place'> &
    Readonly<Record<Side, Pick<Segment, 'markup'> | null>>,
): Readonly<Record<Side, Place>> {
  const { before, between } = delimitersOf(unit)
  const target = unit.place[0] + before.length
  const targetEnd = target + (unit.target?.markup.length ?? 0)
  const source = targetEnd + between.length
  return { target: [target, targetEnd], source: [source, source + (unit.source?.markup.length ?? 0)] }
}

/** The input of a document, including its byte order mark. */
export function inputOf(document: BilingualDocument): string {
  return document.skeleton.parts
    .map((part) => (typeof part === 'string' ? part : writtenUnit(unitOf(document, part.unit)!)))
    .join('')
}
