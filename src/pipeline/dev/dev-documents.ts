import { DEFAULT_OUTPUTS, type OutputKind } from '../../render/output-kinds.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { DocumentResult, MadeDocument } from '../document/document-result.ts'
import type { SiteDocument } from '../site/catalog.ts'
import type { DevDocset } from './dev-docset.ts'
import type { DevOptions } from './dev-options.ts'

/** Describes the documents for lists and navigation; unread documents have no title and no counts. */
export function describeDocuments(
  { groups, outputConflicts }: DevDocset,
  resultOf: (group: DocumentInputs) => DocumentResult | undefined,
  options: DevOptions,
): readonly SiteDocument[] {
  const kinds = new Set<OutputKind>(
    (options.only ?? DEFAULT_OUTPUTS).filter((kind) => kind === 'page' || kind === 'json'),
  )
  return groups.flatMap((group): SiteDocument | [] => {
    if (outputConflicts.has(group.path) || group.inputs.every(({ fragment }) => fragment)) return []
    const result = resultOf(group)
    const made = result ? result.made : unread(group, options)
    if (!made) return []
    return { group, made, kinds: new Map(Object.keys(made.locales).map((locale) => [locale, kinds])) }
  })
}

function unread({ docset }: DocumentInputs, { sourceLocale = 'en-US', locales }: DevOptions): MadeDocument {
  const tags = [...docset.roots.values(), sourceLocale].filter((tag) => tag !== undefined)
  const wanted = tags.filter((tag) => !locales || locales.includes(tag))
  return {
    sourceLocale,
    units: 0,
    locales: Object.fromEntries(wanted.map((tag) => [tag, { title: null, description: null, date: null }])),
    data: [],
    members: [],
  }
}
