import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ExchangeFile } from '../../../src/exchange/exchange-file.ts'
import { poFile, poHead } from '../../../src/exchange/write/po.ts'
import { SEED } from '../../support/corpus.ts'
import { code, exchangeFileOf, fileOf, plain, unit } from '../units.ts'

const hasGettext = spawnSync('msgfmt', ['--version']).status === 0
const PYTHON = '/usr/bin/python3'
const hasToolkit = spawnSync(PYTHON, ['-c', 'import translate.storage.po']).status === 0

function write(...files: readonly ExchangeFile[]): string {
  return poHead(files[0]!) + files.flatMap((file) => [...poFile(file)]).join('')
}

const units = [
  unit('a-1', [code('open', 1), ...plain('Yes'), code('close', 1)], '**Oui**', {
    state: 'machine',
    notes: [
      { category: 'heading', text: 'Under “Start”' },
      { category: 'finding', text: 'one\ntwo' },
    ],
    previous: { source: plain('Yes\nno'), target: null },
  }),
  unit('a-2', 'Yes', null),
]

describe('a PO file', () => {
  it('has contexts, notes, places and earlier sources', () => {
    expect(write(fileOf(units))).toBe(String.raw`msgid ""
msgstr ""
"Project-Id-Version: documents\n"
"Language: fr_FR\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Generator: Lockstep 1.0.0\n"

#. Under “Start”
#. one
#. two
#: guide/start.md
#, fuzzy
#| msgid ""
#| "Yes\n"
#| "no"
msgctxt "guide/start.md#a-1"
msgid "**Yes**"
msgstr "**Oui**"

#: guide/start.md
msgctxt "guide/start.md#a-2"
msgid "Yes"
msgstr ""
`)
  })

  const hostile = [
    '\\n"\\',
    '\n\nb\n',
    '\r\n',
    '\t\u0001\u007F',
    '%d %s {0}',
    '😀\uD800',
    'msgid "x"',
    '#~ x',
  ]
  const odd = fileOf(
    hostile.map((text, at) => unit(`h-${at}`, `a${text}`, at % 2 ? `b${text}` : `\n${text}b`)),
    { path: 'a b/c.md' },
  )

  it.skipIf(!hasGettext)('passes the checks of msgfmt (needs gettext)', () => {
    const po = write(fileOf(units), odd, exchangeFileOf('seed.md', readFileSync(SEED, 'utf8'), 'de-DE'))
    const { status, stderr } = spawnSync('msgfmt', ['-c', '-o', '/dev/null', '-'], { input: po })
    expect(stderr.toString().replace(/.*warning: header field .* missing.*\n/g, '')).toBe('')
    expect(status).toBe(0)
  })

  it.skipIf(!hasToolkit)('keeps every translation in Translate Toolkit', () => {
    const script =
      'import sys,json\nfrom translate.storage import po\nprint(json.dumps([[u.getcontext(),u.source,u.target,u.isfuzzy()] for u in po.pofile.parsestring(sys.stdin.buffer.read()).units][1:]))'
    const { stdout } = spawnSync(PYTHON, ['-c', script], { input: write(fileOf(units)) })
    expect(JSON.parse(stdout.toString())).toEqual([
      ['guide/start.md#a-1', '**Yes**', '**Oui**', true],
      ['guide/start.md#a-2', 'Yes', '', false],
    ])
  })
})
