import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { fromJson } from '../src/model/json/from-json.ts'
import type { DocumentJson } from '../src/model/json/types.ts'
import { positionOf } from '../src/model/place.ts'
import { build } from '../src/pipeline.ts'
import { pair } from './support/bilingual.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const TEXT = `---
title: Guide
ms.contentlocale: fr-FR
---
# ${pair('a-101', 'Guide', 'The guide')}

## ${pair('a-102', 'Pour redémarrer', 'To restart')}

1. ${pair('a-103', 'Cliquez sur **OK**.', 'Click **OK**.')}
2. ${pair('a-104', 'Attendez.', 'Wait.')}

| ${pair('a-105', 'Nom', 'Name')} | Port |
|---|---|
| ${pair('a-106', 'Serveur', 'Server')} (A) | 443 |
`

const hasJq = ['/usr/bin/jq', '/usr/local/bin/jq', '/opt/homebrew/bin/jq'].some((path) => existsSync(path))
const GUIDE = readFileSync(new URL('../docs/data.md', import.meta.url), 'utf8')
/** The commands of the guide, by the comment above each. */
const recipes = new Map(
  [...GUIDE.matchAll(/^# (.+)\n(jq .+)$/gm)].map(([, title, command]) => [title!, command!] as const),
)

describe('the data of a docset', () => {
  let out: string
  const read = (path: string) => JSON.parse(readFileSync(join(out, path), 'utf8'))
  beforeEach(async () => {
    const cwd = temporaryFolder({
      'docs/page.md': TEXT,
      'docs/index.md': `# ${pair('b-1', 'Début', 'Start')}\n`,
    })
    await build({ inputs: ['docs'], out: 'out', cwd, targetLocale: 'fr-FR', only: ['json', 'runbook'] })
    out = join(cwd, 'out')
  })

  it.each([
    ['data/documents.json', 'data-index'],
    ['data/page.json', 'document'],
    ['data/page.runbook.json', 'runbook'],
  ])('has %s, which meets its schema', (path, name) => {
    const schema = readFileSync(new URL(`../schema/${name}.schema.json`, import.meta.url), 'utf8')
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema))
    validate(read(path))
    expect(validate.errors).toBeNull()
  })

  it('is listed beside a document that is called index, with titles and hashes', () => {
    const { documents } = read('data/documents.json')
    expect(documents.map(({ path, titles }: never) => [path, titles])).toEqual([
      ['index.md', { 'fr-FR': 'Début', 'en-US': 'Start' }],
      ['page.md', { 'fr-FR': 'Guide', 'en-US': 'The guide' }],
    ])
    const { files } = documents[1]
    expect(files.map(({ path }: { path: string }) => path)).toEqual([
      'data/page.json',
      'data/page.runbook.json',
    ])
    for (const { path, hash } of files)
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, path)))
          .digest('hex'),
      ).toBe(hash)
  })

  it('gives lines and columns', () => {
    const document = fromJson<DocumentJson>(read('data/page.json'))
    const at = positionOf(document, document.units['a-103']!.target!.place[0])
    expect(at).toMatchObject({ line: 9, column: 4 + '<span data-ttu-id="a-103">'.length })
  })

  it('has a recipe for each question in the guide', () => {
    expect([...recipes.keys()]).toEqual(EXPECTED.map(([title]) => title))
  })

  const EXPECTED: readonly (readonly [string, readonly unknown[]])[] = [
    [
      'a table in French and English, row by row',
      [
        [
          ['Nom', 'Name'],
          ['Port', 'Port'],
        ],
        [
          ['Serveur (A)', 'Server (A)'],
          ['443', '443'],
        ],
      ],
    ],
    [
      'all text of the section under the second heading, in French',
      ['Pour redémarrer', 'Cliquez sur OK.', 'Attendez.', 'Nom', 'Serveur'],
    ],
    [
      'a unit: both sides, line and column',
      [{ source: 'Click **OK**.', target: 'Cliquez sur **OK**.', line: 9, column: 4 }],
    ],
  ]

  it.skipIf(!hasJq).each(EXPECTED)('tells with one line of jq: %s', (title, expected) => {
    const [, program, flags] = /^jq (?:-c )?'(.+)' page\.json$/.exec(recipes.get(title)!) ?? []
    expect(flags).toBeUndefined()
    const printed = execFileSync('jq', ['-c', program!, join(out, 'data/page.json')], { encoding: 'utf8' })
    expect(
      printed
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(expected)
  })

  it('tells the same to JavaScript', () => {
    const { units, order, outline, tables, lines } = read('data/page.json') as DocumentJson
    const shown = (segment: DocumentJson['units'][string]['source']) => segment!.text ?? segment!.markup
    const texts = (parts: readonly (string | { unit: string })[], side: 'source' | 'target') =>
      parts.map((part) => (typeof part === 'string' ? part : shown(units[part.unit]![side]))).join('')
    const table = tables[0]!.rows.map(({ cells }) =>
      cells.map(({ blocks: [block] }) =>
        (['target', 'source'] as const).map((side) =>
          block?.type === 'text' ? texts(block.parts, side) : '',
        ),
      ),
    )
    expect(table).toEqual(EXPECTED[0]![1])
    const section = order
      .filter((key) => units[key]!.context.heading === 1)
      .map((key) => shown(units[key]!.target))
    expect(section).toEqual(EXPECTED[1]![1])
    expect(outline[1]!.id).toBe('to-restart')
    const { source, target, place } = units['a-103']!
    const line = lines.filter((start) => start <= place[0]).length
    const position = { line, column: place[0] - lines[line - 1]! + 1 }
    expect([{ source: source!.markup, target: target!.markup, ...position }]).toEqual(EXPECTED[2]![1])
  })
})
