import type { UnitTables } from '../../model/text.ts'
import { isElement, textOfNodes } from '../content.ts'
import { isConditional } from '../language/sentence-marks.ts'
import type { CheckItem, RunbookContent } from '../types.ts'
import type { Stage } from './stage-name.ts'

/** One stage of a stage table. */
export interface StageColumn {
  readonly column: number
  readonly stage: Stage
  readonly title: RunbookContent
  /** The title in English. */
  readonly header: string
  readonly items: readonly CheckItem[]
}

/** Part of a cell about a stage that the cell itself names. */
interface StagePiece {
  readonly stage: Stage
  readonly title: RunbookContent
  readonly header: string
  readonly content: RunbookContent
}

/**
 * Splits a column whose cells name stages (“During failover: … After failover completes: …”) into a column for
 * each stage; `null` if most cells do not begin with one.
 *
 * @param readStage returns the stage that a label names.
 */
export function splitColumn(
  column: Omit<StageColumn, 'stage'>,
  readStage: (label: string) => Stage | null,
  units: UnitTables,
): readonly StageColumn[] | null {
  const split = column.items.map((item) => ({ item, pieces: toPieces(item.expected, readStage, units) }))
  const count = split.filter(({ pieces }) => pieces.length > 0).length
  if (count === 0 || count * 2 < split.length) return null
  const columns = new Map<string, { readonly piece: StagePiece; readonly items: CheckItem[] }>()
  for (const { item, pieces } of split) {
    for (const piece of pieces) {
      const key = keyOf(piece.stage)
      const known = columns.get(key) ?? { piece, items: [] }
      columns.set(key, known)
      known.items.push({
        ...item,
        expected: piece.content,
        conditional: isConditional(piece.content, units),
        number: `${known.items.length + 1}`,
      })
    }
  }
  // Cells that name no stage apply to each.
  for (const { item, pieces } of split)
    if (pieces.length === 0)
      for (const { items } of columns.values()) items.push({ ...item, number: `${items.length + 1}` })
  return [...columns.values()].map(({ piece: { stage, title, header }, items }) => ({
    column: column.column,
    stage,
    title,
    header,
    items,
  }))
}

/** Key that identifies a stage. */
function keyOf({ phase, number, event }: Stage): string {
  return `${phase} ${number} ${event}`
}

/** Splits a cell at paragraphs that name stages; no pieces if the cell begins with anything else. */
function toPieces(
  content: RunbookContent,
  readStage: (label: string) => Stage | null,
  units: UnitTables,
): readonly StagePiece[] {
  const pieces: { stage: Stage; title: RunbookContent; header: string; content: RunbookContent[number][] }[] =
    []
  for (const node of content) {
    const text = isElement(node, 'p') ? textOfNodes([node], units, 'source') : ''
    const stage = text.endsWith(':') ? readStage(text) : null
    if (stage && isElement(node, 'p'))
      pieces.push({ stage, title: node.children, header: text.replace(/\s*:$/, ''), content: [] })
    else if (pieces.length > 0) pieces.at(-1)!.content.push(node)
    else if (text !== '' || node.type !== 'text') return []
  }
  return pieces.filter((piece) => piece.content.length > 0)
}
