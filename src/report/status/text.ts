import picocolors from 'picocolors'
import type { FolderStatus, LocaleStatus, StatusReport } from '../../model/findings/status.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { clean } from '../text/words.ts'
import { type Column, layOutColumns, widthOf } from './columns.ts'
import { foldFolders } from './fold-folders.ts'
import { percentOf, sumOf } from './percent.ts'
import { nameOfFolder, nameOfLocale, partsOf, sharesOf, totalOf } from './words.ts'

type Colors = ReturnType<typeof picocolors.createColors>

/** Options for showing a status report in a terminal. */
export interface StatusTextOptions {
  /** Whether to colour the output with ANSI escapes. Default: `false`. */
  readonly color?: boolean
  /** Width of the terminal in characters. Default: 100. */
  readonly width?: number
}

const NARROWEST_BAR = 10
const WIDEST_BAR = 30
const LEGEND = [
  '█ translated  ▒ stale: an earlier source text is translated  ░ missing',
  'units, words: translated/stale/missing  documents: complete/partial/stale/missing',
  'translated by: machine/human/unknown',
]

/**
 * Formats a translation status report for a terminal: a line for each locale, then a table of folders by
 * locale.
 */
export function statusToText(report: StatusReport, options: StatusTextOptions = {}): string {
  const { color = false, width = 100 } = options
  const colors = picocolors.createColors(color)
  const source = `${nameOfLocale(report.sourceLocale)} (${clean(report.sourceLocale)})`
  const lines = [
    `${totalOf(report.total)} in ${source}`,
    '',
    ...localeTable(report, width, colors),
    ...folderTable(report, width, colors),
  ]
  return `${lines.join('\n')}\n`
}

function localeTable(report: StatusReport, width: number, colors: Colors): readonly string[] {
  const tags = Object.keys(report.locales)
  const locales = Object.values(report.locales)
  if (locales.length === 0) return ['No translations']
  const first = startColumn('locale', joinParts(tags.map((tag) => [clean(tag), nameOfLocale(tag)])))
  const numbers = [
    shareColumn('translated', locales, colors),
    numberColumn('units', locales, ({ units }) => partsOf(units)),
    numberColumn('words', locales, ({ words }) => partsOf(words)),
    numberColumn('documents', locales, ({ documents }) => [
      documents.complete,
      documents.partial,
      documents.stale,
      documents.missing,
    ]),
    endColumn(
      'translated by',
      locales.map(({ translatedBy }) =>
        sharesOf([translatedBy.machine, translatedBy.human, translatedBy.unknown]).join('/'),
      ),
    ),
  ]
  const used = [first, ...numbers].reduce((sum, column) => sum + widthOf(column) + 2, 0)
  const bar = barColumn(locales, Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, width - used)), colors)
  const [share, ...others] = numbers
  const columns = [share!, bar, ...others]
  return [
    ...layOutColumns(columns, { width, first, paintHeader: colors.bold }),
    '',
    ...LEGEND.map((line) => colors.dim(line)),
  ]
}

function folderTable(report: StatusReport, width: number, colors: Colors): readonly string[] {
  const { listed, complete } = foldFolders(report)
  const tags = Object.keys(report.locales)
  if (report.folders.length === 0 || tags.length === 0) return []
  const columns = tags.map((tag) => folderColumn(clean(tag), tag, listed, colors))
  const last = startColumn(
    'folder',
    listed.map(({ path }) => nameOfFolder(path)),
  )
  const folded = colors.dim(`${countOf(complete, 'folder')} complete in all locales not listed`)
  return [
    '',
    ...(listed.length > 0 ? layOutColumns(columns, { width, last, paintHeader: colors.bold }) : []),
    ...(complete > 0 ? [folded] : []),
  ]
}

function folderColumn(header: string, tag: string, folders: readonly FolderStatus[], colors: Colors): Column {
  return shareColumn(
    header,
    folders.map(({ locales }) => locales[tag]),
    colors,
  )
}

/** Column of coverages: green if everything is translated, red if nothing is. */
function shareColumn(
  header: string,
  statuses: readonly (LocaleStatus | undefined)[],
  colors: Colors,
): Column {
  const paint = (cell: string, row: number) => {
    const status = statuses[row]
    if (!status || sumOf(status.units) === 0) return colors.dim(cell)
    return status.coverage >= 1 ? colors.green(cell) : status.coverage <= 0 ? colors.red(cell) : cell
  }
  return { ...endColumn(header, statuses.map(percentOf)), paint }
}

function barColumn(locales: readonly LocaleStatus[], width: number, colors: Colors): Column {
  const paint = (cell: string) =>
    cell
      .replace(/█+/, (blocks) => colors.green(blocks))
      .replace(/▒+/, (blocks) => colors.yellow(blocks))
      .replace(/░+/, (blocks) => colors.red(blocks))
  return {
    ...startColumn(
      '',
      locales.map((status) => barOf(status, width)),
    ),
    paint,
  }
}

/** A bar of block characters; shows at least one for stale and missing units, however few. */
function barOf({ units }: LocaleStatus, width: number): string {
  const all = sumOf(units)
  if (all === 0) return ' '.repeat(width)
  const stale = Math.ceil((units.stale * width) / all)
  const missing = Math.min(Math.ceil((units.missing * width) / all), width - stale)
  return '█'.repeat(width - stale - missing) + '▒'.repeat(stale) + '░'.repeat(missing)
}

function numberColumn(
  header: string,
  locales: readonly LocaleStatus[],
  toParts: (status: LocaleStatus) => readonly number[],
): Column {
  return endColumn(
    header,
    locales.map((status) => toParts(status).map(numberOf).join('/')),
  )
}

/** Tags padded to the same width, each with its name. */
function joinParts(rows: readonly (readonly [tag: string, name: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([tag]) => tag.length))
  return rows.map(([tag, name]) => `${tag.padEnd(width)}  ${name}`)
}

function startColumn(header: string, cells: readonly string[]): Column {
  return { header, cells, align: 'start' }
}

function endColumn(header: string, cells: readonly string[]): Column {
  return { header, cells, align: 'end' }
}
