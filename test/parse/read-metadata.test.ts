import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'

const metadataOf = (text: string) => parseDocument(new VFile(text), { path: 'a.md' }).metadata

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
