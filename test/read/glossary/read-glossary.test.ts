import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGlossary } from '../../../src/read/glossary/read-glossary.ts'
import { UserError } from '../../../src/util/user-error.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-glossary-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return readGlossary(path)
}

describe('readGlossary', () => {
  it('reads CSV with header, quotes and options, and joins lines of one source', () => {
    const text = [
      '\uFEFFsource,target,options',
      'server,serveur,"case; form=serveurs; source-form=servers"',
      'server,machine,forbidden',
      '"say ""hi"", now","dire\nbonjour",locale=fr-FR',
      '',
    ].join('\r\n')
    expect(read('a.csv', text)).toEqual([
      {
        sources: ['server', 'servers'],
        targets: ['serveur', 'serveurs'],
        forbidden: ['machine'],
        caseSensitive: true,
      },
      {
        sources: ['say "hi", now'],
        targets: ['dire\nbonjour'],
        forbidden: [],
        caseSensitive: false,
        targetLocale: 'fr-FR',
      },
    ])
  })

  it('reads CSV with semicolons or tabs', () => {
    const [first] = read('b.csv', 'pool;pool;"case;forbidden"\n')
    expect(first).toMatchObject({ sources: ['pool'], targets: [], forbidden: ['pool'], caseSensitive: true })
    expect(read('c.csv', 'pool\tgroupe')[0]).toMatchObject({ targets: ['groupe'] })
  })

  it('reads TBX of 2008', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><martifHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></martifHeader><text><body>
      <termEntry id="a"><xref target="x"/><langSet xml:lang="en-US"><tig><term>server</term></tig></langSet>
      <langSet xml:lang="fr-FR"><tig><term>serveur</term></tig><ntig><termGrp><term>machine &amp; <![CDATA[<x>]]></term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet>
      <langSet xml:lang="de-DE"><tig><term>Server</term></tig></langSet></termEntry>
      </body></text></martif>`
    expect(read('a.tbx', text)).toEqual([
      {
        sources: ['server'],
        targets: ['serveur'],
        forbidden: ['machine & <x>'],
        targetLocale: 'fr-FR',
        caseSensitive: false,
      },
      {
        sources: ['server'],
        targets: ['Server'],
        forbidden: [],
        targetLocale: 'de-DE',
        caseSensitive: false,
      },
    ])
  })

  it('reads TBX of 2019 in the style of elements', () => {
    const text = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
      <conceptEntry id="a"><langSec xml:lang="en"><termSec><term>server</term></termSec></langSec>
      <langSec xml:lang="fr"><termSec><term>machine</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
      </body></text></tbx>`
    expect(read('b.tbx', text)).toEqual([
      { sources: ['server'], targets: [], forbidden: ['machine'], targetLocale: 'fr', caseSensitive: false },
    ])
  })

  it('says what is wrong with a file', () => {
    expect(() => readGlossary(join(folder, 'none.csv'))).toThrow(UserError)
    expect(() => read('d.csv', 'source,target\n')).toThrow(/without terms/)
    expect(() => read('e.tbx', '<tbx></tbx>')).toThrow(/without terms/)
    expect(() => read('f.csv', 'source,target\na,b\n"c,d\n')).toThrow(
      /cannot be read: Quote Not Closed.* line 3/,
    )
    expect(() => read('g.tbx', '<tbx>\n<text></body></tbx>')).toThrow(
      /cannot be read: .*\(line 2, column 7\)/,
    )
  })
})

it('takes no longer for many lines of one term, many options, and elements that do not end', () => {
  const read = (name: string, text: string) => () =>
    readGlossary(join(temporaryFolder({ [name]: text }), name))
  const lines = Array.from({ length: 20_000 }, (_, at) => `a,b${at}`).join('\n')
  expect(read('a.csv', lines)()).toMatchObject([{ sources: ['a'], targets: { length: 20_000 } }])
  expect(read('a.csv', `source,target,options\na,b,${'form=x;'.repeat(20_000)}`)()).toMatchObject([
    { targets: ['b', 'x'] },
  ])
  for (const text of [
    '<![CDATA['.repeat(20_000),
    '<a '.repeat(20_000),
    `<a${' '.repeat(100_000)}`,
    '<conceptEntry>'.repeat(3000),
  ])
    expect(read('a.tbx', text)).toThrow(UserError)
})
