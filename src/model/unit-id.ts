/** Reads the ids of units. */

/** The parts of a ttu-id. */
export interface UnitId {
  /** Part before the last hyphen: changes with locale and hand-off. Empty if the id has no number. */
  readonly prefix: string
  /** Number of the unit in its source revision, the same in every locale; `null` if the id does not carry one. */
  readonly ordinal: number | null
  /** Whether several source sentences were merged into the unit (ordinal written `p101`); merged ordinals count apart. */
  readonly merged: boolean
}

/** Reads a ttu-id. */
export function readUnitId(id: string): UnitId {
  const [, prefix = '', mark, digits] = /^(.*)-(p?)(\d+)$/s.exec(id) ?? []
  return { prefix, ordinal: digits === undefined ? null : Number(digits), merged: mark === 'p' }
}
