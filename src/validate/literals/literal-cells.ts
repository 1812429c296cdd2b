import type { Element, RootContent } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import type { Place } from '../../model/place.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { visit } from '../../util/tree/visit.ts'

/** A run of text in a table cell that belongs to no unit. */
export interface LiteralRun {
  readonly text: string
  /** Place of the cell; if unknown, of a unit in the same table. */
  readonly place: Place | undefined
}

/** Elements whose text is not language: code, and links, since untranslated link text is a URL or a name. */
const silent: ReadonlySet<string> = new Set([
  'code',
  'pre',
  'kbd',
  'samp',
  'var',
  'a',
  'script',
  'style',
  'math',
  'svg',
])

/** Elements whose text continues the surrounding line. */
const inline: ReadonlySet<string> = new Set([
  'b',
  'em',
  'i',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'small',
  's',
  'del',
  'ins',
])

/**
 * Finds text outside units in tables with units in other cells. Skips tables from includes; a nested table is
 * a table of its own, not content of the outer cell.
 */
export function literalCells(document: BilingualDocument): readonly LiteralRun[] {
  const runs: LiteralRun[] = []
  if (document.tables.length === 0) return runs
  let index = -1
  visit(document.skeleton.tree, 'element', (table) => {
    if (table.tagName !== 'table') return
    index++
    const contents = cellsOf(table).map(contentOf)
    if (contents.every(({ texts }) => texts.length === 0)) return
    const units = contents.flatMap((content) => content.units)
    if (units.length === 0 || units.some((unit) => !Object.hasOwn(document.units, unit))) return
    // The tree has no places but the model's table has; both list the cells in the same order.
    const places = document.tables[index]?.rows.flatMap((row) => row.cells.map((cell) => cell.place)) ?? []
    const aligned = places.length === contents.length
    for (const [position, content] of contents.entries()) {
      const near = document.units[content.units[0] ?? units[0]!]?.place
      for (const text of content.texts)
        runs.push({ text, place: (aligned ? places[position] : undefined) ?? near })
    }
  })
  return runs
}

/** Texts and units of a cell. */
interface CellContent {
  readonly texts: string[]
  readonly units: string[]
}

function cellsOf(table: Element): readonly Element[] {
  const cells: Element[] = []
  const collect = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type !== 'element' || node.tagName === 'table') continue
      if (node.tagName === 'td' || node.tagName === 'th') cells.push(node)
      else collect(node.children)
    }
  }
  collect(table.children)
  return cells
}

function contentOf(cell: Element): CellContent {
  const content: CellContent = { texts: [], units: [] }
  let text = ''
  const endRun = () => {
    if (text === '') return
    if (text.trim() !== '') content.texts.push(foldSpace(text))
    text = ''
  }
  const collect = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'text') text += node.value
      if (node.type === 'slot') {
        endRun()
        content.units.push(node.unit)
      }
      if (node.type !== 'element' || node.tagName === 'table') continue
      const goesOn = inline.has(node.tagName)
      if (!goesOn) endRun()
      if (!silent.has(node.tagName)) collect(node.children)
      if (!goesOn) endRun()
    }
  }
  collect(cell.children)
  endRun()
  return content
}
