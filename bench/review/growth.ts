/**
 * Measures how the time of a review grows with the units of one document, for several kinds of change, and with
 * the number of documents: each size is twice the one before, so the time should double at most.
 *
 *     npx jiti bench/review/growth.ts [UNITS]
 */

import { reviewDocument } from '../../src/review/document/review-document.ts'
import { createEffortCounter } from '../../src/review/order/count-effort.ts'
import { groupItems } from '../../src/review/order/group-items.ts'
import { makeItems } from '../../src/review/order/make-items.ts'
import { pairDocuments, toLoneDocument } from '../../src/review/pairing/pair-documents.ts'
import { scanDocument } from '../../src/review/scan/scan-document.ts'

type Texts = readonly [source: string, target: string]

const LEAST = Number(process.argv[2] ?? 5000)

/** A sentence of ten words, some of which are in many sentences; its own for each number. */
function sentence(at: number): Texts {
  const words = Array.from({ length: 9 }, (_, word) => `w${(at * (word * 7 + 3)) % (word < 5 ? 40 : 977)}`)
  return [`The ${words.join(' ')} number ${at}.`, `Phrase ${at} ${words[0]}.`]
}

function documentOf(units: readonly Texts[], prefix: string): string {
  return units
    .map(
      ([source, target], at) =>
        `<span data-ttu-id="${prefix}-${at}">${target}</span><span class="sxs-lookup"><span data-stu-id="${prefix}-${at}">${source}</span></span>`,
    )
    .join('\n\n')
}

/** New versions of a document of different sentences, or of equal ones. */
const CHANGES: Readonly<Record<string, (units: readonly Texts[]) => readonly Texts[]>> = {
  'nothing but ids': (units) => units,
  'each tenth source changes': (units) =>
    units.map(([source, target], at) => [
      at % 10 === 0 ? source.replace('number', 'numeral') : source,
      target,
    ]),
  'every source changes': (units) =>
    units.map(([source, target]) => [source.replace('number', 'numeral'), target]),
  'every target changes': (units) => units.map(([source, target]) => [source, `${target}!`]),
  'halves change places': (units) => [...units.slice(units.length / 2), ...units.slice(0, units.length / 2)],
  'all are in reverse': (units) => units.toReversed(),
  'all are others': (units) => units.map((_, at) => sentence(at + units.length)),
  'equal sentences, one removed': (units) => units.map((): Texts => ['Yes', 'Oui']).slice(1),
  'pairs are merged': (units) =>
    units.flatMap(([source, target], at): Texts[] =>
      at % 2 === 0
        ? [[`${source} ${units[at + 1]?.[0] ?? ''}`, `${target} ${units[at + 1]?.[1] ?? ''}`]]
        : [],
    ),
}

function timed(work: () => void): string {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return ((user + system) / 1e6).toFixed(2).padStart(8)
}

function reviewed(old: string, current: string): void {
  const [before, after] = [scanDocument(old), scanDocument(current)]
  const review = reviewDocument({
    path: 'a.md',
    oldPath: 'a.md',
    locale: 'und',
    join: { method: 'path' },
    old: before,
    current: after,
  })
  const effort = createEffortCounter()
  effort.add(
    review,
    before.units.map(({ plain }) => plain),
  )
  effort.count()
  groupItems(makeItems([review]), [review])
}

const sizes = [1, 2, 4].map((times) => LEAST * times)
console.log(`processor seconds of one document of ${sizes.join(', ')} units`)
for (const [name, change] of Object.entries(CHANGES)) {
  const times = sizes.map((size) => {
    const units = Array.from({ length: size }, (_, at) => sentence(at))
    const old = documentOf(name.startsWith('equal') ? units.map((): Texts => ['Yes', 'Oui']) : units, 'aaaaa')
    const current = documentOf(change(units), 'bbbbb')
    return timed(() => reviewed(old, current))
  })
  console.log(`${times.join(' ')}  ${name}`)
}

const counts = [1, 2, 4].map((times) => Math.ceil((LEAST * times) / 20))
console.log(`processor seconds of ${counts.join(', ')} documents of 20 units that all moved`)
const times = counts.map((count) =>
  timed(() => {
    const loneOf = (folder: string) =>
      Array.from({ length: count }, (_, at) => {
        const units = Array.from({ length: 20 }, (_, index) => sentence(index < 3 ? index : at * 20 + index))
        return toLoneDocument(`${folder}/${at}.md`, 'und', scanDocument(documentOf(units, 'aaaaa')))
      })
    if (pairDocuments(loneOf('a'), loneOf('b')).length !== count) throw new Error('Documents were not paired')
  }),
)
console.log(times.join(' '))
