import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { joinDocuments } from '../../src/join/join-documents.ts'
import { fromJson } from '../../src/model/json/from-json.ts'
import { toJson } from '../../src/model/json/to-json.ts'
import { headingsAbove } from '../../src/model/outline.ts'
import { unitsOf } from '../../src/model/units-of.ts'
import { inputOf } from '../../src/model/written-unit.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { corpusFiles, hasCorpus } from '../support/corpus.ts'

const read = (text: string, targetLocale = 'fr-FR') =>
  parseDocument(new VFile(text), { path: 'a.md', targetLocale })
const through = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))
const unit = (id: string, target: string, source: string) =>
  `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`

/** What documents are made of: sound, nested and damaged units, blocks, tables, line endings. */
const pieces = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\n\n',
    '# ',
    '## ',
    '- ',
    '1. ',
    '> [!NOTE]\n> ',
    '| a | b |\n|---|---|\n| ',
  ),
  fc.constantFrom(
    ' | ',
    ' |\n',
    'text *of* both',
    '<table><tr><td colspan="2">',
    '</td></tr></table>',
    '\uFEFF',
    '---\n',
  ),
  fc.constantFrom('</span>', '<span data-ttu-id="x-1">', '<span data-stu-id="x-1">', '[a](b.md)', '`c`'),
  fc
    .tuple(
      fc.constantFrom('a-1', 'a-2', 'a-p1', '200', '100', 'b', '__proto__'),
      fc.constantFrom('un', ' **deux** ', '[x](y.md)', '*', '', `dans ${unit('a-9', 'un', 'one')}`, '</div>'),
      fc.constantFrom('one', '**two**', '[x](y.md)', '<br>', '', '</div>'),
      fc.constantFrom('', 'source id', 'quotes', 'no target'),
    )
    .map(([id, target, source, fault]) => {
      const written = unit(id, target, source)
      if (fault === 'source id') return written.replace('data-stu-id="', 'data-stu-id="z')
      if (fault === 'quotes') return written.replaceAll('"', '&quot;')
      return fault === 'no target' ? written.slice(written.indexOf('</span>') + '</span>'.length) : written
    }),
)
const texts = fc.array(pieces, { maxLength: 25 }).map((all) => all.join(''))

describe('the JSON of a model', () => {
  it('gives the model and the input again, whatever that is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = read(text)
        const again = fromJson(through(toJson(document)))
        expect(again).toEqual(document)
        expect(inputOf(again)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('gives the joined model of two locales again', () => {
    fc.assert(
      fc.property(texts, texts, (french, german) => {
        const joined = joinDocuments([read(french), read(german, 'de-DE')])
        expect(fromJson(through(toJson(joined)))).toEqual(joined)
      }),
      { numRuns: 200 },
    )
  })

  it.skipIf(!hasCorpus)('gives the model and the input of every real document again', () => {
    for (const folder of ['teams/fr-FR', 'lync-2013/fr-FR', 'lync-2013/de-DE'])
      for (const { path, text } of corpusFiles(folder)) {
        const document = parseDocument(new VFile(text), { path })
        const again = fromJson(through(toJson(document)))
        expect(isDeepStrictEqual(again, document), path).toBe(true)
        expect(inputOf(again) === text, path).toBe(true)
      }
  })

  it('has neither what is usual nor what follows from the rest', () => {
    const { units } = toJson(read(`# ${unit('a-1', 'Un', 'One')}\n\n${unit('a-2', '**b**', '**a**')}`))
    expect(units).toEqual({
      'a-1': {
        source: { markup: 'One' },
        target: { markup: 'Un' },
        place: [2, 101],
        context: { kind: 'heading', heading: 0 },
      },
      'a-2': {
        source: { markup: '**a**', text: 'a', content: [{ tagName: 'strong', children: ['a'] }] },
        target: { markup: '**b**', text: 'b', content: [{ tagName: 'strong', children: ['b'] }] },
        place: [103, 207],
        context: { kind: 'paragraph', heading: 0 },
      },
    })
  })

  it('has the units in the order of the document, whatever their ids', () => {
    const document = read(['200', 'a-1', '100'].map((id) => unit(id, 'x', 'y')).join('\n\n'))
    expect(unitsOf(document).map(({ key }) => key)).toEqual(['200', 'a-1', '100'])
    expect(toJson(document).order).toEqual(['200', 'a-1', '100'])
  })

  it('names the heading that a unit is under, which those above it follow from', () => {
    const text = ['# A', '### B', '## C', unit('a-1', 'x', 'y'), '# D'].join('\n\n')
    const { outline, units } = read(text)
    const above = headingsAbove(outline, units['a-1']!.context.heading)
    expect(above.map(({ id }) => id)).toEqual(['a', 'c'])
  })
})
