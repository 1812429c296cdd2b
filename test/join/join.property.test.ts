import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/align/align.ts'
import { joinDocuments } from '../../src/join/join-documents.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { pair } from '../support/bilingual.ts'
import { corpusFiles, hasCorpus, SEED } from '../support/corpus.ts'
import { createRandom, generateRevision } from './generate-revision.ts'
import { type Score, scoreAlignment } from './score.ts'

const sourcesOf = (text: string) =>
  Object.values(parseDocument(new VFile(text), { path: 'a.md' }).units).flatMap(({ source }) =>
    source && source.text !== '' ? [source.text] : [],
  )

/** Adds up the scores of generated revisions of documents, each kind of change on a share of the units. */
function scoreOf(documents: readonly (readonly string[])[], rate: number, seeds: number): Score {
  const total = { pairs: 0, right: 0, wrong: 0 }
  for (const [index, sources] of documents.entries()) {
    const strange = documents[(index + 7) % documents.length]!
    for (let seed = 0; seed < seeds; seed++) {
      const revision = generateRevision(sources, strange, createRandom(index * 1000 + seed), rate)
      const score = scoreAlignment(
        align(
          sources,
          revision.units.map(({ source }) => source),
        ),
        revision,
      )
      total.pairs += score.pairs
      total.right += score.right
      total.wrong += score.wrong
    }
  }
  return total
}

function expectGood({ pairs, right, wrong }: Score, what: string): void {
  const share = (count: number) => `${((100 * count) / pairs).toFixed(3)}%`
  console.log(`${what}: ${pairs} pairs, right ${share(right)}, wrong ${share(wrong)}`)
  expect(right / pairs).toBeGreaterThanOrEqual(0.995)
  expect(wrong / pairs).toBeLessThanOrEqual(0.001)
}

describe('units that were split, merged, moved, inserted and deleted', () => {
  const seed = sourcesOf(readFileSync(SEED, 'utf8'))

  it('are found again in the seed', () => {
    const strange = seed.map((text) => `${text.split('').reverse().join('')}`)
    expectGood(
      scoreOf([seed, ...Array.from({ length: 7 }, () => strange)].slice(0, 8), 0.01, 10),
      'seed, 1% of each kind',
    )
  })

  describe.skipIf(!hasCorpus)('in real documents', () => {
    const documents = (folder: string, most: number) => {
      const all: string[][] = []
      for (const { text } of corpusFiles(folder)) {
        const sources = sourcesOf(text)
        if (sources.length >= 5 && all.push(sources) === most) break
      }
      return all
    }

    it.each([
      ['lync-2013/fr-FR', 0.01],
      ['lync-2013/fr-FR', 0.03],
      ['teams/fr-FR', 0.01],
      ['teams/fr-FR', 0.03],
    ] as const)('of %s with a rate of %d are found again', (folder, rate) => {
      expectGood(scoreOf(documents(folder, 200), rate, 3), `${folder}, ${100 * rate}% of each kind`)
    })
  })
})

describe('joinDocuments', () => {
  it('gives each translation to the unit that it translates, whatever the ids say', () => {
    const sources = [...new Set(sourcesOf(readFileSync(SEED, 'utf8')))]
    const random = createRandom(7)
    const strange = ['Nothing of the kind stands in the other document, so it is new here.']
    const { units } = generateRevision(sources, strange, random, 0.05)
    const text = (prefix: string, all: readonly { source: string; target: string }[], hash: string) =>
      `---\nms.openlocfilehash: ${hash}\nms.sourcegitcommit: ${hash}\n---\n\n${all
        .map(({ source, target }, index) => pair(`${prefix}-${index + 101}`, target, source))
        .join('\n\n')}\n`
    const base = text(
      'aaaaa',
      sources.map((source, index) => ({ source, target: `base ${index}` })),
      'one',
    )
    const other = (hash: string) =>
      text(
        'bbbbb',
        units.map(({ source, from }) => ({ source, target: `other ${from.join('+') || 'new'}` })),
        hash,
      )
    for (const hash of ['one', 'two']) {
      const joined = joinDocuments([
        parseDocument(new VFile(base), { path: 'a.md', targetLocale: 'fr-FR' }),
        parseDocument(new VFile(other(hash)), { path: 'a.md', targetLocale: 'de-DE' }),
      ])
      let right = 0
      for (const { targets } of Object.values(joined.units)) {
        const original = targets['fr-FR']!.units[0]!.target!.text.slice('base '.length)
        const german = targets['de-DE']?.units.map(({ target }) => target!.text) ?? []
        for (const name of german) expect(name.slice('other '.length).split('+')).toContain(original)
        right += german.length
      }
      expect(right).toBeGreaterThan(sources.length * 0.8)
    }
  })
})
