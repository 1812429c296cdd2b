/**
 * Plants changes into the documents of a real docset, and compares the headlines of `lockstep review` with what
 * was planted: one change in each of 200 documents, whose ids change as with a hand-off.
 *
 *     npx jiti bench/review/planted.ts FOLDER [OLD]
 *
 * With OLD, the version of the docset before FOLDER, it also plants regressions into translations of FOLDER, and
 * lists their ranks among the items of a review of both.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { review } from '../../src/pipeline.ts'
import { reviewDocument } from '../../src/review/document/review-document.ts'
import { scanDocument } from '../../src/review/scan/scan-document.ts'
import type { ScannedUnit } from '../../src/review/scan/scanned-document.ts'
import type { Headline } from '../../src/review/types/unit-review.ts'

/** A new text of units that follow each other: a list of sources and targets for them all. */
type Plant = (
  units: readonly ScannedUnit[],
) => readonly (readonly [source: string, target: string])[] | undefined

const [folder, old] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name a folder of documents.')
const DOCUMENTS = 200
const NUMBER = /(?<![\d.,:/#-])\b\d+\b(?![\d.,:/#-])/
const COMMAND = /\b(?:Get|Set|New)-(?=[A-Z])/

const edit =
  (change: (source: string, target: string) => readonly [string, string] | undefined): Plant =>
  ([unit]) => {
    const made = change(unit!.source!, unit!.target!)
    return made && (made[0] !== unit!.source || made[1] !== unit!.target) ? [made] : undefined
  }

/** Changes by name: how many units each takes, what becomes of them, and the headline of the first. */
const PLANTS: Readonly<Record<string, readonly [takes: number, plant: Plant, headline: Headline]>> = {
  number: [
    1,
    edit((source, target) => [source.replace(NUMBER, (digits) => String(Number(digits) + 3)), target]),
    'stale',
  ],
  not: [
    1,
    edit((source, target) => [source.replace(/\b(?:can|must|is|are|will|should)\b/, '$& not'), target]),
    'stale',
  ],
  command: [1, edit((source, target) => [source.replace(COMMAND, 'Remove-'), target]), 'stale'],
  character: [
    1,
    edit((source, target) => [source, target.replace(/(?<=\p{L})\p{L}(?=\p{L})/u, '')]),
    'retranslated',
  ],
  swap: [2, ([one, other]) => [textsOf(other!), textsOf(one!)], 'moved'],
  move: [4, (units) => [...units.slice(1), units[0]!].map(textsOf), 'moved'],
  split: [1, ([unit]) => halvesOf(unit!), 'split'],
  merge: [
    2,
    ([one, other]) => [[`${one!.source} ${other!.source}`, `${one!.target} ${other!.target}`]],
    'merged',
  ],
}

function textsOf({ source, target }: ScannedUnit): readonly [string, string] {
  return [source!, target!]
}

function halvesOf({ source, target }: ScannedUnit): readonly (readonly [string, string])[] | undefined {
  const at = source!.search(/(?<=[,;:.]) (?=\w)/)
  if (at < 10 || source!.length - at < 10) return undefined
  const middle = target!.length >> 1
  return [
    [source!.slice(0, at), target!.slice(0, middle)],
    [source!.slice(at + 1), target!.slice(middle)],
  ]
}

function written(id: string, [source, target]: readonly [string, string]): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
}

/** A place for a change: sentences in a row, each once in its document, in paragraphs or items of their own. */
function* placesFor(units: readonly ScannedUnit[], takes: number): Generator<readonly ScannedUnit[]> {
  const counts = new Map<string, number>()
  for (const { plain } of units) counts.set(plain, (counts.get(plain) ?? 0) + 1)
  for (let at = 1; at + takes < units.length; at++) {
    const some = units.slice(at, at + takes)
    const isGood = ({ source, target, plain, start, end }: ScannedUnit) =>
      source !== null &&
      target !== null &&
      plain.split(' ').length > 4 &&
      counts.get(plain) === 1 &&
      plain !== target &&
      units.every((other) => other.start === start || other.end <= start || other.start >= end)
    if (some.every(isGood)) yield some
  }
}

let [right, all] = [0, 0]
const wrong: string[] = []
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
const names = Object.keys(PLANTS)
const done = new Map(names.map((name) => [name, 0]))
for (const path of spread(paths)) {
  if (all === DOCUMENTS) break
  const text = readFileSync(join(folder, path), 'utf8')
  const scanned = scanDocument(text)
  const least = names.toSorted((a, b) => done.get(a)! - done.get(b)!)
  const planted = least.flatMap((name) => plantedIn(text, scanned.units, name)).at(0)
  if (!planted) continue
  all++
  done.set(planted.name, done.get(planted.name)! + 1)
  const { units } = reviewDocument({
    path,
    oldPath: path,
    locale: 'und',
    join: { method: 'path' },
    old: scanned,
    current: scanDocument(planted.text),
  })
  const changed = units.filter(({ headline }) => headline !== 'unchanged')
  const [, , headline] = PLANTS[planted.name]!
  if (changed.length === 1 && changed[0]!.headline === headline) right++
  else wrong.push(`${planted.name} in ${path}: ${changed.map((unit) => unit.headline).join(', ')}`)
}
console.log(
  `${right} of ${all} documents have the right headline and no other (${((100 * right) / all).toFixed(1)}%)`,
)
console.log([...done].map(([name, count]) => `${name} ${count}`).join(', '))
for (const line of wrong) console.log(line)

/** Paths from all over a docset. */
function spread(list: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.floor(list.length / (DOCUMENTS * 2)))
  return Array.from({ length: step }, (_, from) => list.filter((_, at) => at % step === from)).flat()
}

