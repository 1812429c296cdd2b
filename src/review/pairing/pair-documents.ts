import { compare } from '../../util/data/compare.ts'
import type { ScannedDocument } from '../scan/scanned-document.ts'
import type { DocumentJoin } from '../types/document-review.ts'

/** A document without a partner under the same path. */
export interface LoneDocument {
  readonly path: string
  readonly locale: string
  /** `ms.openlocfilehash`: hash of the translated source file. */
  readonly sourceHash?: string
  /** Its distinct source texts that are long enough to tell documents apart. */
  readonly sentences: ReadonlySet<string>
}

/** A document that moved: its old and its new path. */
export interface MovedDocument {
  readonly oldPath: string
  readonly path: string
  readonly join: DocumentJoin
}

/** Minimum length of a sentence that tells documents apart, in characters. */
const LONG_ENOUGH = 30
/** Minimum share of distinctive sentences that two versions of a document have in common. */
const SIMILAR = 0.5
/** Minimum lead in that share over the second-best candidate. */
const MARGIN = 0.1
/** Minimum number of distinctive sentences in common. */
const ENOUGH = 3

/** Describes a document for {@link pairDocuments}. */
export function toLoneDocument(
  path: string,
  locale: string,
  { front, units }: ScannedDocument,
): LoneDocument {
  const sentences = new Set<string>()
  for (const { plain } of units) if (plain.length >= LONG_ENOUGH) sentences.add(` ${plain}`.slice(1))
  return { path, locale, sentences, ...(front.sourceHash !== undefined && { sourceHash: front.sourceHash }) }
}

/**
 * Pairs documents of the same locale that have moved: those with the same source file, then those that share
 * most of the sentences that few other documents have. Several equally good partners make none.
 */
export function pairDocuments(
  removed: readonly LoneDocument[],
  added: readonly LoneDocument[],
): readonly MovedDocument[] {
  const moved: MovedDocument[] = []
  const taken = new Set<LoneDocument>()
  const take = (old: LoneDocument, current: LoneDocument, join: DocumentJoin) => {
    taken.add(old).add(current)
    moved.push({ oldPath: old.path, path: current.path, join })
  }
  for (const [old, current] of pairsByHash(removed, added)) take(old, current, { method: 'source-hash' })
  const isOpen = (document: LoneDocument) => !taken.has(document)
  for (const [old, current, share] of pairsBySentences(removed.filter(isOpen), added.filter(isOpen)))
    take(old, current, { method: 'sentences', share })
  return moved.sort((a, b) => compare(a.path, b.path))
}

function pairsByHash(
  removed: readonly LoneDocument[],
  added: readonly LoneDocument[],
): readonly (readonly [LoneDocument, LoneDocument])[] {
  const olds = uniqueByHash(removed)
  return [...uniqueByHash(added)].flatMap(([hash, current]) => {
    const old = olds.get(hash)
    return old && current ? [[old, current] as const] : []
  })
}

/** Documents by locale and hash; `undefined` for a hash that several have. */
function uniqueByHash(documents: readonly LoneDocument[]): ReadonlyMap<string, LoneDocument | undefined> {
  const byHash = new Map<string, LoneDocument | undefined>()
  for (const document of documents) {
    if (document.sourceHash === undefined) continue
    const key = `${document.locale} ${document.sourceHash}`
    byHash.set(key, byHash.has(key) ? undefined : document)
  }
  return byHash
}

/** Pairs that are each other's best partner, with a lead, and their share of common distinctive sentences. */
function pairsBySentences(
  removed: readonly LoneDocument[],
  added: readonly LoneDocument[],
): readonly (readonly [LoneDocument, LoneDocument, number])[] {
  const holders = { removed: holdersOf(removed), added: holdersOf(added) }
  const sizes = new Map([...sizesOf(removed, holders.removed), ...sizesOf(added, holders.added)])
  const candidates = new Map<LoneDocument, [LoneDocument, number][]>()
  const note = (one: LoneDocument, other: LoneDocument, share: number) => {
    const all = candidates.get(one)
    if (all) all.push([other, share])
    else candidates.set(one, [[other, share]])
  }
  for (const old of removed) {
    for (const [current, common] of commonCounts(old, holders)) {
      const share = (2 * common) / (sizes.get(old)! + sizes.get(current)!)
      if (common < ENOUGH || share < SIMILAR) continue
      note(old, current, share)
      note(current, old, share)
    }
  }
  const bestOf = (document: LoneDocument) => {
    const [first, second] = (candidates.get(document) ?? []).sort((a, b) => b[1] - a[1])
    return first && (!second || first[1] - second[1] >= MARGIN) ? first : undefined
  }
  return removed.flatMap((old) => {
    const best = bestOf(old)
    if (!best || bestOf(best[0])?.[0] !== old) return []
    return [[old, best[0], Math.round(best[1] * 1000) / 1000] as const]
  })
}

type Holders = ReadonlyMap<string, readonly LoneDocument[]>

/** Documents by locale and sentence. */
function holdersOf(documents: readonly LoneDocument[]): Holders {
  const holders = new Map<string, LoneDocument[]>()
  for (const document of documents) {
    for (const sentence of document.sentences) {
      const key = keyOf(document, sentence)
      const all = holders.get(key)
      if (all) all.push(document)
      else holders.set(key, [document])
    }
  }
  return holders
}

/** Number of distinctive sentences of each document: those that no other document of its side has. */
function sizesOf(documents: readonly LoneDocument[], holders: Holders): [LoneDocument, number][] {
  return documents.map((document) => [
    document,
    [...document.sentences].filter((sentence) => holders.get(keyOf(document, sentence))!.length === 1).length,
  ])
}

/** Number of distinctive sentences that a document has in common with each document of the other side. */
function commonCounts(
  old: LoneDocument,
  { removed, added }: { readonly removed: Holders; readonly added: Holders },
): ReadonlyMap<LoneDocument, number> {
  const counts = new Map<LoneDocument, number>()
  for (const sentence of old.sentences) {
    const key = keyOf(old, sentence)
    const [current, another] = added.get(key) ?? []
    if (!current || another || removed.get(key)!.length > 1) continue
    counts.set(current, (counts.get(current) ?? 0) + 1)
  }
  return counts
}

function keyOf({ locale }: LoneDocument, sentence: string): string {
  return `${locale} ${sentence}`
}
