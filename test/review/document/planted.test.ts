import { describe, expect, it } from 'vitest'
import type { Headline } from '../../../src/review/types/unit-review.ts'
import { reviewUnitLists, type Texts } from '../../support/review.ts'

const VERBS = ['Configure', 'Remove', 'Verify', 'Restart', 'Deploy', 'Import', 'Enable', 'Monitor']
const THINGS = [
  'the pool',
  'the gateway',
  'each response group',
  'the trunk',
  'all policies',
  'the edge server',
  'this agent',
  'the queue',
]
const ENDS = [
  'before the failover begins',
  'after the database is restored',
  'in the control panel',
  'for every remote user',
  'when the site is unavailable',
  'on the backup server',
  'with the same account',
]

/** What a sentence with a number, a command and a comma is in several languages. */
const LANGUAGES: readonly ((a: number, b: number, c: number, number: number, command: string) => string)[] = [
  (a, b, c, number, command) =>
    `Action ${a} objet ${b} moment ${c}, attendez ${number} secondes, puis relancez ${command}.`,
  (a, b, c, number, command) =>
    `Aktion ${a} an Objekt ${b} zum Zeitpunkt ${c}, ${number} Sekunden warten, dann ${command} ausführen.`,
  (a, b, c, number, command) =>
    `時点${c}に対象${b}へ操作${a}を行い, ${number} 秒待ってから、もう一度 ${command} を実行します。`,
  (a, b, c, number, command) =>
    `الإجراء ${a} على الكائن ${b} في الوقت ${c}, انتظر ${number} ثانية، ثم شغّل ${command} مجدداً.`,
  (a, b, c, number, command) =>
    `在时间${c}对对象${b}执行操作${a}, 等待 ${number} 秒，然后再次运行 ${command}。`,
]
/** A character of each language's sentences to remove. */
const CHARACTER = /(?<=second)es|(?<=Sekunde)n|もう|مجدداً|再次/

/** A document of 30 sentences, all different, with a number and a command in each. */
function documentOf(seed: number): Texts[] {
  return Array.from({ length: 30 }, (_, at): Texts => {
    const [a, b, c] = [seed + at, seed * 3 + at * 5, seed * 7 + at * 11]
    const number = 100 + ((seed * 31 + at * 17) % 800)
    const [verb, thing, end] = [VERBS[a % 8], THINGS[b % 8], ENDS[c % 7]]
    const source = `${verb} ${thing} ${end}, wait ${number} seconds, and run Get-CsPool${at} again to be sure.`
    const target = LANGUAGES[seed % LANGUAGES.length]!(a % 8, b % 8, c % 7, number, `Get-CsPool${at}`)
    return [source, target]
  })
}

/** Plants a change at an index, and names the headline of the unit. */
const PLANTED: Readonly<Record<string, readonly [(units: Texts[], at: number) => Texts[], Headline]>> = {
  number: [edit(([source, target]) => [source.replace(/wait \d+/, 'wait 7'), target]), 'stale'],
  not: [edit(([source, target]) => [source.replace(' and run', ' and do not run'), target]), 'stale'],
  command: [edit(([source, target]) => [source.replace('Get-Cs', 'Set-Cs'), target]), 'stale'],
  character: [edit(([source, target]) => [source, target.replace(CHARACTER, '')]), 'retranslated'],
  untranslated: [edit(([source]) => [source, source]), 'untranslated'],
  both: [
    edit(([source, target]) => [source.replace('again', 'twice'), `${target} (× 2)`]),
    'source-changed+retranslated',
  ],
  emphasis: [edit(([source, target]) => [source, target.replace(/Get-\w+/, '**$&**')]), 'markup-only'],
  space: [edit(([source, target]) => [source, target.replace(' ', '\u00A0')]), 'whitespace-only'],
  removal: [(units, at) => units.filter((_, index) => index !== at), 'removed'],
  addition: [
    (units, at) => units.toSpliced(at, 0, ['A sentence that is entirely new here.', 'Une phrase neuve.']),
    'new',
  ],
  swap: [(units, at) => units.with(at, units[at + 1]!).with(at + 1, units[at]!), 'moved'],
  move: [(units, at) => [...units.toSpliced(at, 1), units[at]!], 'moved'],
  split: [
    (units, at) => {
      const [source, target] = units[at]!
      const halves = (text: string) => [
        text.slice(0, text.indexOf(', ') + 1),
        text.slice(text.indexOf(', ') + 2),
      ]
      const [sources, targets] = [halves(source), halves(target)]
      return units.toSpliced(at, 1, [sources[0]!, targets[0]!], [sources[1]!, targets[1]!])
    },
    'split',
  ],
  merge: [
    (units, at) => {
      const [one, other] = [units[at]!, units[at + 1]!]
      return units.toSpliced(at, 2, [`${one[0]} ${other[0]}`, `${one[1]} ${other[1]}`])
    },
    'merged',
  ],
}

function edit(change: (unit: Texts) => Texts) {
  return (units: Texts[], at: number): Texts[] => units.with(at, change(units[at]!))
}

describe('a change planted in each of 200 documents in five languages', () => {
  it.each(Object.keys(PLANTED))('gets the right headline, and no other unit one: %s', (name) => {
    const [plant, headline] = PLANTED[name]!
    const wrong: string[] = []
    for (let seed = 0; seed < 200; seed++) {
      const units = documentOf(seed)
      const at = 1 + ((seed * 13) % 27)
      const { units: reviewed } = reviewUnitLists(units, plant(units, at))
      const changed = reviewed.filter((unit) => unit.headline !== 'unchanged')
      const isRight = changed.length === 1 && changed[0]!.headline === headline
      if (!isRight) wrong.push(`${seed}: ${changed.map((unit) => unit.headline).join(', ')}`)
    }
    expect(wrong).toEqual([])
  })

  it('shows what the translation does not follow', () => {
    const units = documentOf(1)
    const signsOf = (name: string) =>
      reviewUnitLists(units, PLANTED[name]![0](units, 5)).units.flatMap(({ signs }) => signs ?? [])
    expect(signsOf('number')).toEqual(['numbers'])
    expect(signsOf('command')).toEqual(['literals'])
    expect(signsOf('not')).toEqual(['negation'])
    const [before, after]: Texts[] = [
      ['Do not stop it.', 'Non.'],
      ["Don't stop it.", 'Non.'],
    ]
    expect(reviewUnitLists([before!], [after!]).units[0]!.signs).toBeUndefined()
  })
})
