import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { scanSxs } from '../../src/bitext/scan-sxs.ts'
import type { SxsUnit } from '../../src/bitext/sxs-piece.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { runRules } from '../../src/validate/engine/run-rules.ts'
import { rules as allRules } from '../../src/validate/rules/index.ts'
import { createRandom } from '../join/generate-revision.ts'
import { corpusFiles, hasCorpus } from '../support/corpus.ts'

/** Damages the text of a document at a unit; `undefined` where the unit does not lend itself. */
type Plant = (text: string, units: readonly SxsUnit[], at: number) => string | undefined

interface Mutation {
  readonly name: string
  readonly rules: readonly string[]
  readonly folder: string
  readonly plant: Plant
}

const isInRow = (text: string, { start }: SxsUnit) =>
  /\n\|[^\n]*$/.test(text.slice(Math.max(0, start - 2000), start))

const MUTATIONS: readonly Mutation[] = [
  {
    name: 'a translation cut off',
    rules: ['unit-target-missing', 'cell-one-to-one', 'sxs-markup-damaged'],
    folder: 'lync-2013/fr-FR',
    plant: (text, units, at) => {
      const { start, target } = units[at]!
      return target ? text.slice(0, start) + text.slice(target.end + '</span>'.length) : undefined
    },
  },
  {
    name: 'a source text cut off',
    rules: ['unit-source-missing', 'cell-one-to-one', 'sxs-markup-damaged'],
    folder: 'lync-2013/fr-FR',
    plant: (text, units, at) => {
      const { end, target } = units[at]!
      return target ? text.slice(0, target.end + '</span>'.length) + text.slice(end) : undefined
    },
  },
  {
    name: 'two units swapped',
    rules: ['unit-order'],
    folder: 'lync-2013/fr-FR',
    plant: (text, units, at) => {
      const [one, two] = [units[at]!, units[at + 1]]
      if (!two || /-p\d+$/.test(one.id + two.id) || [one, two].some(({ id }) => !/-\d+$/.test(id)))
        return undefined
      const part = ({ start, end }: SxsUnit) => text.slice(start, end)
      return (
        text.slice(0, one.start) +
        part(two) +
        text.slice(one.end, two.start) +
        part(one) +
        text.slice(two.end)
      )
    },
  },
  {
    name: 'an id changed on one side',
    rules: ['unit-id-equal', 'unit-source-missing', 'unit-target-missing'],
    folder: 'lync-2013/fr-FR',
    plant: (text, units, at) => {
      const { start, end, id } = units[at]!
      return (
        text.slice(0, start) +
        text.slice(start, end).replace(`data-stu-id="${id}"`, `data-stu-id="${id}9"`) +
        text.slice(end)
      )
    },
  },
  {
    name: 'a unit doubled',
    rules: ['unit-id-unique'],
    folder: 'lync-2013/fr-FR',
    plant: (text, units, at) => {
      const { start, end } = units[at]!
      return text.slice(0, end) + text.slice(start, end) + text.slice(end)
    },
  },
  {
    name: 'a closing delimiter lost',
    rules: ['sxs-markup-damaged', 'unit-nested', 'unit-source-missing', 'unit-target-missing'],
    folder: 'lync-2013/fr-FR',
    // Where the source text ends with an element of its own, that takes the delimiter's place.
    plant: (text, units, at) =>
      text.slice(0, units[at]!.end).endsWith('</span></span></span>')
        ? undefined
        : text.slice(0, units[at]!.end - '</span>'.length) + text.slice(units[at]!.end),
  },
  {
    name: 'a pipe put into a cell',
    rules: ['structure-equal', 'table-shape', 'cell-one-to-one'],
    folder: 'teams/fr-FR',
    plant: (text, units, at) => {
      const { target } = units[at]!
      if (!target || target.end - target.start < 4 || !isInRow(text, units[at]!)) return undefined
      return `${text.slice(0, target.start + 2)} | ${text.slice(target.start + 2)}`
    },
  },
]

/** The rules that are to find any of it; the others would say nothing of it. */
const RULES = allRules.filter(({ id }) => MUTATIONS.some(({ rules }) => rules.includes(id)))

/** The rules that documents break before they are damaged; several mutations read the same documents. */
const soundFindings = new Map<string, readonly string[]>()

function findingsOf(text: string, path: string): readonly string[] {
  const file = new VFile(text)
  runRules(parseDocument(file, { path }), file, { rules: RULES })
  return file.messages.map(({ ruleId }) => ruleId ?? '')
}

describe.skipIf(!hasCorpus).each(MUTATIONS)('$name', ({ name, rules, folder, plant }) => {
  it('is found', () => {
    const random = createRandom(name.length)
    let [planted, found] = [0, 0]
    const missed: string[] = []
    for (const { path, text } of corpusFiles(folder)) {
      if (planted === 100) break
      const units = scanSxs(text).filter((piece) => piece.type === 'unit')
      if (units.length < 3) continue
      const at = Math.floor(random() * (units.length - 1))
      const candidates = units.map((_, index) => (index + at) % units.length)
      const damaged = candidates
        .slice(0, 40)
        .map((index) => plant(text, units, index))
        .find(Boolean)
      if (damaged === undefined) continue
      const name = `${folder}/${path}`
      const before = soundFindings.get(name) ?? findingsOf(text, path)
      soundFindings.set(name, before)
      const count = (findings: readonly string[]) => findings.filter((rule) => rules.includes(rule)).length
      planted++
      if (count(findingsOf(damaged, path)) > count(before)) found++
      else missed.push(path)
    }
    console.info(`| ${name} | ${rules.join(', ')} | ${planted} | ${found} |`)
    expect(planted).toBeGreaterThan(20)
    expect(found / planted, missed.slice(0, 5).join(', ')).toBeGreaterThanOrEqual(0.95)
  })
})
