import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExchangeFile } from '../../../src/exchange/exchange-file.ts'
import { createTmxWriter, type TmxOptions } from '../../../src/exchange/write/tmx.ts'
import type { CodedText } from '../../../src/model/coded-text.ts'
import { SEED } from '../../support/corpus.ts'
import { code, exchangeFileOf, fileOf, plain, unit } from '../sample-units.ts'

const schema = new URL('../../fixtures/schemas/tmx14.dtd', import.meta.url).pathname
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
const PYTHON = '/usr/bin/python3'
const hasToolkit = spawnSync(PYTHON, ['-c', 'import translate.storage.tmx']).status === 0

function write(files: readonly ExchangeFile[], options?: TmxOptions): string {
  const writer = createTmxWriter(options)
  return writer.head(files[0]!) + files.flatMap((file) => [...writer.document(file)]).join('') + writer.tail()
}

function errorsOf(xml: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--dtdvalid', schema, '-'], {
    input: xml,
  })
  return status === 0 ? '' : stderr.toString()
}

const link: CodedText = [
  ...plain('See '),
  { type: 'open', id: 1, kind: 'link', markup: '[' },
  ...plain('R&D'),
  { type: 'close', id: 1, kind: 'link', markup: '](a?b&c)' },
  code('alone', 2),
]
const half: CodedText = [code('begin', 3), ...plain('end'), code('end', 4)]

describe('a translation memory', () => {
  it('has what readers see at level 1', () => {
    expect(write([fileOf([unit('a-1', link, 'Voir', { state: 'machine' })])])).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Lockstep" creationtoolversion="1.0.0" segtype="block" o-tmf="Lockstep" adminlang="en" srclang="en-US" datatype="plaintext"/>
<body>
<tu tuid="8b4d">
<prop type="x-translation">machine</prop>
<tuv xml:lang="en-US"><seg>See R&amp;Dx</seg></tuv>
<tuv xml:lang="fr-FR"><seg>Voir</seg></tuv>
</tu>
</body>
</tmx>
`.replace('8b4d', tuids(write([fileOf([unit('a-1', link, 'Voir')])]))[0]!),
    )
  })

  it('has codes at level 2', () => {
    const tmx = write([fileOf([unit('a-1', link, half)])], { level: 2 })
    expect(tmx).toContain(
      '<seg>See <bpt i="1" x="1" type="link">[</bpt>R&amp;D<ept i="1">](a?b&amp;c)</ept><ph x="2" type="x-code">`x`</ph></seg>',
    )
    expect(tmx).toContain(
      '<seg><it pos="begin" x="3" type="bold">**</it>end<it pos="end" x="4" type="bold">**</it></seg>',
    )
  })

  it('has each translation of a source once, with ids that stay', () => {
    const [first, second] = [
      fileOf([unit('a-1', 'Yes', 'Oui'), unit('a-2', 'Yes', 'Oui'), unit('a-3', 'Yes', 'Si')]),
      fileOf([unit('b-1', 'Yes', 'Si'), unit('b-2', 'No', 'Non')], { path: 'b.md' }),
    ]
    const ids = tuids(write([first, second]))
    expect(ids).toHaveLength(3)
    expect(ids[1]).toMatch(new RegExp(`^${ids[0]}-[\\da-f]{16}$`))
    expect(tuids(write([second]))).toEqual([ids[0], ids[2]])
    expect(tuids(write([fileOf([unit('a-1', 'Yes', 'Oui'), unit('a-9', 'Yes', 'Si')])]))).toEqual(
      ids.slice(0, 2),
    )
  })

  it('tells sources with different codes apart at level 2 only', () => {
    const files = [fileOf([unit('a-1', [...plain('a'), code('begin', 1)], 'b'), unit('a-2', 'a', 'b')])]
    expect(tuids(write(files))).toHaveLength(1)
    expect(tuids(write(files, { level: 2 }))).toHaveLength(2)
  })

  it('leaves out missing and blank texts', () => {
    const units = [unit('a-1', 'Yes', null), unit('a-2', 'Yes', ' '), unit('a-3', [code('begin', 1)], 'x')]
    expect(tuids(write([fileOf(units)]))).toEqual([])
  })

  it('names the source locale of documents that have another one', () => {
    const files = [
      fileOf([unit('a-1', 'Yes', 'Oui')]),
      fileOf([unit('a-2', 'Ja', 'Oui')], { sourceLocale: 'de-DE' }),
    ]
    expect(write(files)).toMatch(/<tu tuid="\w+">[\s\S]*<tu tuid="\w+" srclang="de-DE">/)
  })

  const hostile = ['\u0000\u0008\uFFFE\uD800', ']]>', '<!-- &amp; "\'', '\r\n\t', '\u202E😀']
  it.skipIf(!hasXmllint).each([1, 2] as const)('is valid at level %i (needs xmllint)', (level) => {
    const units = [
      unit('a-1', link, half),
      ...hostile.map((text, at) => unit(`h-${at}`, `a${text}`, `b${text}`)),
    ]
    const real = exchangeFileOf('seed.md', readFileSync(SEED, 'utf8'), 'de-DE')
    expect(errorsOf(write([fileOf(units), real, fileOf(units, { format: 'html' })], { level }))).toBe('')
    expect(errorsOf(write([fileOf(units)], { level }).replace('segtype="block"', ''))).not.toBe('')
  })

  it.skipIf(!hasToolkit)('keeps every translation in Translate Toolkit', () => {
    const units = [
      unit('a-1', 'Yes', 'Oui'),
      unit('a-2', 'Yes', 'Si'),
      unit('a-3', 'a\nb  <c> & "d"', 'é\nb  <c> & "d" 😀'),
    ]
    const script =
      'import sys,json\nfrom translate.storage import tmx\nprint(json.dumps([[u.source,u.target] for u in tmx.tmxfile.parsestring(sys.stdin.buffer.read()).units]))'
    const { stdout } = spawnSync(PYTHON, ['-c', script], { input: write([fileOf(units)]) })
    expect(JSON.parse(stdout.toString())).toEqual([
      ['Yes', 'Oui'],
      ['Yes', 'Si'],
      ['a\nb  <c> & "d"', 'é\nb  <c> & "d" 😀'],
    ])
  })
})

function tuids(tmx: string): string[] {
  return [...tmx.matchAll(/tuid="([^"]*)"/g)].map(([, id]) => id!)
}
