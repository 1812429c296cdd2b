import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanSxs } from '../../src/bitext/scan-sxs.ts'
import type { SxsUnit } from '../../src/bitext/sxs-piece.ts'
import { pair } from '../support/bilingual.ts'
import { corpusFiles, hasCorpus, SEED } from '../support/corpus.ts'

const OPEN = (id: string) => `<span data-ttu-id="${id}">`
const MIDDLE = (id: string) => `</span><span class="sxs-lookup"><span data-stu-id="${id}">`
const END = '</span></span>'

function unitsOf(text: string): SxsUnit[] {
  return scanSxs(text).filter((piece) => piece.type === 'unit')
}

function all(units: readonly SxsUnit[]): SxsUnit[] {
  return units.flatMap((unit) => [unit, ...all(unit.target?.units ?? []), ...all(unit.source?.units ?? [])])
}

/** What a test expects to read: `id|target|source`, with defects. */
function told(text: string): string[] {
  const side = (each: SxsUnit['target']) => (each ? text.slice(each.start, each.end) : '∅')
  return all(unitsOf(text)).map(
    (unit) =>
      `${unit.id}|${side(unit.target)}|${side(unit.source)}${unit.defects.map((each) => ` !${each}`).join('')}`,
  )
}

/** Asserts that the pieces cover a text without gap or overlap. */
function expectLossless(text: string): void {
  let offset = 0
  for (const piece of scanSxs(text)) {
    expect(piece.start).toBe(offset)
    expect(piece.end).toBeGreaterThan(piece.start)
    offset = piece.end
  }
  expect(offset).toBe(text.length)
}

describe('scanSxs', () => {
  it('finds the two sides of a unit', () => {
    expect(told(`a ${pair('x-1', 'Un', 'One')} b`)).toEqual(['x-1|Un|One'])
  })

  it('lets a side hold closers, blank lines, unclosed and nested spans', () => {
    expect(told(pair('x-1', '</div>\n\n</div>', 'contoso.<span>com'))).toEqual([
      'x-1|</div>\n\n</div>|contoso.<span>com',
    ])
    expect(told(pair('x-1', '\n\n<span> </span>', '\n\n<span> </span>'))).toEqual([
      'x-1|\n\n<span> </span>|\n\n<span> </span>',
    ])
  })

  it('keeps offsets right with a byte order mark and CRLF', () => {
    expect(told(`\uFEFFa\r\n\r\n${pair('x-1', 'Un\r\ndeux', 'One')}\r\n`)).toEqual(['x-1|Un\r\ndeux|One'])
  })

  it('reads damaged quotation marks and says so', () => {
    const text = `<span data-ttu-id="x-1&quot;>Un</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;x-1&quot;>One</span></span>`
    expect(told(text)).toEqual(['x-1|Un|One !damaged'])
  })

  it('represents a target without a source', () => {
    expect(told(`${OPEN('x-1')}Un</span> texte\n\n${pair('x-2', 'Deux', 'Two')}`)).toEqual([
      'x-1|Un|∅ !source-missing',
      'x-2|Deux|Two',
    ])
  })

  it('represents a source without a target', () => {
    expect(told(`Un${MIDDLE('x-1')}One${END}\n${pair('x-2', 'Deux', 'Two')}`)).toEqual([
      'x-1|∅|One !target-missing',
      'x-2|Deux|Two',
    ])
  })

  it('represents ids that differ', () => {
    expect(told(`${OPEN('x-1')}Un${MIDDLE('x-9')}One${END}`)).toEqual(['x-1|Un|One !id-differs'])
  })

  it('represents a unit nested in a target, and in a source', () => {
    expect(told(`${OPEN('x-1')}a ${pair('x-2', 'b', 'B')} c${MIDDLE('x-1')}A${END}`)).toEqual([
      `x-1|a ${pair('x-2', 'b', 'B')} c|A`,
      'x-2|b|B',
    ])
    expect(told(`${OPEN('x-1')}a${MIDDLE('x-1')}A ${pair('x-2', 'b', 'B')} C${END}`)).toEqual([
      `x-1|a|A ${pair('x-2', 'b', 'B')} C`,
      'x-2|b|B',
    ])
  })

  it('represents crossed units', () => {
    const text = `${OPEN('x-1')}a${OPEN('x-2')}b${MIDDLE('x-1')}A${END}${MIDDLE('x-2')}B${END}`
    const crossed = all(unitsOf(text)).filter((unit) => unit.defects.includes('crossed'))
    expect(crossed.map((unit) => unit.id)).toEqual(['x-2', 'x-2'])
  })

  it('ends a cut-off source with its line, and finds the units after it', () => {
    expect(told(`${OPEN('x-1')}Un${MIDDLE('x-1')}One\n\n${pair('x-2', 'Deux', 'Two')}`)).toEqual([
      'x-1|Un|One !truncated',
      'x-2|Deux|Two',
    ])
  })

  it('is lossless for any mix of delimiters and text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        OPEN('a-1'),
        OPEN('a-2'),
        MIDDLE('a-1'),
        MIDDLE('a-2'),
        END,
        '</span>',
        '\n',
        '\n\n',
        '<div>',
        '&quot;',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectLossless(pieces.join(''))),
      { numRuns: 2000 },
    )
  })

  it('is lossless and never throws on a mutated real document', () => {
    const seed = readFileSync(SEED, 'utf8')
    const cut = fc.tuple(
      fc.nat(seed.length),
      fc.nat(400),
      fc.constantFrom('', END, OPEN('62b5c-113'), '"', '</span>'),
    )
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 6 }), (cuts) => {
        let text = seed
        for (const [at, length, insert] of cuts) text = text.slice(0, at) + insert + text.slice(at + length)
        expectLossless(text)
      }),
      { numRuns: 200 },
    )
  })

  it.each(['<span data-ttu-id="a-1">', '</span>', '</span> ', MIDDLE('a-1'), OPEN('a-1') + MIDDLE('a-1')])(
    'does not slow down with length: 8 MB of %s',
    (markup) => {
      const text = markup.repeat(Math.ceil(8e6 / markup.length))
      expectLosslessQuick(text)
    },
  )

  it.skipIf(!hasCorpus)('finds every unit of the corpus', () => {
    for (const folder of ['seed', 'lync-2013/fr-FR', 'lync-2013/de-DE', 'teams/fr-FR', 'revisions']) {
      for (const { text } of corpusFiles(folder)) {
        const expected = text.split('data-stu-id').length - 1
        expect(
          unitsOf(text).filter((unit) => unit.source && unit.target && unit.defects.length === 0),
        ).toHaveLength(expected)
      }
    }
  })
})

function expectLosslessQuick(text: string): void {
  const pieces = scanSxs(text)
  expect(pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0)).toBe(text.length)
  expect(pieces[0]?.start).toBe(0)
}
