import { describe, expect, it } from 'vitest'
import { createXliffReader } from '../../../src/exchange/read/read-xliff.ts'
import { readWith } from '../returned.ts'

const read = (text: string | Iterable<string>, piece?: number) => readWith(createXliffReader, text, piece)

const one = (units: string, file = '') =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.md" source-language="en-US" target-language="fr-FR" datatype="x-markdown"${file}><body>
${units}
</body></file></xliff>`
const two = (units: string) =>
  `<xliff version="2.1" srcLang="en-US" trgLang="fr-FR" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><file id="f1" original="a.md">
${units}
</file></xliff>`
const inUnit = (source: string, target: string, attributes = '') =>
  `<trans-unit id="a"${attributes}><source>${source}</source>${target}</trans-unit>`
const unitsOf = (text: string) => {
  const { files, problems, complete } = read(text)
  expect(problems).toEqual([])
  expect(complete).toBe(true)
  return files.flatMap(({ units }) => units)
}
const problemsOf = (text: string | Iterable<string>) => {
  const { problems, complete } = read(text)
  expect(complete).toBe(false)
  expect(problems).toHaveLength(1)
  expect(problems[0]!.note).toMatch(/^[A-Z].*\.$/)
  return `${problems[0]!.line}:${problems[0]!.column} ${problems[0]!.reason}`
}

describe('reading XLIFF 1.2', () => {
  it('gives documents with their locales, and units with their places and stamps', () => {
    const text =
      one(`  <trans-unit id="x-1" extradata="source:0a target:1b" approved="yes"><source>A</source><target>B</target></trans-unit>
<group><group><trans-unit
  id="x-2"><source>A</source></trans-unit></group></group>`)
    expect(read(text).files).toEqual([
      {
        path: 'a.md',
        sourceLocale: 'en-US',
        targetLocale: 'fr-FR',
        units: [
          {
            id: 'x-1',
            source: ['A'],
            target: ['B'],
            stamp: { source: '0a', target: '1b' },
            approved: true,
            line: 3,
            column: 3,
          },
          { id: 'x-2', source: ['A'], target: null, approved: false, line: 4, column: 1 },
        ],
      },
    ])
  })

  it('reads the same whatever the pieces are', () => {
    const text = `\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n${one(inUnit('a&#13;\r\n&lt;\u{1f600}<g id="1">b</g>', '<target>é<![CDATA[<b>&amp;]]><x id="2"/></target>'))}`
    const whole = read(text, text.length)
    expect(whole.files[0]?.units[0]).toMatchObject({
      source: ['a\r\n<\u{1f600}', { type: 'open', id: '1' }, 'b', { type: 'close', id: '1' }],
      target: ['é<b>&amp;', { type: 'alone', id: '2' }],
    })
    for (const piece of [1, 2, 3, 7]) expect(read(text, piece)).toEqual(whole)
  })

  it.each([
    ['bpt and ept', '<bpt id="1">**</bpt>a<ept id="1">**</ept>', ['open 1', 'a', 'close 1']],
    ['pairs with rid', '<bpt id="1" rid="9">*</bpt>a<ept id="2" rid="9">*</ept>', ['open 1', 'a', 'close 1']],
    ['bx and ex', '<bx id="1"/>a<ex id="1"/><ex id="2"/>', ['open 1', 'a', 'close 1', 'end 2']],
    ['halves', '<bpt id="1"/>a<ept id="2"/>', ['begin 1', 'a', 'end 2']],
    ['crossed halves', '<ept id="1"/>a<bpt id="1"/>', ['end 1', 'a', 'begin 1']],
    ['it', '<it id="1" pos="open">x</it>a<it id="2" pos="close"/>', ['begin 1', 'a', 'end 2']],
    [
      'native code with text of its own',
      'a<ph id="1">x<sub>y<g id="7">z</g></sub></ph>b',
      ['a', 'alone 1', 'b'],
    ],
    ['annotations', 'a<mrk mtype="seg" mid="0">b<x id="1"/></mrk>c', ['ab', 'alone 1', 'c']],
    ['comments and instructions', 'a<!-- b -->c<?d e?>f', ['acf']],
    ['codes without ids', '<x/>', ['alone ']],
    ['scripts as text', '&lt;script>', ['<script>']],
  ])('reads %s', (_what, target, expected) => {
    const [unit] = unitsOf(one(inUnit('a', `<target>${target}</target>`)))
    expect(
      unit?.target?.map((part) => (typeof part === 'string' ? part : `${part.type} ${part.id}`)),
    ).toEqual(expected)
  })

  it.each([
    ['', '<target>x</target>', false],
    [' approved="yes"', '<target>x</target>', true],
    [' approved="yes"', '<target state="needs-review-translation">x</target>', true],
    [' approved="no"', '<target state="needs-review-translation">x</target>', false],
    [' approved="no"', '<target state="translated">x</target>', true],
    ['', '<target state="final">x</target>', true],
  ])('takes %s %s as approved: %s', (attributes, target, approved) => {
    expect(unitsOf(one(inUnit('a', target, attributes)))[0]?.approved).toBe(approved)
  })

  it('ignores other texts: earlier versions, segmented sources, notes, extensions, binary units', () => {
    const [unit, ...others] = unitsOf(
      one(
        `${inUnit(
          'a',
          '<seg-source><mrk mtype="seg">no</mrk></seg-source><target>b</target><note>no</note><alt-trans><source>no</source><target>no</target></alt-trans><x:y xmlns:x="u"><source>no</source><x:target>no</x:target></x:y>',
        )}<bin-unit id="a"><bin-source/><trans-unit id="b"><source>no</source></trans-unit></bin-unit>`,
      ),
    )
    expect(unit).toMatchObject({ source: ['a'], target: ['b'] })
    expect(others).toEqual([])
  })

  it.each(['<target/>', '<target></target>', ''])('takes %s as no translation', (target) => {
    expect(unitsOf(one(inUnit('a', target)))[0]?.target).toBeNull()
  })

  it('takes extradata of others as no stamp', () => {
    expect(unitsOf(one(inUnit('a', '', ' extradata="source:x"')))[0]).not.toHaveProperty('stamp')
  })

  it('reads other prefixes, no namespace, and version 1.1', () => {
    const text = one(inUnit('a', '<target>b</target>'))
    const prefixed = text.replace(/<(\/?)(?=[a-z])/g, '<$1p:').replace('xmlns=', 'xmlns:p=')
    expect(prefixed).toContain('<p:target>')
    for (const other of [
      prefixed,
      text.replace(/ xmlns="[^"]*"/, ''),
      text.replace('document:1.2', 'document:1.1'),
    ])
      expect(unitsOf(other)).toHaveLength(1)
    expect(unitsOf(prefixed)[0]?.target).toEqual(['b'])
  })
})

describe('reading XLIFF 2.0 and 2.1', () => {
  it('joins segments, with the text between them, in the order of the target', () => {
    const [unit] = unitsOf(
      two(`<unit id="u_2f_1"><segment state="translated"><source>A<pc id="1">b</pc></source><target order="3">1</target></segment>
