import type { VFile } from 'vfile'
import type { BilingualDocument } from '../model/document.ts'
import type { Side } from '../model/unit.ts'
import { localeOf, type OutputKind } from '../render/context.ts'
import type { IndexEntry } from '../render/index/index-entry.ts'

/** What the index tells of a document; its messages are counted later, when all checks have run. */
export function toIndexEntry(
  document: BilingualDocument,
  sides: readonly Side[],
  outputs: ReadonlySet<OutputKind>,
): Omit<IndexEntry, 'errors' | 'warnings'> {
  const locales = sides.map((side) => [localeOf(document, side), { title: document.title[side], outputs }])
  return {
    path: document.path,
    sourceLocale: document.sourceLocale,
    locales: Object.fromEntries(locales),
    units: Object.keys(document.units).length,
  }
}

/** The number of errors and warnings of a file. */
export function countMessages({ messages }: VFile): Pick<IndexEntry, 'errors' | 'warnings'> {
  return {
    errors: messages.filter(({ fatal }) => fatal === true).length,
    warnings: messages.filter(({ fatal }) => fatal === false).length,
  }
}
