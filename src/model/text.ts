import { foldSpace } from '../util/text/fold-space.ts'
import type { BilingualDocument } from './document.ts'
import type { TextPart } from './hast.ts'
import type { Side, TranslationUnit } from './unit.ts'

/** Unit tables for lookups: a document, or anything with its units. */
export type UnitTables = Pick<BilingualDocument, 'units' | 'includedUnits'>

/** Returns the other side. */
export function otherSide(side: Side): Side {
  return side === 'source' ? 'target' : 'source'
}

/** Returns the unit that a slot or a part names, of the document or of an included file. */
export function unitOf(tables: UnitTables, key: string): TranslationUnit | undefined {
  if (Object.hasOwn(tables.units, key)) return tables.units[key]
  return Object.hasOwn(tables.includedUnits, key) ? tables.includedUnits[key] : undefined
}

/**
 * Returns the plain text of parts on one side, with white space folded; missing sides fall back to the other
 * one.
 */
export function textOfParts(parts: readonly TextPart[], tables: UnitTables, side: Side): string {
  let text = ''
  for (const part of parts) {
    text += typeof part === 'string' ? part : textOfUnit(unitOf(tables, part.unit), side)
  }
  return foldSpace(text)
}

/**
 * Returns the plain text of a unit on one side; a missing side falls back to the other one. Empty without a
 * unit.
 */
export function textOfUnit(unit: TranslationUnit | undefined, side: Side): string {
  return (unit?.[side] ?? unit?.[otherSide(side)])?.text ?? ''
}
