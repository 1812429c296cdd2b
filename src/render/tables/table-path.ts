import type { BilingualDocument } from '../../model/document.ts'
import type { Table } from '../../model/table.ts'
import { DATA, outputPath } from '../context.ts'

/** Path of a table's file in one locale: `<locale>/<path>.tables/<n>-<id>.html`. */
export function tablePath(
  { path }: Pick<BilingualDocument, 'path'>,
  locale: string,
  table: Table,
  ending: string,
): string {
  return outputPath(locale, path, `.tables/${table.index + 1}-${table.id}${ending}`)
}

/** Path of a table's file with all locales: `data/<path>.tables/<n>-<id>.html`. */
export function multilingualTablePath(document: BilingualDocument, table: Table, ending: string): string {
  return tablePath(document, DATA, table, ending)
}
