import type { LocaleStatus, StatusReport } from '../../model/findings/status.ts'
import { countOf, numberOf } from '../../util/count-of.ts'
import { code, escapeText } from '../markdown-text.ts'
import { foldFolders } from './fold-folders.ts'
import { percentOf } from './percent.ts'
import { nameOfFolder, nameOfLocale, partsOf, sharesOf, totalOf } from './words.ts'

/** Maximum characters of the table of folders: a comment on GitHub holds 65,536. */
const ROOM = 50_000

const HEADER = ['Language', 'Translated', 'Units', 'Words', 'Documents', 'Machine / human / unknown']

const LEGEND =
  '<sub>Units and words: translated / stale / missing. Documents: complete / partial / stale / missing. ' +
  'Stale: an earlier source text is translated.</sub>'

/**
 * Formats a translation status report for a comment on a pull request: a table of locales, and one of folders
 * to expand.
 */
export function statusToMarkdown(report: StatusReport): string {
  const tags = Object.keys(report.locales)
  const source = `${escapeText(nameOfLocale(report.sourceLocale))} (${code(report.sourceLocale)})`
  const sections = [
    '### Translation status',
    `${totalOf(report.total)} in ${source}`,
    ...(tags.length === 0
      ? ['No translations']
      : [localeTable(report), LEGEND, ...folderSection(report, tags)]),
  ]
  return `${sections.join('\n\n')}\n`
}

function localeTable(report: StatusReport): string {
  const rows = Object.entries(report.locales).map(([tag, status]) => localeRow(tag, status))
  return [line(HEADER), delimiters(HEADER.length), ...rows.map(line)].join('\n')
}

function localeRow(tag: string, status: LocaleStatus): readonly string[] {
  const { documents, translatedBy } = status
  return [
    `${escapeText(nameOfLocale(tag))} (${code(tag)})`,
    percentOf(status),
    join(partsOf(status.units)),
    join(partsOf(status.words)),
    join([documents.complete, documents.partial, documents.stale, documents.missing]),
    sharesOf([translatedBy.machine, translatedBy.human, translatedBy.unknown]).join(' / '),
  ]
}

function folderSection(report: StatusReport, tags: readonly string[]): readonly string[] {
  const { listed, complete } = foldFolders(report)
  if (report.folders.length === 0) return []
  const header = ['Folder', ...tags.map(code)]
  const rows = listed.map(({ path, locales }) =>
    line([path === '' ? nameOfFolder(path) : code(path), ...tags.map((tag) => percentOf(locales[tag]))]),
  )
  const shown = rowsThatFit(rows)
  const left = rows.length - shown.length
  const notes = [
    ...(left > 0 ? [`${countOf(left, 'more folder')} not listed`] : []),
    ...(complete > 0 ? [`${countOf(complete, 'folder')} complete in all locales not listed`] : []),
  ]
  return [
    `<details>\n<summary>${countOf(report.folders.length, 'folder')}</summary>`,
    ...(shown.length > 0 ? [[line(header), delimiters(header.length), ...shown].join('\n')] : []),
    ...notes,
    '</details>',
  ]
}

function rowsThatFit(rows: readonly string[]): readonly string[] {
  let room = ROOM
  const end = rows.findIndex((row) => {
    room -= row.length + 1
    return room < 0
  })
  return end === -1 ? rows : rows.slice(0, end)
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The delimiter row: first column left-aligned, numbers right-aligned. */
function delimiters(columns: number): string {
  return line(Array.from({ length: columns }, (_, column) => (column === 0 ? '---' : '--:')))
}

function join(parts: readonly number[]): string {
  return parts.map(numberOf).join(' / ')
}
