import type { BilingualDocument } from '../../model/document.ts'
import { positionOf } from '../../model/place.ts'
import { textOfParts } from '../../model/text.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { countOf } from '../../util/count-of.ts'
import { showTable } from './show-table.ts'
import { clean, fill } from './text-layout.ts'
import type { View } from './view.ts'

/** Shows a document to a person: its facts, outline, tables and units. */
export function showDocument(document: BilingualDocument, view: View): string {
  const sections = [
    header(document, view),
    outline(document, view),
    ...tables(document, view),
    units(document, view),
  ]
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`
}

function header(document: BilingualDocument, { colors }: View): string[] {
  const { handoff, includes, links, strays, targetLocale, sourceLocale, title } = document
  const units = unitsOf(document)
  const faulty = units.filter((unit) => unit.defects.length > 0).length
  const counts = [
    countOf(units.length, 'unit'),
    ...(faulty > 0 ? [`${faulty} with defects`] : []),
    countOf(document.outline.length, 'heading'),
    countOf(document.tables.length, 'table'),
    countOf(links.filter(({ type }) => type === 'link').length, 'link'),
    countOf(links.filter(({ type }) => type === 'image').length, 'image'),
    countOf(includes.length, 'include'),
    ...(strays.length > 0 ? [countOf(strays.length, 'stray delimiter')] : []),
  ]
  const kinds: Readonly<Record<string, string>> = { MT: 'machine translation', HT: 'human translation' }
  const handed = [
    handoff.lastHandoff,
    handoff.translationType && (kinds[handoff.translationType] ?? handoff.translationType),
    handoff.date && `source of ${handoff.date}`,
    handoff.sourceCommit && `source commit ${handoff.sourceCommit}`,
    handoff.sourceHash && `source hash ${handoff.sourceHash}`,
    handoff.fileId && `file ${handoff.fileId}`,
  ].filter((part) => part !== undefined && part !== '')
  const rows: [string, string][] = [
    ['Document', `${document.path} (${document.format})`],
    ['Locales', `${sourceLocale} → ${targetLocale}`],
    ['Title', title.target ?? '–'],
    ['', title.source ?? '–'],
    ['Hand-off', handed.join(', ') || '–'],
    ['Counts', counts.join(', ')],
  ]
  return rows.map(([name, value]) => `${colors.bold(name.padEnd(10))} ${clean(value)}`)
}

function outline(document: BilingualDocument, { colors }: View): string[] {
  if (document.outline.length === 0) return []
  return [
    colors.bold('Outline'),
    ...document.outline.map(({ depth, id, parts }) => {
      const target = textOfParts(parts, document, 'target')
      const source = textOfParts(parts, document, 'source')
      const other = source === target ? '' : ` – ${source}`
      return '  '.repeat(depth) + clean(target + other) + colors.dim(` #${clean(id)}`)
    }),
  ]
}

function tables(document: BilingualDocument, view: View): string[][] {
  return document.tables.map((table) => {
    const caption = clean(textOfParts(table.caption, document, 'target'))
    const size = `${countOf(table.rows.length, 'row')}, ${countOf(table.columns, 'column')}`
    const line = table.place ? `, line ${positionOf(document, table.place[0]).line}` : ''
    const name = `Table ${table.index + 1}`
    return [
      `${view.colors.bold(name)}  ${caption}${view.colors.dim(`  ${table.id}, ${size}${line}`)}`,
      ...showTable(table, document, view),
    ]
  })
}

function units(document: BilingualDocument, view: View): string[] {
  const all = unitsOf(document)
  const indent = ' '.repeat(2 + Math.max(document.sourceLocale.length, document.targetLocale.length))
  return [
    view.colors.bold('Units'),
    ...all.flatMap((unit) => [
      describe(unit, document, view),
      `${fill(`  ${document.targetLocale}`, indent.length)}  ${unit.target ? clean(unit.target.text) : '(missing)'}`,
      view.colors.dim(
        `${fill(`  ${document.sourceLocale}`, indent.length)}  ${unit.source ? clean(unit.source.text) : '(missing)'}`,
      ),
    ]),
  ]
}

function describe(unit: TranslationUnit, document: BilingualDocument, { colors }: View): string {
  const { line, column } = positionOf(document, unit.place[0])
  const defects = unit.defects.length > 0 ? colors.red(`  ${unit.defects.join(', ')}`) : ''
  return `${colors.cyan(clean(unit.key))}  ${unit.context.kind}${colors.dim(`  ${line}:${column}`)}${defects}`
}
