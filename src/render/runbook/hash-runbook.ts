import type { BilingualDocument } from '../../model/document.ts'
import { unitOf } from '../../model/text.ts'
import type { Side } from '../../model/unit.ts'
import type { Runbook } from '../../runbook/derive-runbook.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import type { RenderContext } from '../context.ts'
import { titleUnits } from './doubts.ts'

/** Prefix of a unit's key: a noncharacter, which does not occur in text. */
const UNIT = '\uFDD0'

/** JSON of runbooks, split at their units: every second piece is a unit's key. Both sides of a document share it. */
const known = new WeakMap<Runbook, readonly string[]>()

/**
 * Short hash of a runbook's content on the given sides, including its title. Copies with the same hash have the same content, whatever the
 * ids of their units and their layout.
 *
 * @param isFlagged whether a unit is shown with its source text.
 */
export function hashRunbook(
  runbook: Runbook,
  document: BilingualDocument,
  sides: readonly Side[],
  isFlagged?: RenderContext['isFlagged'],
): string {
  const isTitleFlagged = isFlagged && titleUnits(document).some((unit) => isFlagged(unit))
  const titles = JSON.stringify(sidesShown(isTitleFlagged).map((side) => document.title[side]))
  const pieces = known.get(runbook) ?? piecesOf(runbook)
  known.set(runbook, pieces)
  const sayOf = (key: string): string => {
    const unit = unitOf(document, key)
    return JSON.stringify(sidesShown(unit && isFlagged?.(unit)).map((side) => unit?.[side]?.markup ?? ''))
  }
  const said = pieces.map((piece, at) => (at % 2 === 0 ? piece : sayOf(piece)))
  return hashOf(`[${titles},${said.join('')}]`).slice(0, 12)

  function sidesShown(withSource = false): readonly Side[] {
    return withSource ? [...new Set([...sides, 'source' as const])] : sides
  }
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

/** The key of the unit to which a slot or a part refers; `null` for all other values. */
function unitKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('unit' in value)) return null
  return typeof value.unit === 'string' ? value.unit : null
}
