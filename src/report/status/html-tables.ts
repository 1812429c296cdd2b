import type { Element, ElementContent } from 'hast'
import type { LocaleStatus, StatusReport } from '../../model/findings/status.ts'
import { numberOf } from '../../util/count-of.ts'
import { element } from '../element.ts'
import { clean } from '../text/words.ts'
import { percentOf } from './percent.ts'
import { nameOfFolder, nameOfLocale, partsOf, sharesOf } from './words.ts'

/** Columns below a common header; without one, a single column with its own header. */
interface Group<Row> {
  readonly header?: string
  readonly columns: readonly string[]
  /** One text for each column. */
  readonly cells: (row: Row) => readonly string[]
}

/** A row with its header. */
interface Row<Value> {
  readonly header: readonly (ElementContent | string)[]
  readonly value: Value
}

const PARTS = ['Translated', 'Stale', 'Missing']

/** Tables of locales: one of units and words, one of documents and translators. */
export function localeTables(report: StatusReport): readonly Element[] {
  const rows = Object.entries(report.locales).map(([tag, value]) => ({ header: localeHeader(tag), value }))
  return [
    table<LocaleStatus>('units', 'Units and words of the source', 'Language', rows, [
      { columns: ['Coverage'], cells: (status) => [percentOf(status)] },
      { header: 'Units', columns: PARTS, cells: ({ units }) => partsOf(units).map(numberOf) },
      { header: 'Words', columns: PARTS, cells: ({ words }) => partsOf(words).map(numberOf) },
    ]),
    table<LocaleStatus>('documents', 'Documents, and who translated the units', 'Language', rows, [
      {
        header: 'Documents',
        columns: ['Complete', 'Partial', 'Stale', 'Missing'],
        cells: ({ documents: { complete, partial, stale, missing } }) =>
          [complete, partial, stale, missing].map(numberOf),
      },
      {
        header: 'Translated by',
        columns: ['Machine', 'Human', 'Unknown'],
        cells: ({ translatedBy: { machine, human, unknown } }) => sharesOf([machine, human, unknown]),
      },
    ]),
  ]
}

/** Table of the coverage of each folder in each locale. */
export function folderTable({ folders, locales }: StatusReport): Element {
  const tags = Object.keys(locales)
  const rows = folders.map((value) => ({ header: [element('bdi', {}, nameOfFolder(value.path))], value }))
  return table('folders', 'Coverage by folder, without subfolders', 'Folder', rows, [
    { columns: ['Documents'], cells: ({ total }) => [numberOf(total.documents)] },
    { columns: ['Units'], cells: ({ total }) => [numberOf(total.units)] },
    ...tags.map((tag) => ({
      columns: [clean(tag)],
      cells: (folder: (typeof folders)[number]) => [percentOf(folder.locales[tag])],
    })),
  ])
}

function localeHeader(tag: string): readonly (ElementContent | string)[] {
  return [`${nameOfLocale(tag)} `, element('code', {}, clean(tag))]
}

/** A table that scrolls on its own, also by keyboard, if the page is too narrow. */
function table<Value>(
  id: string,
  caption: string,
  corner: string,
  rows: readonly Row<Value>[],
  groups: readonly Group<Value>[],
): Element {
  const body = rows.map(({ header, value }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, ...header),
      ...groups.flatMap((group) =>
        group.cells(value).map((cell, index) => element('td', fromOf(group, index), cell)),
      ),
    ),
  )
  return element(
    'div',
    { className: ['scroll'], role: 'region', ariaLabelledBy: [id], tabIndex: 0 },
    element(
      'table',
      {},
      element('caption', { id }, caption),
      ...columnGroups(groups),
      head(corner, groups),
      element('tbody', {}, ...body),
    ),
  )
}

/** Column groups for headers with `scope="colgroup"`. */
function columnGroups(groups: readonly Group<never>[]): readonly Element[] {
  if (!groups.some(({ header }) => header)) return []
  return [
    element('colgroup', {}, element('col', {})),
    ...groups.map(({ columns }) => element('colgroup', { span: columns.length })),
  ]
}

function head(corner: string, groups: readonly Group<never>[]): Element {
  const isDouble = groups.some(({ header }) => header)
  const span = isDouble ? { rowSpan: 2 } : {}
  const top = groups.map(({ header, columns }) =>
    header
      ? element('th', { scope: 'colgroup', colSpan: columns.length, className: ['group', 'from'] }, header)
      : element('th', { scope: 'col', ...span }, columns[0]!),
  )
  const below = groups.flatMap((group) =>
    group.header
      ? group.columns.map((column, index) => element('th', { scope: 'col', ...fromOf(group, index) }, column))
      : [],
  )
  const first = element(
    'tr',
    {},
    element('th', { scope: 'col', className: ['corner'], ...span }, corner),
    ...top,
  )
  return element('thead', {}, first, ...(isDouble ? [element('tr', {}, ...below)] : []))
}

/** Marks the first column of a group, which gets a line before it. */
function fromOf({ header }: Group<never>, index: number): { className?: string[] } {
  return header && index === 0 ? { className: ['from'] } : {}
}
