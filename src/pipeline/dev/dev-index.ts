import type { VFile } from 'vfile'
import { DEFAULT_OUTPUTS, type OutputKind } from '../../render/context.ts'
import type { IndexEntry } from '../../render/index/index-entry.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { DocumentResult } from '../document/document-result.ts'
import { toIndexEntry } from '../document/to-index-entry.ts'
import type { DevDocset } from './dev-docset.ts'
import type { DevOptions } from './dev-options.ts'

/** A document that was read, with its messages. */
interface KnownDocument {
  readonly result: DocumentResult
  readonly files: readonly VFile[]
}

/** Entries of the lists of documents; unread documents have no title and no counts. */
export function indexEntries(
  { groups, outputConflicts }: DevDocset,
  documentOf: (group: DocumentInputs) => KnownDocument | undefined,
  options: DevOptions,
): readonly IndexEntry[] {
  const kinds = new Set<OutputKind>(
    (options.only ?? DEFAULT_OUTPUTS).filter((kind) => kind === 'page' || kind === 'json'),
  )
  return groups.flatMap((group): IndexEntry | [] => {
    if (outputConflicts.has(group.path) || group.inputs.every(({ fragment }) => fragment)) return []
    const document = documentOf(group)
    if (!document) return unread(group, kinds, options)
    const { made, path } = document.result
    if (!made) return []
    const outputs = new Map(Object.keys(made.locales).map((locale) => [locale, kinds]))
    return toIndexEntry(path, made, outputs, document.files, new Set())
  })
}

function unread(
  { path, docset }: DocumentInputs,
  outputs: ReadonlySet<OutputKind>,
  options: DevOptions,
): IndexEntry {
  const { sourceLocale = 'en-US', locales } = options
  const tags = [...docset.roots.values(), sourceLocale].filter((tag) => tag !== undefined)
  const wanted = tags.filter((tag) => !locales || locales.includes(tag))
  const made = Object.fromEntries(wanted.map((tag) => [tag, { title: null, outputs }]))
  return { path, sourceLocale, locales: made, units: 0, errors: 0, warnings: 0 }
}
