import type { Element, ElementContent } from 'hast'
import type { Table } from '../../model/table.ts'
import type { UnitTables } from '../../model/text.ts'
import { hasElement, textOfNodes } from '../content.ts'
import { sentencesOf } from '../language/sentences.ts'
import { readTableReference, type TableReference } from '../language/table-reference.ts'
import type { RunbookContent, RunbookSection, StageGroup } from '../types.ts'

/** A stage of a table. */
interface Place {
  readonly letter: string
  readonly column: number
}

/**
 * Adds to sentences that name a table, or a column of one, that is no longer there, the letters of the stages that it has
 * become: an empty `span` with `dataStage` for each.
 */
export function addTableReferences(
  sections: readonly RunbookSection[],
  tables: readonly Table[],
  units: UnitTables,
): readonly RunbookSection[] {
  const places = new Map<number, Place[]>()
  for (const section of sections)
    if (section.type === 'stage')
      for (const { table, column } of section.groups) {
        const known = places.get(table) ?? []
        if (!known.some(({ letter }) => letter === section.letter))
          known.push({ letter: section.letter, column })
        places.set(table, known)
      }
  return sections.map((section) => {
    if (section.type !== 'stage') return section
    const groups = section.groups.map((group): StageGroup => {
      const own = places.get(group.table) ?? []
      const columns = tables[group.table]?.columns ?? 0
      const resolve = (reference: TableReference, side: 'before' | 'after') =>
        reference.type === 'column'
          ? stagesAt(reference.at, columns, own)
          : reference.type === side
            ? all(own)
            : []
      return {
        ...group,
        context: addTo(group.context, (reference) => resolve(reference, 'after'), units),
        after: addTo(group.after, (reference) => resolve(reference, 'before'), units),
      }
    })
    return { ...section, groups }
  })
}

/** The stages of a table; a single one needs no mark, because its list is beside the text. */
function all(places: readonly Place[]): readonly string[] {
  return places.length > 1 ? places.map(({ letter }) => letter) : []
}

/** The stages that a column has become; none for a column of situations or remarks. */
function stagesAt(
  at: number | 'middle' | 'last',
  columns: number,
  places: readonly Place[],
): readonly string[] {
  const column = at === 'last' ? columns - 1 : at === 'middle' ? (columns - 1) / 2 : at
  return column === 0 ? [] : places.filter((place) => place.column === column).map(({ letter }) => letter)
}

/** Returns the letters of the stages that a reference means. */
type Resolve = (reference: TableReference) => readonly string[]

/** Adds marks to blocks that have no table of their own beside them. */
function addTo(blocks: RunbookContent, resolve: Resolve, units: UnitTables): RunbookContent {
  if (blocks.some((block) => hasElement(block, 'table'))) return blocks
  return blocks.flatMap((block) => markNode(block, resolve, units))
}

function markNode(node: ElementContent, resolve: Resolve, units: UnitTables): readonly ElementContent[] {
  if (node.type === 'element') {
    if (/^(?:pre|code)$/.test(node.tagName)) return [node]
    return [{ ...node, children: node.children.flatMap((child) => markNode(child, resolve, units)) }]
  }
  if (node.type === 'slot') return [node, ...marksOf(textOfNodes([node], units, 'source'), resolve)]
  if (node.type !== 'text') return [node]
  // Each sentence names its own column.
  return node.value.split(/(?<=[.!?])(?=\s)/).flatMap((value) => {
    const marks = marksOf(value, resolve)
    return [{ type: 'text' as const, value }, ...marks]
  })
}

/** The marks after a text; a unit can have several sentences. */
function marksOf(text: string, resolve: Resolve): readonly Element[] {
  const references = sentencesOf(text).map(readTableReference)
  const letters = references.flatMap((reference) => (reference ? resolve(reference) : []))
  return [...new Set(letters)].map((letter) => ({
    type: 'element',
    tagName: 'span',
    properties: { dataStage: letter },
    children: [],
  }))
}
