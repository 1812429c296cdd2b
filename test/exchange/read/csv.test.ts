import { describe, expect, it } from 'vitest'
import type { ExchangeFile, ExchangeProblem, ReturnedFile } from '../../../src/exchange/exchange-file.ts'
import { readCsv } from '../../../src/exchange/read/csv.ts'
import { csvFile, csvHead } from '../../../src/exchange/write/csv.ts'
import { signatureOf } from '../../../src/model/coded-text.ts'
import { corpusFiles, hasCorpus } from '../../support/corpus.ts'
import { code, exchangeFileOf, fileOf, plain, unit } from '../units.ts'

async function readIn(content: string | Uint8Array, size = 7) {
  const files: ReturnedFile[] = []
  const problems: ExchangeProblem[] = []
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
  const { complete } = await readCsv(chunks, {
    onFile: (file) => files.push(file),
    onProblem: (problem) => problems.push(problem),
  })
  return { files, problems, complete }
}

function write(...files: readonly ExchangeFile[]): string {
  return csvHead() + files.flatMap((file) => [...csvFile(file)]).join('')
}

/** What came back, to compare it with what went out. */
function signaturesOf({ units }: ReturnedFile) {
  return units.map(({ id, source = [], target, stamp }) => ({
    id,
    source: signature(source),
    target: target && signature(target),
    stamp,
  }))
}

function signature(text: NonNullable<ReturnedFile['units'][number]['target']>): string {
  return JSON.stringify(text.map((part) => (typeof part === 'string' ? part : [part.type, Number(part.id)])))
}

function expectedOf({ units }: ExchangeFile) {
  return units.map(({ id, source, target, stamp }) => ({
    id,
    source: signatureOf(source),
    target: target && target.length > 0 ? signatureOf(target) : null,
    stamp,
  }))
}

const HEAD = 'document,id,target\n'

