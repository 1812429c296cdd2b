import { OffsetMap } from './offset-map.ts'
import { hasDamagedQuotes, repairQuotes } from './repair-quotes.ts'
import type { SxsPiece } from './scan-sxs.ts'
import type { SlotCodec } from './slots.ts'
import type { UnitDraft } from './unit-drafts.ts'

/** A text made from the input, and where its characters come from. */
export interface MadeText {
  readonly text: string
  readonly map: OffsetMap
}

/** The input with each unit replaced by what `fill` gives for it: the text that is parsed. Leaves out the byte order mark. */
export function makeText(
  input: string,
  pieces: readonly SxsPiece[],
  drafts: readonly UnitDraft[],
  fill: (draft: UnitDraft) => string,
): MadeText {
  const byStart = new Map(
    drafts.filter((draft) => draft.parent === null).map((draft) => [draft.sxs.start, draft]),
  )
  const map = new OffsetMap()
  const damaged = hasDamagedQuotes(input)
  let text = ''
  for (const piece of pieces) {
    const draft = piece.type === 'unit' ? byStart.get(piece.start) : undefined
    if (draft) {
      map.add(text.length, piece.start, false)
      text += fill(draft)
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

/** The skeleton's text: each unit is its structural edges around a token. */
export function makeSkeletonText(
  input: string,
  pieces: readonly SxsPiece[],
  drafts: readonly UnitDraft[],
  codec: SlotCodec,
): MadeText {
  return makeText(input, pieces, drafts, ({ frame, key }) => {
    const slot = frame.structural ? '' : codec.encode({ type: 'unit', key })
    return frame.lead + slot + frame.tail
  })
}
