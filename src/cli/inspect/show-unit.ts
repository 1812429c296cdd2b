import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { BilingualDocument } from '../../model/document.ts'
import { headingsAbove } from '../../model/outline.ts'
import { type Lined, positionOf, toPosition } from '../../model/place.ts'
import { textOfParts } from '../../model/text.ts'
import type { Segment, TranslationUnit } from '../../model/unit.ts'
import { readUnitId } from '../../model/unit-id.ts'
import { clean } from './text-layout.ts'
import type { View } from './view.ts'

/** Shows everything about one unit: both sides, its place and its problems. */
export function showUnit(
  unit: TranslationUnit,
  document: BilingualDocument,
  file: VFile,
  view: View,
): string {
  const { ordinal, merged } = readUnitId(unit.id)
  const rows: [string, string][] = [
    ['Unit', unit.id + (unit.key === unit.id ? '' : ` (key ${unit.key})`)],
    ...(unit.sourceId === undefined ? [] : [['Source id', unit.sourceId] satisfies [string, string]]),
    ['Number', ordinal === null ? '–' : `${ordinal}${merged ? ', merged from several sentences' : ''}`],
    ['Place', placeOf(unit, document)],
    ['Context', contextOf(unit, document)],
    ['Syntax', unit.syntax + (unit.structural ? ', structure without text' : '')],
    ...sideRows(document.targetLocale, unit.target, document),
    ...sideRows(document.sourceLocale, unit.source, document),
    ['Defects', unit.defects.join(', ') || 'none'],
    ...(unit.parent === undefined ? [] : [['Inside', unit.parent] satisfies [string, string]]),
  ]
  const messages = file.messages.filter((message) => concerns(message, unit))
  return `${[
    ...rows.map(([name, value]) => `${view.colors.bold(name.padEnd(10))} ${clean(value)}`),
    ...messages.map(
      (message) =>
        `${view.colors.bold('Message'.padEnd(10))} ${severityOf(message, view)} ${clean(message.reason)} ${view.colors.dim(message.ruleId ?? '')}`,
    ),
  ].join('\n')}\n`
}

function placeOf({ place }: TranslationUnit, document: BilingualDocument): string {
  const { start, end } = toPosition(document, place)
  return `line ${start.line}, column ${start.column} to line ${end.line}, column ${end.column}`
}

function contextOf({ context }: TranslationUnit, document: BilingualDocument): string {
  const headings = headingsAbove(document.outline, context.heading).map(({ parts }) =>
    textOfParts(parts, document, 'target'),
  )
  const { cell, item, alert } = context
  return [
    ...headings,
    ...(alert === undefined ? [] : [alert]),
    ...(cell ? [`table ${cell.table + 1}, row ${cell.row + 1}, column ${cell.column + 1}`] : []),
    ...(item ? [`${item.ordered ? 'step' : 'item'} ${item.path.join('.')}`] : []),
    context.kind,
  ].join(' › ')
}

function sideRows(locale: string, segment: Segment | null, input: Lined): [string, string][] {
  if (!segment) return [[locale, '(missing)']]
  const hazards = (segment.structure ?? []).map(({ type, actual, place }): [string, string] => {
    const { line, column } = positionOf(input, place[0])
    return ['', `would change the structure (${type}): ${actual} at ${line}:${column}`]
  })
  const markup: [string, string][] =
    segment.markup.trim() === segment.text ? [] : [['', `as written: ${segment.markup}`]]
  return [[locale, segment.text === '' ? '(no text)' : segment.text], ...markup, ...hazards]
}

/** Whether a message is about a place in the unit. */
function concerns({ place }: VFileMessage, unit: TranslationUnit): boolean {
  const point = place && ('start' in place ? place.start : place)
  if (point?.offset === undefined) return false
  return point.offset >= unit.place[0] && point.offset <= unit.place[1]
}

function severityOf(message: VFileMessage, { colors }: View): string {
  return message.fatal
    ? colors.red('error')
    : message.fatal === false
      ? colors.yellow('warning')
      : colors.blue('info')
}
