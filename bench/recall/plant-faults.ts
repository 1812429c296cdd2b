import { dirname } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { createRandom } from '../../test/join/generate-revision.ts'
import type { Docset, Document } from './docset.ts'
import { type Edit, type Fault, oneOf, type PlantableUnit, type Site } from './fault.ts'

/** A fault at its place. */
export interface Planted {
  readonly fault: Fault
  readonly docset: Docset
  readonly document: Document
  readonly unit: PlantableUnit
  readonly edits: readonly Edit[]
  /** Number of the document's copy: each has one fault. */
  readonly copy: number
}

/** Where faults are planted. */
interface Ground {
  readonly language: string
  readonly docsets: readonly Docset[]
  /** Faults of each kind. */
  readonly most: number
  /** Returns a translation of a unit in another language. */
  readonly foreign: (unit: PlantableUnit, random: () => number) => string | undefined
}

/** How many faults of one kind a document gets at most. */
const MOST_IN_DOCUMENT = 4

/** Plants faults of each kind: from each docset in turn, into documents that have the fewest, with the same result each time. */
export function plantFaults(faults: readonly Fault[], ground: Ground): readonly Planted[] {
  const copies = new Map<Document, number>()
  return faults.flatMap((fault) => {
    const random = createRandom(seedOf(`${ground.language} ${fault.kind}`))
    const planted: Planted[] = []
    let open = ground.docsets.map((docset) => placesIn(docset, fault, ground, copies, random))
    while (open.length > 0 && planted.length < ground.most) {
      open = open.filter((places) => {
        const { value } = places.next()
        if (value && planted.length < ground.most) planted.push(value)
        return value !== undefined
      })
    }
    return planted
  })
}

/** Plants a fault into each document once, then once more. */
function* placesIn(
  docset: Docset,
  fault: Fault,
  ground: Ground,
  copies: Map<Document, number>,
  random: () => number,
): Generator<Planted, undefined> {
  const taken = new Set<PlantableUnit>()
  for (let time = 0; time < MOST_IN_DOCUMENT; time++) {
    const order = docset.documents.map(
      (document) => [(copies.get(document) ?? 0) + random(), document] as const,
    )
    for (const [, document] of order.sort(([a], [b]) => a - b)) {
      const place = placeIn(docset, document, fault, ground, taken, random)
      if (!place) continue
      taken.add(place.unit)
      const copy = copies.get(document) ?? 0
      copies.set(document, copy + 1)
      yield { fault, docset, document, copy, ...place }
    }
  }
}

/** How many documents are chosen at random; others are added for kinds that need them. */
const SAMPLE = 300

/** Chooses documents that offer enough places for each kind of fault, since checking all takes long. */
export function chooseDocuments(
  documents: readonly Document[],
  faults: readonly Fault[],
  ground: Pick<Ground, 'language' | 'most' | 'foreign'>,
): readonly Document[] {
  const random = createRandom(seedOf(ground.language))
  const order = documents.map((document) => [random(), document] as const)
  const shuffled = order.sort(([a], [b]) => a - b).map(([, document]) => document)
  const chosen = new Set(shuffled.slice(0, SAMPLE))
  for (const fault of faults) {
    // Some places will have findings already.
    let wanted = ground.most * 2
    for (const document of shuffled) {
      if (wanted <= 0) break
      const docset = { documents: [document], titles: new Map(), before: new Map(), copy: '', settings: {} }
      if (!placeIn(docset, document, fault, ground, new Set(), random)) continue
      wanted--
      chosen.add(document)
    }
  }
  return documents.filter((document) => chosen.has(document))
}

/** Plants a fault into a unit that has no finding, or, if it is one of structure, anywhere in the document. */
function placeIn(
  docset: Docset,
  document: Document,
  fault: Fault,
  { language, foreign }: Pick<Ground, 'language' | 'foreign'>,
  taken: ReadonlySet<PlantableUnit>,
  random: () => number,
): Pick<Planted, 'unit' | 'edits'> | undefined {
  const { units, text, path } = document
  const before = docset.before.get(path) ?? []
  const from = Math.floor(random() * units.length)
  for (let step = 0; step < units.length; step++) {
    const at = (from + step) % units.length
    const unit = units[at]!
    if (taken.has(unit)) continue
    if (!fault.isStructural && before.some((message) => isIn(message, unit.start, unit.end))) continue
    const site: Site = {
      language,
      text,
      unit,
      next: units[at + 1],
      random,
      another: () => {
        const other = oneOf(docset.documents, random)
        return other === document ? undefined : oneOf(other!.units, random)
      },
      foreign: () => foreign(unit, random),
      titles: docset.titles.get(dirname(path)) ?? [],
    }
    const made = fault.plant(site)
    if (made === undefined || made === unit.target || made === '') continue
    const { targetAt, target } = unit
    const edits =
      typeof made === 'string' ? [{ start: targetAt, end: targetAt + target.length, text: made }] : made
    return { unit, edits }
  }
  return undefined
}

/** Whether a message is about a place from `start` to `end`. */
export function isIn({ place }: VFileMessage, start: number, end: number): boolean {
  const offset = place && 'start' in place ? place.start.offset : place?.offset
  return offset !== undefined && offset >= start && offset < end
}

function seedOf(name: string): number {
  return [...name].reduce((seed, character) => (seed * 31 + character.charCodeAt(0)) >>> 0, 7)
}
