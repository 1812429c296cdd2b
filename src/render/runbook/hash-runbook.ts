import type { BilingualDocument } from '../../model/document.ts'
import { unitOf } from '../../model/text.ts'
import type { Side } from '../../model/unit.ts'
import type { Runbook } from '../../runbook/derive-runbook.ts'
import { hashOf } from '../../util/hash-of.ts'

/** Stands before the key of a unit: a noncharacter, which no text is to hold. */
const UNIT = '\uFDD0'

/** JSON of runbooks, parted at their units: every second piece is the key of one. Both sides of a document have it in common. */
const known = new WeakMap<Runbook, readonly string[]>()

/**
 * Short hash of all that a runbook says on some sides, its title included: copies with the same hash say the same, whatever the ids of
 * their units and however they are laid out.
 */
export function hashRunbook(runbook: Runbook, document: BilingualDocument, sides: readonly Side[]): string {
  const titles = JSON.stringify(sides.map((side) => document.title[side]))
  const pieces = known.get(runbook) ?? piecesOf(runbook)
  known.set(runbook, pieces)
  const said = pieces.map((piece, at) =>
    at % 2 === 0 ? piece : JSON.stringify(sides.map((side) => unitOf(document, piece)?.[side]?.markup ?? '')),
  )
  return hashOf(`[${titles},${said.join('')}]`).slice(0, 12)
}

function piecesOf(runbook: Runbook): readonly string[] {
  const json = JSON.stringify(runbook, (key, value: unknown) => {
    if (key === 'position') return undefined
    const unit = unitKey(value)
    return unit === null ? value : UNIT + unit
  })
  return json
    .split(/"\uFDD0((?:[^"\\]|\\.)*)"/)
    .map((piece, at) => (at % 2 === 0 ? piece : (JSON.parse(`"${piece}"`) as string)))
}

/** The key of the unit that a slot or a part names; `null` for everything else. */
function unitKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('unit' in value)) return null
  return typeof value.unit === 'string' ? value.unit : null
}
