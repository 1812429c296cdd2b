import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { unitFinder } from '../../src/validate/engine/find-unit.ts'
import { identify, stableReason } from '../../src/validate/engine/fingerprint.ts'
import { checkText, sxs } from './check-text.ts'

/** The fingerprints of what one rule finds. */
function fingerprints(rule: string, text: string, path?: string): (string | undefined)[] {
  return checkText(text, path === undefined ? {} : { path })
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ fingerprint }) => fingerprint)
}

const LINK = '[a](https://a.example)'
const WRONG = '[b](https://b.example)'

const inline = (prefix: string, target = `Lire ${WRONG}.`) => sxs(101, target, `Read ${LINK}.`, prefix)

describe('a fingerprint', () => {
  it('is the same after a hand-off: with other ids, on other lines, in another file', () => {
    const [first] = fingerprints('inline-equal', inline('1f2e3'))
    expect(first).toMatch(/^[0-9a-f]{16}$/)
    const moved = `# ${sxs(7, 'Titre', 'Title', 'aaaaa')}\n\n${inline('aaaaa')}\n`
    expect(fingerprints('inline-equal', moved, 'other/place.md')).toEqual([first])
  })

  it('is another for another translation, source text or rule', () => {
    const texts = [
      inline('1f2e3'),
      inline('1f2e3', `Voir ${WRONG}.`),
      sxs(101, `Lire ${WRONG}.`, `Please read ${LINK}.`),
      // Only an address differs, which the plain text does not have.
      sxs(101, '[ici](https://b.example)', '[here](https://a.example)'),
      sxs(101, '[ici](https://c.example)', '[here](https://a.example)'),
    ]
    const all = texts.flatMap((text) => fingerprints('inline-equal', text))
    expect(new Set(all).size).toBe(texts.length)
    const both = checkText(`${sxs(2, '', 'Run it.')}\n\n${sxs(1, 'un', 'one')}`)
    expect(new Set(both.map(({ fingerprint }) => fingerprint)).size).toBe(both.length)
  })

  it('of a finding about no unit is of what was found and the document, without ids and numbers of rows', () => {
    const table = (rows: string) => `| a | b |\n|---|---|\n${rows}| 1 |\n`
    const [first] = fingerprints('table-shape', table(''))
    expect(first).toMatch(/^[0-9a-f]{16}$/)
    expect(fingerprints('table-shape', table('| 1 | 2 |\n'))).toEqual([first])
    expect(fingerprints('table-shape', table(''), 'other.md')).not.toEqual([first])
  })

  it('comes with the hash of the source text and with both sides', () => {
    const [message] = checkText(inline('1f2e3')).filter(({ ruleId }) => ruleId === 'inline-equal')
    expect(message).toMatchObject({
      sourceHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      segments: {
        source: `Read ${LINK}.`,
        target: `Lire ${WRONG}.`,
        sourceLocale: 'en-US',
        targetLocale: 'fr-FR',
      },
    })
    const [other] = checkText(inline('aaaaa', `Voir ${WRONG}.`)).filter(
      ({ ruleId }) => ruleId === 'inline-equal',
    )
    expect(other!.sourceHash).toBe(message!.sourceHash)
  })
})

describe('stableReason', () => {
  it.each([
    ['Unexpected unit `62b5c-113` in row 3', 'Unexpected unit `…` in row …'],
    ['Unexpected unit `62b5c-p101~2`, expected 3 columns', 'Unexpected unit `…`, expected 3 columns'],
    ['Unexpected cell in rows 3, 4 and 5 of table 2', 'Unexpected cell in rows … of table …'],
    ['Unexpected number 15 in `Windows-2012 R2`', 'Unexpected number 15 in `Windows-2012 R2`'],
  ])('makes %j to %j', (reason, expected) => {
    expect(stableReason(reason)).toBe(expected)
  })
})

describe('unitFinder', () => {
  const text = `${sxs(1, `un ${sxs(9, 'x', 'y')}`, 'one')}\n\n${Array.from({ length: 50 }, (_, at) => sxs(at + 10, 'deux', 'two')).join('\n\nzwischen\n')}`
  const { units } = parseDocument(new VFile(text), { path: 'a.md', targetLocale: 'fr-FR' })
  const find = unitFinder(units)
  const at = (offset: number) => find({ place: [offset, offset] })

  it('finds the innermost unit that a place begins in', () => {
    const all = Object.values(units)
    expect(all.some(({ parent }) => parent !== undefined)).toBe(true)
    fc.assert(
      fc.property(fc.nat(text.length), (offset) => {
        const around = all.filter(({ place }) => place[0] <= offset && offset < place[1])
        const innermost = around.sort((a, b) => b.place[0] - a.place[0])[0]
        expect(at(offset)).toBe(innermost)
      }),
    )
  })

  it('takes the word of a rule that names the unit', () => {
    const key = Object.keys(units)[5]!
    expect(find({ unit: key, place: units[Object.keys(units)[0]!]!.place })).toBe(units[key])
    expect(find({})).toBeUndefined()
  })
})

it('hashes the texts of a unit once for each rule, however much is found in it', () => {
  const text = 'word '.repeat(400_000)
  const subject = { source: text, target: text, sourceText: text }
  const found = Array.from({ length: 20_000 }, (_, at) =>
    identify(at % 2 === 0 ? 'a' : 'b', { reason: `Unexpected ${at}` }, subject, 'a.md'),
  )
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2)
})
