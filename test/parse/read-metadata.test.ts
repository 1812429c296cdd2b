import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { sideOfLocale } from '../../src/bitext/side-of-locale.ts'
import { linesOf, type Place, positionOf } from '../../src/model/place.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { readMetadata } from '../../src/parse/read-metadata.ts'
import { pair } from '../support/bilingual.ts'

const metadataOf = (text: string) => parseDocument(new VFile(text), { path: 'a.md' }).metadata

function read(value: string) {
  const place = (start: number, end: number): Place => [start, end]
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

/** Front matter with a value, then a document, as it may be written. */
const FORMS: Readonly<Record<string, (value: string) => string>> = {
  'white space behind its fences': (value) => `---  \nms.contentlocale: ${value}\n--- \t\n`,
  'line endings of Windows': (value) => `---\r\nms.contentlocale: ${value}\r\n---\r\n`,
  'line endings of the old Macintosh': (value) => `---\rms.contentlocale: ${value}\r---\r`,
  'a byte order mark before it': (value) => `\uFEFF---\nms.contentlocale: ${value}\n---\n`,
  'a byte order mark and white space': (value) => `\uFEFF--- \nms.contentlocale: ${value}\n--- \n`,
}

const READERS = [{ path: 'a.md' }, { path: 'a.md', parser: 'remark' }, { path: 'a.html' }] as const

describe.each(Object.entries(FORMS))('front matter with %s', (_, write) => {
  it.each(READERS)('is read: %j', (options) => {
    const text = write('fr-FR')
    const { metadata } = parseDocument(new VFile(`${text}x\n`), options)
    expect(metadata.entries).toMatchObject({ 'ms.contentlocale': { value: 'fr-FR' } })
    expect(metadata.place?.[1]).toBe(text.replace(/[\r\n]+$/, '').length)
  })

  it.each(READERS)('is where its units stand: %j', (options) => {
    const { units } = parseDocument(new VFile(`${write(pair('a-1', 'Un', 'One'))}x\n`), options)
    expect(units['a-1']?.context.kind).toBe('front-matter')
  })

  it('tells the locale', () => {
    expect(sideOfLocale(write('fr-FR'), 'fr-FR', 'en-US')).toBe('target')
    expect(sideOfLocale(write('fr-FR'), 'de-DE', 'en-US')).toBeNull()
  })
})

describe('front matter that is not closed', () => {
  const text = (value: string) => `---\nms.contentlocale: ${value}\n\n${pair('a-1', '- ', '- ')}x\n`

  it.each(READERS)('is none: %j', (options) => {
    const { metadata, units } = parseDocument(new VFile(text('fr-FR')), options)
    expect(metadata.present).toBe(false)
    expect(units['a-1']?.context.kind).not.toBe('front-matter')
  })

  it('tells no locale', () => {
    expect(sideOfLocale(text('fr-FR'), 'de-DE', 'en-US')).toBe('target')
  })
})

describe('front matter', () => {
  it('tells of a value that stands in itself, and has none in its place', () => {
    const text = '---\na: &b [x, *b]\nc: &d {e: *d}\nf: g\n---\n'
    const { entries, problems } = metadataOf(text)
    expect(entries).toMatchObject({
      a: { value: ['x', null] },
      c: { value: { e: null } },
      f: { value: 'g' },
    })
    expect(
      problems.map(({ reason, place }) => [reason, positionOf({ lines: linesOf(text) }, place[0]).line]),
    ).toEqual([
      ['Unexpected alias of a value that it stands in', 2],
      ['Unexpected alias of a value that it stands in', 3],
    ])
  })

  it('has keys with simple values and lists of them, each at its place', () => {
    const text =
      "title: 'Lync : l''été'\nf1.keywords:\n- NOCSH\n- deux mots\nms.date: 04/18/2017\nid: 48183929\n"
    const { entries } = read(text)
    expect(Object.entries(entries).map(([key, { value }]) => [key, value])).toEqual([
      ['title', "Lync : l'été"],
      ['f1.keywords', ['NOCSH', 'deux mots']],
      ['ms.date', '04/18/2017'],
      ['id', 48183929],
    ])
    const places = Object.values(entries).map(({ place }) => text.slice(...place).trim())
    expect(places).toEqual(["'Lync : l''été'", '- NOCSH\n- deux mots', '04/18/2017', '48183929'])
  })

  it('has a value as often as it is named', () => {
    expect(metadataOf('---\na: &b [x]\nc: [*b, *b]\n---\n')).toMatchObject({
      entries: { c: { value: [['x'], ['x']] } },
      problems: [],
    })
  })
})
