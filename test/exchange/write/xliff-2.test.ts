import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { describe, expect, it } from 'vitest'
import type { ExchangeFile } from '../../../src/exchange/exchange-file.ts'
import { createXliffReader } from '../../../src/exchange/read/read-xliff.ts'
import { xliff2File, xliff2Head, xliff2Tail } from '../../../src/exchange/write/xliff-2.ts'
import { constraintErrorsOf } from '../constraints.ts'
import { readWith } from '../returned.ts'
import { hasXliffSchemas, xliffErrorsOf } from '../schemas.ts'
import { CODES, code, coded, fileOf, unit } from '../units.ts'

const write = (file: ExchangeFile) => [xliff2Head(file), ...xliff2File(file), xliff2Tail()].join('')

describe('XLIFF 2.0', () => {
  it('names documents and units by tokens, and keeps their paths and keys', () => {
    const own = unit(coded('Yes'), coded('Oui'), { id: 'aa-1_é~2', stamp: { source: 'ab', target: 'cd' } })
    expect(
      write(fileOf([own], { handoff: { 'ms.lasthandoff': '2018' } })),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.0" srcLang="en-US" trgLang="fr-FR" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
  <file id="a_2f_b_20_c.md" original="a/b c.md" canResegment="no" xml:space="preserve">
    <mda:metadata>
      <mda:metaGroup category="tool">
        <mda:meta type="name">lockstep</mda:meta>
        <mda:meta type="version">1.0.0</mda:meta>
      </mda:metaGroup>
      <mda:metaGroup category="hand-off">
        <mda:meta type="ms.lasthandoff">2018</mda:meta>
      </mda:metaGroup>
    </mda:metadata>
    <unit id="aa-1_5f__e9__7e_2" name="aa-1_é~2">
      <mda:metadata>
        <mda:metaGroup category="lockstep">
          <mda:meta type="source">ab</mda:meta>
          <mda:meta type="target">cd</mda:meta>
        </mda:metaGroup>
      </mda:metadata>
      <segment id="s1" state="translated">
        <source>Yes</source>
        <target>Oui</target>
      </segment>
    </unit>
  </file>
</xliff>
`)
  })

  it('keeps the markup of codes apart from the text, equal ones once', () => {
    const xml = write(fileOf([CODES]))
    expect(/<source>(.*)<\/source>/s.exec(xml)?.[1]).toBe(
      'Click <pc id="1" canCopy="no" canDelete="no" dataRefStart="d1" dataRefEnd="d1" type="fmt" subType="xlf:b">OK &amp; ' +
        '<pc id="2" canCopy="no" canDelete="no" dataRefStart="d2" dataRefEnd="d3" type="link">&lt;go&gt;</pc></pc>' +
        '<ph id="3" canCopy="no" canDelete="no" dataRef="d4" type="other" subType="lockstep:code" equiv="x &lt; y"/>' +
        '<sc id="4" canCopy="no" canDelete="no" dataRef="d5" type="other" subType="lockstep:tag" isolated="yes"/>' +
        '<ec id="5" canCopy="no" canDelete="no" dataRef="d6" type="fmt" subType="xlf:b" isolated="yes"/>' +
        '<ph id="6" canCopy="no" dataRef="d7" type="fmt" subType="xlf:lb" equiv="&#10;"/>' +
        '<ph id="7" canCopy="no" canDelete="no" dataRef="d8" type="image" equiv="a &quot;b&quot;&#10;"/>',
    )
    expect(xml).toContain('<data id="d1">**</data>')
    expect(xml.match(/>\*\*<\/data>/g)).toHaveLength(1)
  })

  it.each([
    ['missing', null, '<segment id="s1" state="initial">', false],
    ['machine', coded('Oui'), '<segment id="s1" state="initial" subState="lockstep:mt-suggestion">', false],
    ['translated', coded('Oui'), '<segment id="s1" state="translated">', true],
    ['approved', coded('Oui'), '<segment id="s1" state="reviewed">', true],
  ] as const)('says of a %s unit how much work it needs', (state, target, element, approved) => {
    const xml = write(fileOf([unit(coded('Yes'), target, { state })]))
    expect(xml).toContain(element)
    expect(readWith(createXliffReader, xml).files[0]?.units[0]?.approved).toBe(approved)
  })

  it('writes characters that XML cannot hold as code points, and reads them again', () => {
    const text = 'a\u0000\u001f\ufffe\ud800b'
    const own = unit(coded(text, code('alone', 1, '\u0001')), coded('x', text), {
      notes: [{ category: 'heading', text }],
    })
    const xml = write(fileOf([own]))
    expect(xml).toContain('a<cp hex="0000"/><cp hex="001F"/><cp hex="FFFE"/><cp hex="D800"/>b')
    expect(xml).toContain('<data id="d1"><cp hex="0001"/></data>')
    const { source, target } = readWith(createXliffReader, xml).files[0]!.units[0]!
    expect([source, target]).toEqual([[text, { type: 'alone', id: '1' }], [`x${text}`]])
    expect(constraintErrorsOf(xml)).toEqual([])
  })

  it('has notes, a candidate of an earlier version, and locks units', () => {
    const xml = write(
      fileOf([
        unit(coded('a'), coded('b'), {
          previous: { source: coded('c', code('alone', 1, '`x`', 'code', 'x')), target: coded('d') },
          locked: 'Damaged.',
        }),
        unit(coded('a'), null, { id: 'b', previous: { source: coded('c'), target: null } }),
      ]),
    )
    expect(xml).toContain('<unit id="aa-101" name="aa-101" translate="no">')
    expect(xml).toContain('<note category="locked" priority="1">Damaged.</note>')
    expect(xml).toContain(`      <mtc:matches>
        <mtc:match ref="#s1" type="tm" origin="previous-version">
          <originalData>
            <data id="d1">\`x\`</data>
          </originalData>
          <source>c<ph id="1" canCopy="no" dataRef="d1" type="other" subType="lockstep:code" equiv="x"/></source>
          <target>d</target>
        </mtc:match>
      </mtc:matches>`)
    expect(xml).toContain('priority="2">Earlier source: c</note>')
    expect(readWith(createXliffReader, xml).files[0]?.units).toMatchObject([
      { source: ['a'], target: null },
      { source: ['a'], target: null },
    ])
  })

  it('has no `file` without units', () => {
    expect([...xliff2File(fileOf([]))]).toEqual([])
  })

  it('meets the constraints of the standard', () => {
    expect(
      constraintErrorsOf(write(fileOf([CODES, unit(coded('a'), coded('b'), { id: 'b', previous: CODES })]))),
    ).toEqual([])
  })

  it.each([
    ['doubled ids of units', [CODES, CODES], /unit aa-101/],
    [
      'a doubled id of a code',
      [unit(coded(code('alone', 1, 'a'), code('alone', 1, 'b')), null)],
      /source code 1/,
    ],
  ] as const)('would not meet them with %s', (_what, units, error) => {
    expect(constraintErrorsOf(write(fileOf(units))).join()).toMatch(error)
  })

  it.skipIf(!hasXliffSchemas)('is valid (needs xmllint and the schemas of OASIS)', () => {
    const file = fileOf(
      [
        CODES,
        unit(coded('\u0001'), coded(']]>'), { id: '', locked: 'x', previous: CODES, notes: CODES.notes }),
      ],
      { path: 'é/~_.md', handoff: { '<a>': '&' } },
    )
    const xml = write(file)
    expect(xliffErrorsOf(2, [xml])).toBe('')
    expect(xliffErrorsOf(2, [xml.replace('state="translated"', 'state="done"')])).toContain('done')
    expect(parseXml(xml).root).toBeInstanceOf(XmlElement)
  })
})