describe('readCsv', () => {
  const units = [
    unit('a-1', [code('open', 1), ...plain('a;"b",\n'), code('close', 1), code('alone', 2)], '=1; <1>'),
    unit('a-2', "'=x", null),
    unit('a-3', '1.0', 'é😀', { state: 'machine' }),
  ]

  it('gives back what was written', async () => {
    const file = fileOf(units)
    const { files, problems, complete } = await readIn(write(file))
    expect(problems).toEqual([])
    expect(complete).toBe(true)
    expect(files).toHaveLength(1)
    expect(files[0]).toMatchObject({ path: 'guide/start.md', targetLocale: 'fr-FR' })
    expect(signaturesOf(files[0]!)).toEqual(expectedOf(file))
    expect(files[0]!.units.map(({ approved, line }) => [approved, line])).toEqual([
      [true, 2],
      // A cell of the first has two lines, another as well.
      [false, 5],
      [false, 6],
    ])
  })

  it.each([
    ['without a byte order mark', (csv: string) => csv.slice(1)],
    ['with LF', (csv: string) => csv.replaceAll('\r\n', '\n')],
    ['with CRLF in cells', (csv: string) => csv.replace(/\r?\n/g, '\r\n')],
    [
      'with semicolons',
      (csv: string) =>
        csv
          .replace(/(^|")(.*?)(?="|$)/gm, (all) => all)
          .replaceAll('","', '";"')
          .replace(/^.*?\r/, (head) => head.replaceAll(',', ';')),
    ],
    [
      'with tabs',
      (csv: string) => csv.replaceAll('","', '"\t"').replace(/^.*?\r/, (head) => head.replaceAll(',', '\t')),
    ],
    ['with the separator before it', (csv: string) => `\uFEFFsep=,\r\n${csv.slice(1)}`],
    ['with empty rows', (csv: string) => `${csv},,,,,,,,\r\n\r\n`],
    ['without the last line break', (csv: string) => csv.slice(0, -2)],
  ])('reads files %s', async (_name, change) => {
    const { files, problems } = await readIn(change(write(fileOf(units))))
    expect(problems).toEqual([])
    expect(signaturesOf(files[0]!)).toEqual(expectedOf(fileOf(units)))
  })

  it('reads columns in any order, with others, and without those it can do without', async () => {
    const { files, problems } = await readIn(
      'Target,mine,ID,document\nOui,x,a-1,a.md\nNon,,a-2,b.md\n,,a-3,a.md\n',
    )
    expect(problems).toEqual([])
    expect(files).toEqual([
      {
        path: 'a.md',
        units: [
          { id: 'a-1', target: ['Oui'], approved: false, line: 2, column: 1 },
          { id: 'a-3', target: null, approved: false, line: 4, column: 1 },
        ],
      },
      { path: 'b.md', units: [{ id: 'a-2', target: ['Non'], approved: false, line: 3, column: 1 }] },
    ])
  })

  it.each([
    ['a.md,,x\n', 'Unexpected row without id, expected that of a unit'],
    [',a-1,x\n', 'Unexpected row without document, expected that of a unit'],
    ['a.md,a-1,x,y\n', 'Unexpected 4 cells, expected 3'],
    ['a.md,a-0,x\n', 'Unexpected second row of “a-0”, expected only line 2'],
  ])('reports %j and reads the other rows', async (row, reason) => {
    const { files, problems, complete } = await readIn(`${HEAD}a.md,a-0,"x\ny"\n${row}a.md,a-9,z\n`)
    expect(problems).toMatchObject([{ reason, line: 4, column: 1 }])
    expect(complete).toBe(true)
    expect(files[0]!.units.map(({ id }) => id)).toEqual(row.includes('a-0') ? ['a-9'] : ['a-0', 'a-9'])
  })

  it('reports damaged stamps', async () => {
    const { problems } = await readIn('document,id,target,stamps\na.md,a-1,x,1.2E+15\n')
    expect(problems).toMatchObject([{ reason: expect.stringContaining('stamps'), line: 2 }])
  })

  const latin = (text: string) => Buffer.from(text, 'latin1')
  it.each([
    ['', 'Unexpected file without units', 1, 1],
    ['document,id\na.md,a-1\n', 'Unexpected columns without “target”', 1, 1],
    ['document,id,target,id\n', 'Unexpected second column “id”', 1, 1],
    [`${HEAD}a.md,a-1,"x\n`, 'Unexpected quotation mark', 2, 1],
    [`${HEAD}a.md,a-1,"x" y\n`, 'Unexpected quotation mark', 2, 1],
    [`${HEAD}a.md,a-1,${'x'.repeat(1_100_000)}\n`, 'Unexpected row of more than 1000000 bytes', 2, 1],
    [latin(`${HEAD}a.md,a-1,Oui\na.md,a-2,été\n`), 'Unexpected bytes that are not UTF-8', 3, 10],
    [latin(`${HEAD}a.md,a-1,\xe9`), 'Unexpected bytes that are not UTF-8', 2, 10],
    [Buffer.from(`\uFEFF${HEAD}`, 'utf16le'), 'Unexpected UTF-16', 1, 1],
    [Buffer.from(HEAD, 'utf16le'), 'Unexpected UTF-16', 1, 1],
    [`${HEAD}${'a.md,,x\n'.repeat(500)}`, 'Unexpected 100 rows with problems', 102, 1],
  ])('trusts nothing of a damaged file (%#)', async (content, reason, line, column) => {
    const { files, problems, complete } = await readIn(content, 50_000)
    expect(complete).toBe(false)
    expect(files).toEqual([])
    expect(problems.at(-1)).toMatchObject({ reason: expect.stringContaining(reason), line, column })
  })

  it.skipIf(!hasCorpus)('gives back the units of real documents', async () => {
    let count = 0
    for (const [folder, locale] of [
      ['teams/fr-FR', 'fr-FR'],
      ['lync-2013/de-DE', 'de-DE'],
      ['dynamics/ar-SA', 'ar-SA'],
      ['quantum/zh-CN', 'zh-CN'],
    ] as const) {
      let at = 0
      for (const { path, text } of corpusFiles(folder)) {
        if (at++ % 25 !== 0) continue
        const file = exchangeFileOf(path, text, locale)
        if (file.units.length === 0) continue
        const { files, problems } = await readIn(write(file), 10_000)
        expect(problems).toEqual([])
        expect(signaturesOf(files[0]!), path).toEqual(expectedOf(file))
        count += file.units.length
      }
    }
    expect(count).toBeGreaterThan(1000)
  })
})