<ignorable><source> - </source></ignorable><segment state="final"><source>C</source><target order="1">2</target></segment></unit>`),
    )
    expect(unit).toEqual({
      id: 'u/1',
      source: ['A', { type: 'open', id: '1' }, 'b', { type: 'close', id: '1' }, ' - C'],
      target: ['2 - 1'],
      approved: true,
      line: 2,
      column: 1,
    })
  })

  it('reads codes that reach over segments, code points, annotations and metadata', () => {
    const [unit] = unitsOf(
      two(`<unit id="u1" name="x~2"><mda:metadata><mda:metaGroup category="other"><mda:meta type="source">no</mda:meta></mda:metaGroup>
<mda:metaGroup category="lockstep"><mda:meta type="source">0a</mda:meta><mda:meta type="target">1b</mda:meta></mda:metaGroup></mda:metadata>
<notes><note>no</note></notes><originalData><data id="d1">no<cp hex="0001"/></data></originalData>
<segment><source>a<sc id="1"/>b</source><target>a<sc id="1"/>b</target></segment>
<segment><source>c<ec startRef="1"/></source><target><mrk id="m1">c<cp hex="001F"/></mrk><ec startRef="1"/><sm id="m"/><em startRef="m"/><ph id="2"/><sc id="3" isolated="yes"/><ec id="4" isolated="yes"/></target></segment></unit>`),
    )
    expect(unit).toMatchObject({
      id: 'x~2',
      stamp: { source: '0a', target: '1b' },
      target: [
        'a',
        { type: 'open', id: '1' },
        'bc\u001f',
        { type: 'close', id: '1' },
        { type: 'alone', id: '2' },
        { type: 'begin', id: '3' },
        { type: 'end', id: '4' },
      ],
      approved: false,
    })
  })

  it('reports units of which a part is translated, and goes on', () => {
    const { files, problems, complete } = read(
      two(
        '<unit id="a"><segment><source>A</source><target>1</target></segment><segment><source>B</source></segment></unit><unit id="b"><segment><source>A</source><target>1</target></segment></unit>',
      ),
    )
    expect(complete).toBe(true)
    expect(problems).toMatchObject([{ line: 2, column: 1, reason: expect.stringContaining('`a`') }])
    expect(files[0]?.units.map(({ target }) => target)).toEqual([null, ['1']])
  })
})

describe('a fault has a place, and the file is not trusted', () => {
  const unit = inUnit('a', '<target>b</target>')
  const bomb = `<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n${one(inUnit('&b;', ''))}`
  it.each([
    ['an entity bomb', bomb, '1:87 Unexpected document type declaration, expected none'],
    [
      'an entity',
      one(inUnit('&nbsp;', '')),
      '3:33 Unexpected XML, expected it well-formed: undefined entity',
    ],
    ['nothing', '', '1:1 Unexpected XML, expected it well-formed: document must contain a root element'],
    ['other text', 'PK\u0003\u0004', '1:3 Unexpected XML, expected it well-formed: disallowed character'],
    ['HTML', '<html><p></html>', '1:1 Unexpected root `html`, expected `xliff` 1.2, 2.0 or 2.1'],
    ['TMX', '<tmx version="1.4"/>', '1:1 Unexpected root `tmx`, expected `xliff` 1.2, 2.0 or 2.1'],
    [
      'an unknown version',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:3.0"/>',
      '1:1 Unexpected root `xliff` of urn:oasis:names:tc:xliff:document:3.0, expected `xliff` 1.2, 2.0 or 2.1',
    ],
    [
      'another encoding',
      `<?xml version="1.0" encoding="UTF-16"?>${one(unit)}`,
      '1:39 Unexpected encoding `UTF-16`, expected UTF-8',
    ],
    [
      'a cut',
      one(unit).slice(0, -30),
      '3:61 Unexpected XML, expected it well-formed: unclosed tag: trans-unit',
    ],
    [
      'a cut in a tag',
      one(unit).slice(0, 200),
      '3:33 Unexpected XML, expected it well-formed: unclosed tag: source',
    ],
    [
      'a wrong end',
      one(inUnit('a', '<target>b</source>')),
      '3:55 Unexpected XML, expected it well-formed: unexpected close tag',
    ],
    [
      'an unknown prefix',
      one('<a:b/>'),
      '3:6 Unexpected XML, expected it well-formed: unbound namespace prefix: "a"',
    ],
    [
      'a doubled attribute',
      one(inUnit('', '', ' id="b"')),
      '3:26 Unexpected XML, expected it well-formed: duplicate attribute: id',
    ],
    ['doubled ids', one(`${unit}\n${unit}`), '4:1 Unexpected second unit `a`, expected one'],
    [
      'a doubled document',
      one(unit).replace(/(<file[\s\S]*<\/file>)/, '$1\n$1'),
      '5:1 Unexpected second `file` of a.md, expected one',
    ],
    [
      'a unit without id',
      one(unit.replace('id=', 'no=')),
      '3:1 Unexpected unit without `id`, expected that of the document',
    ],
    [
      'no document',
      one(unit).replace('original=', 'no='),
      '2:1 Unexpected `file` without `original`, expected the path of its document',
    ],
    [
      'a script',
      one(inUnit('a', '<target>b<script>c</script></target>')),
      '3:47 Unexpected element `script` in a text, expected inline codes of XLIFF',
    ],
    [
      'an element of another namespace',
      one(inUnit('a', '<target>b<g id="1"><x id="2" xmlns="u"/></g></target>')),
      '3:57 Unexpected element `x` in a text, expected inline codes of XLIFF',
    ],
    [
      'a character that is none',
      two('<unit id="a"><segment><source><cp hex="110000"/></source></segment></unit>'),
      '2:31 Unexpected element `cp` in a text, expected inline codes of XLIFF',
    ],
    ['text after the end', `${one(unit)}x`, /^4:\d+ Unexpected XML/],
    [
      'a control character',
      one(inUnit('\u0001', '')),
      '3:28 Unexpected XML, expected it well-formed: disallowed character',
    ],
  ])('%s', (_what, text, expected) => {
    expect(problemsOf(text)).toMatch(expected)
  })

  it('gives no document after a fault', () => {
    const { files } = read(`${one(unit).replace('</xliff>', '')}&a;${one(unit)}`)
    expect(files).toHaveLength(1)
  })
})

describe('memory stays flat', () => {
  const [head, tail] = one('|').split('|') as [string, string]
  function* pieces(start: string, piece: string, count: number, end: string): Generator<string> {
    yield head + start
    for (let at = 0; at < count; at++) {
      yield piece
    }
    yield end + tail
  }
  const x = 'x'.repeat(100_000)

  it.each([
    ['an attribute', '<trans-unit id="', x, /more than 1000000 characters/],
    ['a text', '<trans-unit id="a"><source>', x, /more than 1000000 characters/],
    ['a comment', '<!-- ', x, /more than 1000000 characters/],
    ['a name', '<', x, /more than 1000000 characters/],
    ['a unit', '<trans-unit id="a"><source>', `<x id="${x}"/>`, /unit of more than 1000000 characters/],
    [
      'a unit of other elements',
      '<trans-unit id="a">',
      `<note>${x}</note>`,
      /unit of more than 1000000 characters/,
    ],
    ['nesting', '', '<group>'.repeat(200), /nesting of more than 100 elements/],
    ['a document', '', `<note>${x}</note>`, /document of more than 32000000 characters/],
  ])('with %s without end', (_what, start, piece, expected) => {
    expect(problemsOf(pieces(start, piece, 1000, ''))).toMatch(expected)
  })

  it('with many codes that have the same id, in linear time', () => {
    const codes = '<bpt id="1"/>'.repeat(70_000)
    expect(unitsOf(one(inUnit('a', `<target>${codes}</target>`)))[0]?.target).toHaveLength(70_000)
  })
})
