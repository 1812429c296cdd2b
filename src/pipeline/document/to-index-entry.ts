import type { VFile } from 'vfile'
import { descriptionOf } from '../../model/text-entry.ts'
import { localeOf, outputPath } from '../../render/context.ts'
import type { IndexEntry, IndexLocale } from '../../render/index/index-entry.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import type { MadeKinds } from '../write-outputs.ts'
import type { MadeDocument, MadeLocale, OutputBatch } from './document-result.ts'
import type { Member, ParsedDocument } from './parsed-document.ts'
import type { Rendition } from './renditions.ts'

/** Picks the parts of a document that the index needs. */
export function toMadeDocument(
  { members, joined }: ParsedDocument,
  renditions: readonly Rendition[],
  outputs: readonly OutputBatch[],
  indexOf: (member: Member) => number,
): MadeDocument {
  const { sourceLocale, units } = joined ?? members[0]!.document
  const locales = renditions.map(({ document, side, member, isUntranslated }): [string, MadeLocale] => {
    const own = isUntranslated ? [] : [indexOf(member)]
    return [
      localeOf(document, side),
      {
        // Copies, because a substring would keep the whole input in memory.
        title: structuredClone(document.title[side]),
        description: isUntranslated ? null : structuredClone(descriptionOf(document, side)),
        date: structuredClone(document.handoff.date ?? null),
        ...(isUntranslated && { untranslated: true }),
        ...(joined && side === 'target' && { members: own }),
      },
    ]
  })
  return {
    sourceLocale,
    units: Object.keys(units).length,
    locales: Object.fromEntries(locales),
    data: outputs
      .filter(({ kind }) => kind === 'json')
      .flatMap(({ files }) => files.map(({ path, content }) => ({ path, hash: hashOf(content) }))),
    members: members.map(indexOf),
  }
}

/**
 * Makes the index entry of a document and counts its messages, once all checks have run.
 *
 * @param files with the messages, one for each input.
 * @param pdfs paths of the printed PDFs.
 */
export function toIndexEntry(
  path: string,
  { sourceLocale, units, locales, data, members: all }: MadeDocument,
  outputs: MadeKinds,
  files: readonly VFile[],
  pdfs: ReadonlySet<string>,
): IndexEntry {
  const countOf = (members: readonly number[]) => countMessages(members.map((member) => files[member]!))
  const entries = Object.entries(locales).map(
    ([locale, { title, untranslated, members }]): [string, IndexLocale] => [
      locale,
      {
        title,
        outputs: outputs.get(locale) ?? new Set(),
        ...(untranslated && { untranslated }),
        ...(pdfs.has(outputPath(locale, path, '.runbook.pdf')) && { hasPdf: true }),
        ...(members && { messages: countOf(members) }),
      },
    ],
  )
  return {
    path,
    sourceLocale,
    units,
    ...(data.length > 0 && { data }),
    ...countOf(all),
    locales: Object.fromEntries(entries),
  }
}

/** Counts the errors and warnings of files. */
export function countMessages(files: readonly VFile[]): Pick<IndexEntry, 'errors' | 'warnings'> {
  let [errors, warnings] = [0, 0]
  for (const { messages } of files) {
    for (const { fatal } of messages) {
      if (fatal === true) errors++
      else if (fatal === false) warnings++
    }
  }
  return { errors, warnings }
}
