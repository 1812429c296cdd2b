import type { Position } from 'unist'
import { scanSxs } from '../bitext/scan-sxs.ts'
import { makeSkeletonText, type SkeletonText } from '../bitext/skeleton-text.ts'
import { SlotCodec } from '../bitext/slots.ts'
import type { SxsPiece } from '../bitext/sxs-piece.ts'
import { draftUnits, type UnitDraft } from '../bitext/unit-drafts.ts'
import type { TextPart } from '../model/hast.ts'
import type { Place } from '../model/place.ts'

/** A document's text, taken apart into units and the text between them; no parser has seen it yet. */
export interface DocumentText {
  readonly input: string
  readonly pieces: readonly SxsPiece[]
  /** All units in document order, nested ones after the unit that contains them. */
  readonly drafts: readonly UnitDraft[]
  readonly draftsByKey: ReadonlyMap<string, UnitDraft>
  readonly codec: SlotCodec
  /** The text between the units, a slot in place of each unit. */
  readonly skeleton: SkeletonText
}

/**
 * Takes a bilingual text apart.
 *
 * @param onTooDeep receives the place of units that are nested too deeply and stay text.
 */
export function takeApart(input: string, onTooDeep: (place: Place) => void = () => {}): DocumentText {
  const pieces = scanSxs(input)
  const drafts = draftUnits(input, pieces, ({ start, end }) => onTooDeep([start, end]))
  const codec = new SlotCodec(input)
  return {
    input,
    pieces,
    drafts,
    draftsByKey: new Map(drafts.map((draft) => [draft.key, draft])),
    codec,
    skeleton: makeSkeletonText(input, pieces, drafts, codec),
  }
}

/**
 * Place in the input of a position in the skeleton's text; `undefined` if the position has no offsets.
 *
 * @param shift added to the position's offsets, if they refer to the skeleton of another translation.
 */
export function placeOf(
  { skeleton, input }: DocumentText,
  position: Position | undefined,
  shift = 0,
): Place | undefined {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  const toInput = (offset: number) => skeleton.map.toInput(offset + shift)
  return placeIn(input, toInput(start.offset), toInput(end.offset))
}

/** The source texts of all units that have a slot. */
export function sourcesOf({ codec, draftsByKey }: DocumentText): readonly (string | null)[] {
  return codec
    .unitKeys()
    .map((key) => (key === undefined ? null : (draftsByKey.get(key)?.cores.source ?? null)))
}

/** The input as literal text and units. */
export function partsOf({ input, pieces, drafts }: DocumentText): TextPart[] {
  const outer = drafts.filter((draft) => draft.parent === null)
  let next = 0
  return pieces.map((piece) =>
    piece.type === 'text' ? input.slice(piece.start, piece.end) : { unit: outer[next++]!.key },
  )
}

/** A place in the input; offsets beyond its end are clamped. */
export function placeIn({ length }: string, start: number, end: number): Place {
  return [Math.min(start, length), Math.min(Math.max(start, end), length)]
}
