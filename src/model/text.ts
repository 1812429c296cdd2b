import { foldSpace } from '../util/fold-space.ts'
import type { BilingualDocument } from './document.ts'
import type { TextPart } from './hast.ts'
import type { Side, TranslationUnit } from './unit.ts'

/** Where units are looked up: a document or anything with its units. */
export type UnitTables = Pick<BilingualDocument, 'units' | 'includedUnits'>

/** The other side. */
export function otherSide(side: Side): Side {
  return side === 'source' ? 'target' : 'source'
}

/** The unit that a slot or a part names: the document's own, or an included file's. */
export function unitOf(tables: UnitTables, key: string): TranslationUnit | undefined {
  if (Object.hasOwn(tables.units, key)) return tables.units[key]
  return Object.hasOwn(tables.includedUnits, key) ? tables.includedUnits[key] : undefined
}

/** The plain text of parts on one side, white space folded; a unit without that side gives its other side. */
export function textOfParts(parts: readonly TextPart[], tables: UnitTables, side: Side): string {
  let text = ''
  for (const part of parts) {
    text += typeof part === 'string' ? part : textOfUnit(unitOf(tables, part.unit), side)
  }
  return foldSpace(text)
}

/** The plain text of a unit on one side, or of its other side where it has none; empty for no unit. */
export function textOfUnit(unit: TranslationUnit | undefined, side: Side): string {
  return (unit?.[side] ?? unit?.[otherSide(side)])?.text ?? ''
}
