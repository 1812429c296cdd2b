import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExchangeFile } from '../../src/exchange/exchange-file.ts'
import { createXliffReader } from '../../src/exchange/read/read-xliff.ts'
import { xliff1File, xliff1Head, xliff1Tail } from '../../src/exchange/write/xliff-1.ts'
import { xliff2File, xliff2Head, xliff2Tail } from '../../src/exchange/write/xliff-2.ts'
import { signatureOf } from '../../src/model/coded-text.ts'
import { memoize } from '../../src/util/memoize.ts'
import { corpusFiles, hasCorpus, SEED } from '../support/corpus.ts'
import { constraintErrorsOf } from './constraints.ts'
import { exchangeFileOf, fixtureFiles } from './documents.ts'
import { readWith, signatureOfReturned } from './returned.ts'
import { hasXliffSchemas, xliffErrorsOf } from './schemas.ts'
import { coded, fileOf, unit } from './units.ts'

const WRITERS: Readonly<Record<string, (file: ExchangeFile) => string>> = {
  '1.2': (file) => [xliff1Head(), ...xliff1File(file), xliff1Tail()].join(''),
  '1.2 with g and x': (file) => [xliff1Head(), ...xliff1File(file, { inline: 'gx' }), xliff1Tail()].join(''),
  '2.0': (file) => [xliff2Head(file), ...xliff2File(file), xliff2Tail()].join(''),
}
const FOLDERS = ['lync-2013/fr-FR', 'lync-2013/de-DE', 'teams/fr-FR', 'dynamics/ar-SA', 'quantum/zh-CN']

/** Documents with units: those of the project, and every so many of each docset of the corpus. */
const documents = memoize((every: number): readonly ExchangeFile[] => {
  const own = [exchangeFileOf(readFileSync(SEED, 'utf8')), ...fixtureFiles()]
  const real = hasCorpus
    ? FOLDERS.flatMap((folder) =>
        [...corpusFiles(folder)]
          .filter((_, index) => index % every === 0)
          .map(({ path, text }) => exchangeFileOf(text, { path, targetLocale: folder.split('/')[1]! })),
      )
    : []
  return [...own, ...real].filter(({ units }) => units.length > 0)
})

/** What should come back of the units of a document. */
function expectedOf({ units }: ExchangeFile) {
  return units.map(({ id, source, target, state, locked, stamp }) => ({
    id,
    source: signatureOf(source),
    target: target && target.length > 0 && locked === undefined ? signatureOf(target) : null,
    approved: state === 'translated' || state === 'approved',
    stamp,
  }))
}

/** What comes back of them. */
function returnedOf(text: string) {
  const { files, problems, complete } = readWith(createXliffReader, text)
  expect([problems, complete, files.length]).toEqual([[], true, 1])
  return files[0]!.units.map(({ id, source, target, approved, stamp }) => ({
    id,
    source: signatureOfReturned(source),
    target: signatureOfReturned(target),
    approved,
    stamp,
  }))
}

describe.each(Object.entries(WRITERS))('XLIFF %s', (_version, write) => {
  it('comes back as it was, for every unit of the documents', () => {
    const files = documents(60)
    expect(files.length).toBeGreaterThan(hasCorpus ? 100 : 20)
    for (const file of files) expect(returnedOf(write(file))).toEqual(expectedOf(file))
  })

  it('comes back as it was, whatever the text is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'<>&"\' \t\n\r]é漢\u{1f600}\u0085\u2028\ufeff'.split('')) }),
    )
    fc.assert(
      fc.property(text, text, text, (id, source, target) => {
        const file = fileOf([
          unit(coded(source), coded(target), { id, notes: [{ category: 'heading', text: id }] }),
        ])
        const [unitBack] = returnedOf(write(file))
        const isLocked = write(file).includes('translate="no"')
        if (isLocked) expect(unitBack?.target).toBeNull()
        else {
          expect(unitBack?.source).toBe(signatureOf(coded(source)))
          expect(unitBack?.target).toBe(target === '' ? null : signatureOf(coded(target)))
        }
      }),
    )
  })
})

it.skipIf(!hasXliffSchemas)(
  'documents are valid XLIFF 1.2 Strict and 2.0 (needs xmllint and the schemas of OASIS)',
  () => {
    const files = documents(60)
    expect(
      xliffErrorsOf(
        1,
        files.flatMap((file) => [WRITERS['1.2']!(file), WRITERS['1.2 with g and x']!(file)]),
      ),
    ).toBe('')
    expect(xliffErrorsOf(2, files.map(WRITERS['2.0']!))).toBe('')
  },
)

it('documents meet the constraints of XLIFF 2.0', () => {
  for (const file of documents(60))
    expect([file.path, constraintErrorsOf(WRITERS['2.0']!(file))]).toEqual([file.path, []])
})

it('a bundle of documents is one file', () => {
  const files = [1, 2, 3].map((number) => fileOf([unit(coded('A'), coded('B'))], { path: `${number}.md` }))
  for (const text of [
    [xliff1Head(), ...files.flatMap((file) => [...xliff1File(file)]), xliff1Tail()],
    [xliff2Head(files[0]!), ...files.flatMap((file) => [...xliff2File(file)]), xliff2Tail()],
  ])
    expect(readWith(createXliffReader, text).files.map(({ path }) => path)).toEqual(['1.md', '2.md', '3.md'])
})
