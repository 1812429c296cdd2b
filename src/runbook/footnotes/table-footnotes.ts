/**
 * Footnotes of tables.
 *
 * A footnote is a paragraph after a table, or a row of its own in it, that begins with a mark of the table. Where the rows of the table
 * become steps or stages, it follows each list that has its mark. The mark decides in English, so the runbook is the same in every locale.
 */

import type { Element, ElementContent, RootContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isBlock, isElement } from '../content.ts'
import { isAlert, paragraph } from '../flow.ts'
import type { Grid } from '../stages/grid.ts'
import type { RunbookContent } from '../types.ts'
import { leadingMarks, marksIn } from './marks.ts'

/** Marks the footnotes among the blocks of a section: with `dataFootnote`, their marks separated by commas. */
export function markFootnotes(blocks: readonly Element[], units: UnitTables): readonly Element[] {
  let marks: ReadonlySet<string> = new Set()
  return blocks.map((block) => {
    if (isElement(block, 'table')) marks = marksIn([[block]], units)
    if (marks.size === 0 || !isElement(block, 'p') || isAlert(block)) return block
    const leads = leadingMarks(block.children, units)
    return leads.some((mark) => marks.has(mark)) ? asFootnote(block, leads) : block
  })
}

function asFootnote(block: Element, marks: readonly string[]): Element {
  return { ...block, properties: { ...block.properties, dataFootnote: marks.join(',') } }
}

/** Whether a block is a footnote. */
export function isFootnote(block: RootContent): boolean {
  return block.type === 'element' && block.properties.dataFootnote !== undefined
}

/** Whether one of the marks of a footnote is among some marks. */
export function isMarkedBy({ properties }: Element, marks: ReadonlySet<string>): boolean {
  return String(properties.dataFootnote ?? '')
    .split(',')
    .some((mark) => marks.has(mark))
}

/** Takes the rows that are footnotes from a table: those whose only text begins with a mark of other rows. */
export function takeFootnoteRows(
  grid: Grid,
  units: UnitTables,
): { readonly grid: Grid; readonly footnotes: readonly Element[] } {
  const alone = grid.body.map((row) => {
    const [cell, ...others] = new Set(row.filter((each) => each !== undefined && each.text !== ''))
    const leads = cell && others.length === 0 ? leadingMarks(cell.content, units) : []
    return cell && leads.length > 0 ? { content: cell.content, leads } : null
  })
  if (alone.every((row) => row === null)) return { grid, footnotes: [] }
  const others = [...grid.header, ...grid.body.filter((_, at) => !alone[at])]
  const marks = marksIn(
    others.flatMap((row) => row.map((cell) => cell?.content ?? [])),
    units,
  )
  const found = alone.map((row) => (row?.leads.some((mark) => marks.has(mark)) ? row : null))
  return {
    grid: { ...grid, body: grid.body.filter((_, at) => !found[at]) },
    footnotes: found.flatMap((row) => (row ? [asFootnote(blockOf(row.content), row.leads)] : [])),
  }
}

/** The content of a cell as one block. */
function blockOf(content: RunbookContent): Element {
  const [only, ...others] = content
  if (isElement(only, 'p') && others.length === 0) return only
  if (!content.some(isBlock)) return paragraph(content)
  return { type: 'element', tagName: 'div', properties: {}, children: [...content] as ElementContent[] }
}
