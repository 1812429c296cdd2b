import { describe, expect, it } from 'vitest'
import { createXrefs } from '../../../src/read/xrefs/create-xrefs.ts'
import { pair } from '../../support/bilingual.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const heading = pair('aaaaa-101', 'Le B', 'The **B**')
/** Finds uids in a docset with documents, a table of contents and maps. */
function makeFind() {
  const root = temporaryFolder({
    'docfx.json': '{"build":{"xref":["maps/own.json","https://example.org/x.yml"]}}',
    'sub/b.md': `---\nuid: docs/b\ntitle: Titre B\n---\n# <a name="x"></a>${heading}\n`,
    'c.md': '# uid: c\n',
    'toc.yml': '- name: C\n  href: c.md\n  uid: entry.c\n',
    'xrefmap.yml':
      'baseUrl: https://example.org/api/\nreferences:\n- uid: N.A\n  name: A\n  fullName: N.A\n  href: n.a.html\n- uid: docs/b\n  name: no\n',
    'maps/own.json':
      '{"references":[{"uid":"N.B","name":"B","href":"sub/b.html"},{"uid":"N.C","name":"C","href":"gone.html"}]}',
  })
  const outside = temporaryFolder({
    'other.yml': 'references:\n- uid: N.D\n  name: D\n  href: https://example.org/d\n',
  })
  return createXrefs(root, {
    pages: new Set(['sub/b.md', 'c.md']),
    maps: [`${outside}/other.yml`, '/gone.yml'],
  })
}

describe('createXrefs', () => {
  it('finds documents by the uid of their front matter, before what maps tell', () => {
    const find = makeFind()
    expect(find('c.md', 'docs/b')).toEqual({
      href: 'sub/b.md',
      names: { source: { name: 'The B' }, target: { name: 'Titre B' } },
    })
    expect(find('sub/x.md', 'Docs/B')?.href).toBe('b.md')
  })

  it.each([
    '---  \nuid: docs/a\n--- \t\n',
    '---\r\nuid: docs/a\r\n---\r\n',
    '---\ruid: docs/a\r---\r',
    '\uFEFF---\nuid: docs/a\n---\n',
  ])('finds a document whose front matter is written %j', (front) => {
    const root = temporaryFolder({ 'a.md': `${front}# A\n` })
    const find = createXrefs(root, { pages: new Set(['a.md']), maps: [] })
    expect(find('b.md', 'docs/a')).toMatchObject({ href: 'a.md', names: { source: { name: 'A' } } })
  })

  it('finds none by front matter that is not closed', () => {
    const root = temporaryFolder({ 'a.md': '---\nuid: docs/a\n\n# A\n' })
    expect(createXrefs(root, { pages: new Set(['a.md']), maps: [] })('b.md', 'docs/a')).toBeUndefined()
  })

  it('finds entries of tables of contents', () => {
    const find = makeFind()
    expect(find('sub/x.md', 'entry.c')).toMatchObject({ href: '../c.md', names: { target: { name: 'C' } } })
  })

  it('finds what maps of the docset and of the settings tell', () => {
    const find = makeFind()
    expect(find('c.md', 'N.A')).toMatchObject({
      href: 'https://example.org/api/n.a.html',
      names: { source: { fullName: 'N.A' } },
    })
    expect(find('c.md', 'N.B')).toMatchObject({ href: 'sub/b.md' })
    expect(find('c.md', 'N.D')).toMatchObject({ href: 'https://example.org/d' })
  })

  it('knows only the name of what a local map leads to and is not there', () => {
    const find = makeFind()
    expect(find('c.md', 'N.C')).toEqual({ names: { source: { name: 'C' }, target: { name: 'C' } } })
    expect(find('c.md', 'N.E')).toBeUndefined()
  })
})

it.each(['<', '[', '<span data-stu-id="x">', '<span data-ttu-id="x">'])(
  'reads names from the begin of a long heading or entry only: %s',
  (piece) => {
    const long = piece.repeat(300_000)
    const root = temporaryFolder({
      'a.md': `---\nuid: a\n---\n# ${long}\n`,
      'b.md': '# B\n',
      'toc.yml': `- name: '${long}'\n  uid: b\n  href: b.md\n`,
    })
    const find = createXrefs(root, { pages: new Set(['a.md', 'b.md']), maps: [] })
    expect(find('c.md', 'a')?.href).toBe('a.md')
    expect(find('c.md', 'b')?.href).toBe('b.md')
  },
)
