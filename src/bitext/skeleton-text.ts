import { OffsetMap } from './offset-map.ts'
import { hasDamagedQuotes, repairQuotes } from './repair-quotes.ts'
import type { SlotCodec } from './slots.ts'
import type { SxsPiece } from './sxs-piece.ts'
import type { UnitDraft } from './unit-drafts.ts'

/** A text made from the input, and the origin of its characters. */
export interface MadeText {
  readonly text: string
  readonly map: OffsetMap
}

/** A unit's slot in the skeleton's text. */
export interface TextSlot {
  readonly draft: UnitDraft
  readonly start: number
  readonly end: number
}

/** The skeleton's text, and its slots in order: a slot's index is the number of its token. */
export interface SkeletonText extends MadeText {
  readonly slots: readonly TextSlot[]
}

/** A range of a text and its replacement. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Replaces pieces, in order, of a made text and moves its slots along; pieces must not overlap slots. */
export function rewritten(made: SkeletonText, pieces: readonly Replacement[]): SkeletonText {
  let [next, shift] = [0, 0]
  const slots = made.slots.map((slot) => {
    for (; next < pieces.length && pieces[next]!.end <= slot.start; next++)
      shift += pieces[next]!.text.length - (pieces[next]!.end - pieces[next]!.start)
    return shift === 0 ? slot : { ...slot, start: slot.start + shift, end: slot.end + shift }
  })
  const places = pieces.map(({ start, end, text }) => ({ start, end, size: text.length }))
  return { text: withReplacements(made.text, pieces), map: made.map.replaced(places), slots }
}

/** Replaces pieces, in order, of a text. */
export function withReplacements(text: string, pieces: readonly Replacement[]): string {
  let [result, from] = ['', 0]
  for (const piece of pieces) {
    result += text.slice(from, piece.start) + piece.text
    from = piece.end
  }
  return result + text.slice(from)
}

/**
 * Makes the text to parse: the input without byte order mark, each unit replaced by the result of `fill`.
 *
 * @param fill receives a unit and the offset of its replacement in the made text.
 */
export function makeText(
  input: string,
  pieces: readonly SxsPiece[],
  drafts: readonly UnitDraft[],
  fill: (draft: UnitDraft, at: number) => string,
): MadeText {
  const map = new OffsetMap()
  const damaged = hasDamagedQuotes(input)
  let text = ''
  let next = 0
  for (const piece of pieces) {
    if (piece.type === 'unit') {
      // Drafts are in the order of the pieces, with drafts of nested units in between.
      while (drafts[next]!.parent !== null) next++
      map.add(text.length, piece.start, false)
      text += fill(drafts[next++]!, text.length)
      continue
    }
    const start = piece.start === 0 && input.startsWith('\uFEFF') ? 1 : piece.start
    const written = input.slice(start, piece.end)
    const literal = damaged ? repairQuotes(written) : written
    map.add(text.length, start, literal === written)
    text += literal
  }
  map.add(text.length, input.length, false)
  return { text, map }
}

/** Makes the skeleton's text: each unit becomes a token between its structural edges. */
export function makeSkeletonText(
  input: string,
  pieces: readonly SxsPiece[],
  drafts: readonly UnitDraft[],
  codec: SlotCodec,
): SkeletonText {
  const slots: TextSlot[] = []
  const { text, map } = makeText(input, pieces, drafts, (draft, at) => {
    const { frame, key } = draft
    if (frame.structural) return frame.lead + frame.tail
    const slot = codec.encode({ type: 'unit', key })
    const start = at + frame.lead.length
    slots.push({ draft, start, end: start + slot.length })
    return frame.lead + slot + frame.tail
  })
  return { text, map, slots }
}
