import { deflateRawSync } from 'node:zlib'
import { HEADLINES } from '../../../review/order/count-units.ts'
import { isFolded } from '../../../review/order/risk-of.ts'
import { type Review, RISKS } from '../../../review/types/review.ts'
import type { PackedDocuments } from '../../../review/types/review-page.ts'

/**
 * Packs the data of the list as raw DEFLATE of JSON. Changed units are numbered through all `documents`; columns of `items`
 * have a value for each item.
 */
export function packIndex(
  { documents, items, groups, ...review }: Review,
  { places }: PackedDocuments,
): Buffer {
  const numbers = new Map<number, readonly number[]>()
  const rules = new Map<string, number[]>()
  let units = 0
  const placed = [...places].map(([index, place]) => {
    const { path, oldPath, locale, facts, join, units: all } = documents[index]!
    const first = units
    // The number of each changed unit by its index.
    numbers.set(
      index,
      all.map(({ texts }) => (texts ? units++ : -1)),
    )
    return { path, oldPath, locale, facts, join, ...place, first }
  })
  const members = items.map((item, index) => {
    const own = new Set<string>()
    const list = item.members.map(([document, unit]) => {
      for (const { rule } of documents[document]!.units[unit]!.findings?.added ?? []) own.add(rule)
      return numbers.get(document)![unit]!
    })
    for (const rule of own) rules.set(rule, [...(rules.get(rule) ?? []), index])
    return list.length === 1 ? list[0]! : list
  })
  const unread = documents.flatMap(({ path, problem }) => (problem === undefined ? [] : [[path, problem]]))
  const index = {
    base: review.base,
    head: review.head,
    sourceLocale: review.sourceLocale,
    locales: review.locales,
    lapsed: review.counts.decisions?.lapsed ?? 0,
    unread,
    risks: RISKS,
    folded: RISKS.filter(isFolded),
    headlines: HEADLINES,
    documents: placed,
    units,
    rules: Object.fromEntries(rules),
    items: {
      risk: items.map(({ risk }) => RISKS.indexOf(risk)),
      headline: items.map(({ headline }) => HEADLINES.indexOf(headline)),
      members,
      group: items.map(({ group }) => group ?? -1),
    },
    groups,
  }
  return deflateRawSync(JSON.stringify(index), { level: 9 })
}

/** Numbers of chunks, those that the first items need first. */
export function chunksInOrder({ items }: Review, { chunks, places }: PackedDocuments): readonly number[] {
  const order = new Set<number>()
  for (const { members } of items) {
    for (const [document] of members) order.add(places.get(document)!.chunk)
    if (order.size === chunks.length) break
  }
  return [...order]
}
