import type { TranslationUnit } from '../model/unit.ts'

/** Identifies the column of a table, or the list, that a unit is in; `undefined` if it is in neither. */
export function listOf({ context }: TranslationUnit): string | undefined {
  const { cell, item, heading } = context
  if (cell) return `table ${cell.table} ${cell.column}`
  return item && `list ${heading} ${item.path.slice(0, -1).join('.')}`
}
