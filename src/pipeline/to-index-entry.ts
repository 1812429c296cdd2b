import type { VFile } from 'vfile'
import { localeOf, type OutputKind } from '../render/context.ts'
import type { IndexEntry, IndexLocale } from '../render/index/index-entry.ts'
import type { Rendition } from './renditions.ts'
import type { Visited } from './run-documents.ts'

/** What the index needs of a document that was made, so that the document itself need not stay in memory. */
export interface MadeDocument {
  readonly entry: Omit<IndexEntry, 'errors' | 'warnings'>
  /** The files that take its messages. */
  readonly files: readonly VFile[]
  /** The files of single locales, where there are several. */
  readonly filesByLocale: ReadonlyMap<string, readonly VFile[]>
}

/** Keeps of a document what the index needs. */
export function toMadeDocument(
  { path, members, joined }: Visited,
  renditions: readonly Rendition[],
  outputs: ReadonlyMap<Rendition, ReadonlySet<OutputKind>>,
): MadeDocument {
  const { sourceLocale, units } = joined ?? members[0]!.document
  const locales = renditions.map((rendition): [string, IndexLocale] => {
    const { document, side, isUntranslated } = rendition
    // A copy, because a part of the input's text would keep all of it in memory.
    const made = { title: structuredClone(document.title[side]), outputs: outputs.get(rendition)! }
    return [localeOf(document, side), { ...made, ...(isUntranslated && { untranslated: true }) }]
  })
  const targets = joined ? renditions.filter(({ side }) => side === 'target') : []
  return {
    entry: { path, sourceLocale, units: Object.keys(units).length, locales: Object.fromEntries(locales) },
    files: members.map(({ file }) => file),
    filesByLocale: new Map(
      targets.map(({ document, member, isUntranslated }) => [
        document.targetLocale,
        isUntranslated ? [] : [member.file],
      ]),
    ),
  }
}

/** What the index tells of a document, its messages counted: once all checks have run. */
export function toIndexEntry({ entry, files, filesByLocale }: MadeDocument): IndexEntry {
  const locales = Object.entries(entry.locales).map(([locale, made]): [string, IndexLocale] => {
    const own = filesByLocale.get(locale)
    return [locale, own ? { ...made, messages: countMessages(own) } : made]
  })
  return { ...entry, ...countMessages(files), locales: Object.fromEntries(locales) }
}

/** The number of errors and warnings of files. */
function countMessages(files: readonly VFile[]): Pick<IndexEntry, 'errors' | 'warnings'> {
  const messages = files.flatMap((file) => file.messages)
  return {
    errors: messages.filter(({ fatal }) => fatal === true).length,
    warnings: messages.filter(({ fatal }) => fatal === false).length,
  }
}
