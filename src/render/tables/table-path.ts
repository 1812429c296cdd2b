import type { BilingualDocument } from '../../model/document.ts'
import type { Table } from '../../model/table.ts'
import { DATA, outputPath } from '../context.ts'

/** Path of a table's file that has all locales: `data/<path>.tables/<n>-<id>.html`. */
export function multilingualTablePath(document: BilingualDocument, table: Table, ending: string): string {
  return outputPath(DATA, document.path, `.tables/${table.index + 1}-${table.id}${ending}`)
}
