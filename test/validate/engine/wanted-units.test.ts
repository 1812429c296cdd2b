import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { runRules } from '../../../src/validate/engine/run-rules.ts'
import { rules } from '../../../src/validate/rules/index.ts'
import { documentIn } from '../../support/bilingual.ts'
import { corpusFiles, hasCorpus } from '../../support/corpus.ts'

const PAIRWISE: ReadonlySet<string> = new Set(
  rules.filter(({ checksPairs }) => checksPairs).map(({ id }) => id),
)
/** All rules at once, those that are off by default included. */
const SETTINGS = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]))

/** Checks all units, then every second one, and returns how many findings the units that were left out had. */
function compareChecks(path: string, text: string): number {
  const file = () => new VFile({ path, value: text })
  const document = parseDocument(file(), { path, targetLocale: 'fr-FR' })
  const wanted = new Set(
    document.order.flatMap((key, at) => (at % 2 === 0 ? document.units[key]!.place[0] : [])),
  )
  const found = (isWanted?: (unit: { readonly place: readonly [number, number] }) => boolean) => {
    const checked = file()
    runRules(document, checked, { settings: SETTINGS, ...(isWanted && { isWanted }) })
    return checked.messages
  }
  const units = Object.values(document.units)
  const isOfWanted = ({ place }: VFileMessage) => {
    const offset = place && 'start' in place ? place.start.offset! : -1
    const around = units.filter((unit) => unit.place[0] <= offset && offset < unit.place[1])
    return wanted.has(around.at(-1)?.place[0] ?? -1)
  }
  const all = found()
  const expected = all.filter((message) => !PAIRWISE.has(message.ruleId ?? '') || isOfWanted(message))
  const actual = found(({ place }) => wanted.has(place[0]))
  expect(actual.map(String).sort(), path).toEqual(expected.map(String).sort())
  return all.length - actual.length
}

describe('rules on some units only', () => {
  it('find in them what they find among all units', () => {
    const faults = [
      ['Attendez 6 minutes.', 'Wait 5 minutes.'],
      ['Exécutez la commande.', 'Run Get-CsUser.'],
      ['Restart the server now please.', 'Restart the server now please.'],
      ['Oui!', 'Yes, restart it (now) !'],
      ['Voir le le [lien]().', 'See the `x` [link](a.md).'],
    ] as const
    const units = [...faults, ...faults].map(
      ([target, source], at) => [`${101 + at}`, target, source] as const,
    )
    expect(compareChecks('a.md', documentIn('fr-FR', units))).toBeGreaterThan(4)
  })

  it.skipIf(!hasCorpus)('do so in real documents', () => {
    let left = 0
    let at = 0
    for (const { path, text } of corpusFiles('teams/fr-FR'))
      if (at++ % 12 === 0) left += compareChecks(path, text)
    expect(left).toBeGreaterThan(20)
  })
})
