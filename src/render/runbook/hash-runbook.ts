import type { BilingualDocument } from '../../model/document.ts'
import { unitOf } from '../../model/text.ts'
import type { Side } from '../../model/unit.ts'
import type { Runbook } from '../../runbook/derive-runbook.ts'
import { hashOf } from '../../util/hash-of.ts'

/**
 * Short hash of all that a runbook says on some sides, its title included: copies with the same hash say the same, whatever the ids of
 * their units and however they are laid out.
 */
export function hashRunbook(runbook: Runbook, document: BilingualDocument, sides: readonly Side[]): string {
  const titles = sides.map((side) => document.title[side])
  const said = JSON.stringify([titles, runbook], (key, value: unknown) => {
    if (key === 'position') return undefined
    const unit = unitKey(value)
    return unit === null ? value : sides.map((side) => unitOf(document, unit)?.[side]?.markup ?? '')
  })
  return hashOf(said).slice(0, 12)
}

/** The key of the unit that a slot or a part names; `null` for everything else. */
function unitKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('unit' in value)) return null
  return typeof value.unit === 'string' ? value.unit : null
}
