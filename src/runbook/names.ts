import type { Element } from 'hast'
import type { BilingualDocument } from '../model/document.ts'
import { contains, isElement, textOfNodes } from './content.ts'
import { collectElements } from './elements.ts'
import type { RunbookSettings } from './settings.ts'
import { headerOf, textOfHeader, toGrid } from './stages/grid.ts'
import { parseStage } from './stages/stage-name.ts'
import { isSameHeader } from './stages/stage-table.ts'

/** Names that settings of a document's runbook can refer to. */
export type RunbookNames = Readonly<Record<keyof RunbookSettings, readonly string[]>>

/** Lists a document's names: headers of columns, anchors of headings, keys of tables and lists. */
export function runbookNames(document: BilingualDocument): RunbookNames {
  const { tables, lists, keys } = collectElements(document.skeleton.tree.children, document.tables)
  const keysOf = (elements: readonly Element[]) => elements.map((element) => keys.get(element) ?? '')
  return {
    stages: [...new Set(tables.flatMap((table, at) => stageNames(table, at, document)))],
    exclude: document.outline.map(({ id }) => `#${id}`),
    tables: keysOf(tables),
    lists: keysOf(lists),
    sections: document.outline.map(({ id }) => `#${id}`),
  }
}

/** Lists the headers of a table, the labels in its cells and the phases of its rows, in English. */
function stageNames(element: Element, at: number, document: BilingualDocument): readonly string[] {
  const model = document.tables[at]
  const grid = model ? toGrid(element, model, document) : null
  if (!grid) return []
  const headers = Array.from({ length: grid.table.columns }, (_, column) =>
    textOfHeader(headerOf(grid, column)),
  )
  const labels: string[] = []
  contains(element, (node) => {
    const text = isElement(node, 'p') ? textOfNodes([node], document, 'source') : ''
    if (text.endsWith(':')) labels.push(text)
    return false
  })
  const phases = grid.body.flatMap((row) => (row[0] && parseStage(row[0].text) ? [row[0].text] : []))
  return [...headers, ...labels, ...phases].filter((text) => text !== '')
}

/** A name in settings. */
export interface RunbookName {
  readonly key: keyof RunbookSettings
  /** Path in the settings: keys and indexes, outermost first. */
  readonly path: readonly (string | number)[]
  readonly name: string
}

/** Lists all names in settings. */
export function namesInSettings(settings: RunbookSettings): readonly RunbookName[] {
  const listed = (['stages', 'exclude'] as const).flatMap((key) =>
    (settings[key] ?? []).map((name, at) => ({ key, path: [key, at], name })),
  )
  const keyed = (['tables', 'lists', 'sections'] as const).flatMap((key) =>
    Object.keys(settings[key] ?? {}).map((name) => ({ key, path: [key, name], name })),
  )
  return [...listed, ...keyed]
}

/** Whether a name in settings exists in the document. */
export function hasName(names: RunbookNames, { key, name }: RunbookName): boolean {
  const isSame = key === 'stages' ? isSameHeader : (a: string, b: string) => a === b
  return names[key].some((known) => isSame(known, name))
}

/** Describes the kind of name that each key expects. */
export const NAME_WORDS: Readonly<Record<keyof RunbookSettings, string>> = {
  stages: 'the header of a column in the source language',
  exclude: 'the anchor of a heading',
  tables: 'the key of a table',
  lists: 'the key of a list',
  sections: 'the anchor of a heading',
}