interface Planted {
  readonly name: string
  readonly text: string
}

function plantedIn(text: string, units: readonly ScannedUnit[], name: string): readonly Planted[] {
  const [takes, plant] = PLANTS[name]!
  for (const some of placesFor(units, takes)) {
    const made = plant(some)
    if (!made) continue
    let changed = text
    // From the end, so that offsets stay.
    for (const [at, unit] of [...some.entries()].reverse()) {
      const own = at === 0 && made.length > takes ? made : made.slice(at, at + 1)
      const markup = own
        .map((each, part) => written(`${unit.id.slice(0, 6)}${900 + at * 10 + part}`, each))
        .join(' ')
      changed = changed.slice(0, unit.start) + markup + changed.slice(unit.end)
    }
    return [{ name, text: changed.replace(/(data-[ts]tu-id=")[\da-f]{5}-/g, '$1fffff-') }]
  }
  return []
}

/** Faults that a translator may make, and `check` finds. */
const FAULTS: readonly ((source: string, target: string) => string)[] = [
  (_, target) => target.replace(NUMBER, (digits) => String(Number(digits) + 3)),
  (_, target) => target.replace(/(?<!\/)\b(?:Get|Set|New|Grant)-(?=Cs[A-Z])/, 'Remove-'),
  (source) => source,
  (_, target) => target.replace(/\]\([^()\s]+\)/, ']()'),
]

/** Translations of a document by source text; none if there is no such document. */
function translationsIn(path: string): ReadonlyMap<string, string> {
  if (!existsSync(path)) return new Map()
  const { units } = scanDocument(readFileSync(path, 'utf8'))
  return new Map(units.flatMap(({ plain, target }) => (target === null ? [] : [[plain, target] as const])))
}

if (old !== undefined) {
  const head = mkdtempSync(join(tmpdir(), 'lockstep-planted-'))
  try {
    cpSync(folder, head, { recursive: true })
    const planted = new Map<string, string>()
    for (const path of spread(paths).slice(0, 600)) {
      if (planted.size === 60) break
      const fault = FAULTS[planted.size % FAULTS.length]!
      const text = readFileSync(join(folder, path), 'utf8')
      const olds = translationsIn(join(old, path))
      for (const [unit] of placesFor(scanDocument(text).units, 1)) {
        const target = fault(unit!.source!, unit!.target!)
        // A regression is new: the old translation does not have it.
        const before = olds.get(unit!.plain)
        if (target === unit!.target || before === undefined || fault(unit!.source!, before) === before)
          continue
        writeFileSync(
          join(head, path),
          text.slice(0, unit!.start) + written(unit!.id, [unit!.source!, target]) + text.slice(unit!.end),
        )
        planted.set(`${path} ${unit!.id}`, String(FAULTS.indexOf(fault)))
        break
      }
    }
    const { review: found } = await review({ base: old, head, cwd: process.cwd() })
    const ranks = found.items.flatMap(({ members, risk }, rank) =>
      members.flatMap(([document, index]) => {
        const { path, units } = found.documents[document]!
        const fault = planted.get(`${path} ${units[index]!.newIds[0]}`)
        return fault === undefined ? [] : [{ rank, risk, fault, path }]
      }),
    )
    const inFirst = ranks.filter(({ rank }) => rank < found.items.length / 100)
    console.log(
      `${inFirst.length} of ${planted.size} regressions in the first 1% of ${found.items.length} items; last rank ${Math.max(...ranks.map(({ rank }) => rank))}`,
    )
    for (const each of ranks) if (!inFirst.includes(each)) console.log(each)
  } finally {
    rmSync(head, { recursive: true })
  }
}
