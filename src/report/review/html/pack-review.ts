import { deflateRawSync } from 'node:zlib'
import { HEADLINES } from '../../../review/order/count-units.ts'
import { type Review, RISKS } from '../../../review/types/review.ts'
import type { ReviewPage } from '../../../review/types/review-page.ts'
import { packDocument } from './pack-units.ts'

/** Characters of JSON that documents of one chunk have together, at least. */
const CHUNK = 100_000

/** The data of the page as base64 of raw DEFLATE of JSON. */
export interface PackedReview {
  /** What the list needs: see {@link indexOf}. */
  readonly index: string
  /** Lists of packed documents, those that the first items need first. */
  readonly chunks: readonly string[]
}

/** Where a document's units are. */
interface Placed {
  /** Index in `documents`. */
  readonly document: number
  readonly chunk: number
  /** Its index in the chunk. */
  readonly at: number
}

/** Packs a review; all its texts are in `chunks`, each once. */
export function packReview(review: Review, { rowsOf }: Pick<ReviewPage, 'rowsOf'>): PackedReview {
  const chunks: string[] = []
  const places: Placed[] = []
  let open: string[] = []
  let length = 0
  const close = () => {
    if (open.length > 0) chunks.push(pack(`[${open.join(',')}]`))
    open = []
    length = 0
  }
  for (const document of inOrderOfItems(review)) {
    places.push({ document, chunk: chunks.length, at: open.length })
    const json = JSON.stringify(packDocument(review.documents[document]!, rowsOf(document)))
    open.push(json)
    length += json.length
    // The first item does not wait for others.
    if (length >= CHUNK || chunks.length === 0) close()
  }
  close()
  return { index: pack(JSON.stringify(indexOf(review, places))), chunks }
}

/** Documents with changed units, in the order in which the list first names them. */
function inOrderOfItems({ items }: Review): ReadonlySet<number> {
  return new Set(items.flatMap(({ members }) => members.map(([document]) => document)))
}

/**
 * The data of the list. Changed units are numbered through all documents, in the order of `documents`; columns have a
 * value for each item.
 */
function indexOf({ documents, items, groups, ...review }: Review, places: readonly Placed[]) {
  const firsts = new Map<number, readonly number[]>()
  let first = 0
  const packed = places.map(({ document, chunk, at }) => {
    const { path, oldPath, locale, facts, join, units } = documents[document]!
    // The number of each unit among the changed ones.
    const numbers: number[] = []
    let number = first
    for (const { texts } of units) numbers.push(texts ? number++ : -1)
    firsts.set(document, numbers)
    const place = { path, oldPath, locale, facts, join, chunk, at, first }
    first = number
    return place
  })
  const rules: Record<string, number[]> = {}
  const members = items.map((item, index) => {
    const own = new Set<string>()
    const numbers = item.members.map(([document, unit]) => {
      for (const { rule } of documents[document]!.units[unit]!.findings?.added ?? []) own.add(rule)
      return firsts.get(document)![unit]!
    })
    for (const rule of own) {
      const all = rules[rule] ?? []
      all.push(index)
      rules[rule] = all
    }
    return numbers.length === 1 ? numbers[0]! : numbers
  })
  return {
    base: review.base,
    head: review.head,
    sourceLocale: review.sourceLocale,
    locales: review.locales,
    counts: review.counts,
    effort: review.effort.weighted,
    problems: documents
      .filter(({ problem }) => problem !== undefined)
      .map(({ path, problem }) => [path, problem]),
    risks: RISKS,
    headlines: HEADLINES,
    documents: packed,
    units: first,
    rules,
    items: {
      risk: items.map(({ risk }) => RISKS.indexOf(risk)),
      headline: items.map(({ headline }) => HEADLINES.indexOf(headline)),
      members,
      group: items.map(({ group }) => group ?? -1),
    },
    groups,
  }
}

function pack(json: string): string {
  return deflateRawSync(json, { level: 9 }).toString('base64')
}
