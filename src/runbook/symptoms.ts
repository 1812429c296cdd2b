import type { Element, RootContent } from 'hast'
import { type UnitTables, unitOf } from '../model/text.ts'
import { textOfNodes } from './content.ts'
import { cellsOf, rowsOf } from './stages/grid.ts'

/** Headers of first columns that list what went wrong. */
const SYMPTOM =
  /^(?:symptoms?|problems?|issues?|errors?(?: messages?| codes?)?|alerts?|failures?|if (?:this|it|the .+) (?:failed|fails)|what (?:failed|fails|went wrong)|failed (?:component|server|service)s?)(?:\s*[:?…]|\.{3})?$/i

/**
 * Finds the tables that lead from a symptom to where it is dealt with: the first header names symptoms, and most rows have a link in
 * another cell.
 */
export function symptomTables(tables: readonly Element[], units: UnitTables): readonly Element[] {
  return tables.filter((table) => {
    const [head, ...rows] = rowsOf(table)
    if (!head || rows.length === 0) return false
    const [first] = cellsOf(head)
    if (!first || !SYMPTOM.test(textOfNodes([first], units, 'source'))) return false
    const linked = rows.filter((row) =>
      cellsOf(row)
        .slice(1)
        .some((cell) => hasLink(cell, units)),
    )
    return linked.length * 2 > rows.length
  })
}

function hasLink(node: RootContent, units: UnitTables): boolean {
  if (node.type === 'slot')
    return unitOf(units, node.unit)?.source?.content?.some((child) => hasLink(child, units)) ?? false
  if (node.type !== 'element') return false
  return (
    (node.tagName === 'a' && node.properties.href !== undefined) ||
    node.children.some((child) => hasLink(child, units))
  )
}
