import type { Position } from 'unist'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { readMetadata } from '../../src/parse/read-metadata.ts'

const metadataOf = (text: string) => parseDocument(new VFile(text), { path: 'a.md' }).metadata

function read(value: string) {
  const place = (start: number, end: number): Position => ({
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  })
  return readMetadata({ value, offset: 0, start: 0, end: value.length }, place, (text) => text)
}

it('reads aliases, and says of those that lead nowhere or explode that they do', () => {
  const good = read('a: &a [x, "y"]\nb: *a\nc: {d: *a}\n')
  expect(good.problems).toEqual([])
  expect(good.entries.c?.value).toEqual({ d: ['x', 'y'] })

  const lost = read('a: {b: 1}\nc: *gone\n')
  expect(lost.entries.a?.value).toEqual({ b: 1 })
  expect(lost.entries.c?.value).toBeNull()
  expect(lost.problems.map(({ reason }) => reason)).toEqual([expect.stringContaining('Unresolved alias')])

  const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'])
    laughs.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`)
  const { entries, problems } = read(laughs.join('\n'))
  expect(entries.a?.value).toHaveLength(10)
  expect(entries.g?.value).toBeNull()
  expect(problems).toHaveLength(1)
})

it('takes no longer for very many keys, aliases, anchors and items than for as long a text of others', () => {
  const lines = (line: (at: number) => string) => Array.from({ length: 4000 }, (_, at) => line(at)).join('\n')
  expect(Object.keys(read(lines((at) => `k${at}: [v]`)).entries)).toHaveLength(4000)
  expect(read(lines((at) => `k${at}: &a${at} [v]`)).problems).toEqual([])
  expect(read(lines((at) => `k${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}`}]`)).problems).toHaveLength(1)
  expect(read(`a:\n  b:\n${lines(() => '  - x')}`).entries.a?.places).toMatchObject({ '/b': {} })
})

it.each(['['.repeat(20_000), '- '.repeat(20_000), '{a: '.repeat(20_000)])(
  'reports nesting without end',
  (value) => {
    expect(read(value).problems.map(({ reason }) => reason)).toEqual([
      'Unexpected nesting in more than 100 levels',
    ])
  },
)

describe('front matter', () => {
  it('tells of a value that stands in itself, and has none in its place', () => {
    const { entries, problems } = metadataOf('---\na: &b [x, *b]\nc: &d {e: *d}\nf: g\n---\n')
    expect(entries).toMatchObject({
      a: { value: ['x', null] },
      c: { value: { e: null } },
      f: { value: 'g' },
    })
    expect(problems.map(({ reason, place }) => [reason, place.start.line])).toEqual([
      ['Unexpected alias of a value that it stands in', 2],
      ['Unexpected alias of a value that it stands in', 3],
    ])
  })

  it('has a value as often as it is named', () => {
    expect(metadataOf('---\na: &b [x]\nc: [*b, *b]\n---\n')).toMatchObject({
      entries: { c: { value: [['x'], ['x']] } },
      problems: [],
    })
  })
})
