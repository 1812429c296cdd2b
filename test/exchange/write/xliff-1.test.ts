import { describe, expect, it } from 'vitest'
import type { ExchangeFile } from '../../../src/exchange/exchange-file.ts'
import { createXliffReader } from '../../../src/exchange/read/read-xliff.ts'
import {
  type Xliff1Options,
  xliff1File,
  xliff1Head,
  xliff1Tail,
} from '../../../src/exchange/write/xliff-1.ts'
import { readWith } from '../returned.ts'
import { hasXliffSchemas, xliffErrorsOf } from '../schemas.ts'
import { CODES, code, coded, fileOf, unit } from '../units.ts'

const write = (file: ExchangeFile, options?: Xliff1Options) =>
  [xliff1Head(), ...xliff1File(file, options), xliff1Tail()].join('')
const bodyOf = (xml: string) => /<body>\n([\s\S]*)\n {4}<\/body>/.exec(xml)?.[1]

describe('XLIFF 1.2', () => {
  it('has a header with the tool and the hand-off', () => {
    const file = fileOf([], { handoff: { 'ms.prod': 'a "b"', 'ms.lasthandoff': '2018-05-12' } })
    expect(write(file)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="a/b c.md" source-language="en-US" target-language="fr-FR" datatype="x-markdown" tool-id="lockstep" product-name="a &quot;b&quot;" build-num="2018-05-12">
    <header>
      <tool tool-id="lockstep" tool-name="lockstep" tool-version="1.0.0"/>
      <note from="lockstep">ms.prod: a "b"</note>
      <note from="lockstep">ms.lasthandoff: 2018-05-12</note>
    </header>
    <body>
    </body>
  </file>
</xliff>
`)
  })

  it('holds the markup of codes, or elements for it', () => {
    const { source, target } = CODES
    const file = fileOf([unit(source, target)])
    expect(/<source>(.*)<\/source>/s.exec(write(file))?.[1]).toBe(
      'Click <bpt id="1" ctype="bold">**</bpt>OK &amp; <bpt id="2" ctype="link">[</bpt>&lt;go&gt;<ept id="2">](a?b&amp;c "d")</ept>' +
        '<ept id="1">**</ept><ph id="3" ctype="x-code" equiv-text="x &lt; y">`x &lt; y`</ph><it id="4" pos="open" ctype="x-tag">&lt;div&gt;</it>' +
        '<it id="5" pos="close" ctype="bold">&lt;/b&gt;</it><ph id="6" ctype="lb" equiv-text="&#10;">  \n</ph>' +
        '<ph id="7" ctype="image" equiv-text="a &quot;b&quot;&#10;">![a](b.png)</ph>',
    )
    expect(/<source>(.*)<\/source>/s.exec(write(file, { inline: 'gx' }))?.[1]).toBe(
      'Click <g id="1" ctype="bold">OK &amp; <g id="2" ctype="link">&lt;go&gt;</g></g><x id="3" ctype="x-code" equiv-text="x &lt; y"/>' +
        '<bx id="4" ctype="x-tag"/><ex id="5"/><x id="6" ctype="lb" equiv-text="&#10;"/><x id="7" ctype="image" equiv-text="a &quot;b&quot;&#10;"/>',
    )
    expect(/<target[^>]*>(.*)<\/target>/s.exec(write(file))?.[1]).toContain('allez ]]&gt;')
    expect(/<target[^>]*>(.*)<\/target>/s.exec(write(file))?.[1]).toContain(' \t&#13;\n ')
  })

  it.each([
    ['missing', null, '<trans-unit id="aa-101" approved="no" ', ''],
    [
      'machine',
      coded('Oui'),
      '<trans-unit id="aa-101" approved="no" ',
      '<target state="needs-review-translation" state-qualifier="mt-suggestion">Oui</target>',
    ],
    [
      'translated',
      coded('Oui'),
      '<trans-unit id="aa-101" approved="yes" ',
      '<target state="translated">Oui</target>',
    ],
    [
      'approved',
      coded('Oui'),
      '<trans-unit id="aa-101" approved="yes" ',
      '<target state="translated">Oui</target>',
    ],
  ] as const)('says of a %s unit how much work it needs', (state, target, start, element) => {
    const body = bodyOf(write(fileOf([unit(coded('Yes'), target, { state })])))!
    expect(body).toContain(start)
    expect(/<target.*<\/target>/.exec(body)?.[0] ?? '').toBe(element)
  })

  it('has notes, an earlier version and the stamp of a unit, and locks it', () => {
    const notes = [
      { category: 'heading', text: 'A <b>' },
      { category: 'finding', text: 'Unexpected x' },
    ] as const
    const previous = { source: coded('Old'), target: coded('Ancien') }
    const own = unit(coded('Yes'), coded('Oui'), {
      notes,
      previous,
      locked: 'Damaged.',
      stamp: { source: 'ab', target: 'cd' },
    })
    expect(bodyOf(write(fileOf([own])))).toBe(
      `      <trans-unit id="aa-101" approved="yes" translate="no" xml:space="preserve" extradata="source:ab target:cd locked">
        <source>Yes</source>
        <target state="translated">Oui</target>
        <alt-trans alttranstype="previous-version" xml:space="preserve">
          <source>Old</source>
          <target>Ancien</target>
        </alt-trans>
        <note from="lockstep" priority="1">Damaged.</note>
        <note from="lockstep" annotates="source" priority="4">A &lt;b&gt;</note>
        <note from="lockstep" annotates="target" priority="1">Unexpected x</note>
      </trans-unit>`,
    )
  })

  it('has a note of an earlier source without a translation', () => {
    const own = unit(coded('Yes'), null, { previous: { source: coded('Old'), target: null } })
    expect(bodyOf(write(fileOf([own])))).toContain('>Earlier source: Old</note>')
  })

  it('locks units with characters that XML cannot hold', () => {
    const file = fileOf([
      unit(coded('a\u0001b'), coded('x')),
      unit(coded('a'), coded('\ud800'), { id: 'b' }),
      unit(
        coded('a', code('alone', 1, '\u0000')),
        coded('b \u{1f600}\u0085\ufffd', code('alone', 1, '\u0000')),
        { id: 'c' },
      ),
    ])
    const xml = write(file)
    expect(xml).not.toMatch(/[\u0000-\u0008]|\ud800/u)
    const units = readWith(createXliffReader, xml).files[0]!.units
    expect(units.map(({ id, target }) => [id, target?.[0] ?? null])).toEqual([
      ['aa-101', null],
      ['b', null],
      ['c', 'b \u{1f600}\u0085\ufffd'],
    ])
    expect(xml.match(/The text has characters that XML cannot hold/g)).toHaveLength(2)
  })

  it('shows OmegaT the sources of what nobody has translated, which are no translations when they come back', () => {
    const file = fileOf([
      unit(coded('One'), null, { id: '1' }),
      unit(coded('Two'), coded('Deux'), { id: '2', state: 'machine' }),
      unit(coded('Three'), coded('Trois'), { id: '3' }),
      unit(coded('Four'), null, { id: '4', locked: 'Damaged.' }),
    ])
    const xml = write(file, { for: 'omegat' })
    expect(xml.match(/<target.*>/g)).toEqual([
      '<target state="needs-translation">One</target>',
      '<target state="needs-translation">Two</target>',
      '<target>Deux</target>',
      '<target state="translated">Trois</target>',
    ])
    const targetsOf = (text: string) =>
      readWith(createXliffReader, text).files[0]!.units.map(({ target }) => target)
    expect(targetsOf(xml)).toEqual([null, null, ['Trois'], null])
    expect(targetsOf(xml.replace('>One</target>', '>Un</target>'))).toEqual([['Un'], null, ['Trois'], null])
  })

  it.skipIf(!hasXliffSchemas)('is valid (needs xmllint and the schemas of OASIS)', () => {
    const file = fileOf(
      [
        CODES,
        unit(coded('<&>"\u0001'), coded(']]>'), { id: 'b ~"<2', state: 'machine', locked: 'x' }),
        unit(coded('a'), null, { id: 'c', previous: CODES }),
        unit(coded('a'), null, { id: 'd', previous: { source: CODES.source, target: null } }),
      ],
      { handoff: { 'ms.prod': '<x>' }, format: 'html' },
    )
    expect(
      xliffErrorsOf(1, [write(file), write(file, { inline: 'gx', for: 'omegat' }), write(fileOf([]))]),
    ).toBe('')
    expect(xliffErrorsOf(1, [write(file).replace('pos="open" ', '')])).toContain("'pos' is required")
  })
})
