import { expect, it } from 'vitest'
import { documentsOf, findEntry } from '../../../src/model/toc.ts'
import { createTocReader } from '../../../src/read/toc/create-toc-reader.ts'
import { findTocs } from '../../../src/read/toc/find-tocs.ts'
import { pair } from '../../support/bilingual.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

it('reads a list, nested, with paths relative to the root', () => {
  const root = temporaryFolder({
    'sub/toc/toc.yml': `- name: Servers
  href: ../servers.md
  items:
    - name: "Back\\u00A0up"
      href: ../../back%20up.md#part
    - name: elsewhere
      href: https://example.com/x.md
    - name: outside
      href: ../../../x.md
    - href: ~/a.md
`,
  })
  expect(createTocReader(root)('sub/toc/toc.yml')).toEqual([
    {
      name: 'Servers',
      path: 'sub/servers.md',
      children: [
        { name: 'Back\u00A0up', path: 'back up.md', children: [] },
        { name: 'elsewhere', path: null, url: 'https://example.com/x.md', children: [] },
        { name: 'outside', path: null, children: [] },
        { name: '', path: 'a.md', children: [] },
      ],
    },
  ])
})

it('puts the tables that it refers to in their places, and ends where they go in circles', () => {
  const root = temporaryFolder({
    'toc.yml': 'items:\n- name: A\n  href: a/\n  topicHref: a/index.md\n- name: B\n  href: b/TOC.md\n',
    'a/toc.yml': '- name: A1\n  href: one.md\n- name: up\n  href: ../toc.yml\n',
    'b/TOC.md': '# [B1](one.md)\n',
  })
  expect(documentsOf(createTocReader(root)('toc.yml')!)).toEqual(['a/index.md', 'a/one.md', 'b/one.md'])
})

it('takes a topic for a document, even if it is called toc.md', () => {
  const root = temporaryFolder({
    'toc.yml': '- name: Tables\n  topicHref: a/toc.md\n- name: More\n  href: a/toc.md\n',
    'a/toc.md': '# [One](one.md)\n',
  })
  expect(documentsOf(createTocReader(root)('toc.yml')!)).toEqual(['a/toc.md', 'a/one.md'])
})

it('reads headings of a TOC.md by their depth, in a bilingual one the translation', () => {
  const root = temporaryFolder({
    'TOC.md': `# [${pair('a-1', 'Serveurs', 'Servers')}](servers.md)\n### [Deep](deep.md)\n## Group\n### [In it](in.md)\n# [Last](last.md)\n`,
  })
  const toc = createTocReader(root)('TOC.md')!
  expect(toc.map(({ name }) => name)).toEqual(['Serveurs', 'Last'])
  expect(toc[0]!.children.map(({ name }) => name)).toEqual(['Deep', 'Group'])
  expect(documentsOf(toc)).toEqual(['servers.md', 'deep.md', 'in.md', 'last.md'])
})

it('reads each table once, however often it is named, and takes no longer for it', () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `t${at}/toc.yml`,
      `- name: A${at}\n  href: ../t${at + 1}/\n- name: B${at}\n  href: ../t${at + 1}/toc.yml\n- href: ../${at}.md\n`,
    ]),
  )
  const entries = createTocReader(temporaryFolder(files))('t0/toc.yml')!
  expect(documentsOf(entries)).toEqual(Array.from({ length: 40 }, (_, at) => `${39 - at}.md`))
  expect(findEntry(entries, 'B39')?.name).toBe('B39')
  expect(findEntry(entries, 'none')).toBeUndefined()
})

it('ends where tables that are named twice go in circles', () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `t${at}/toc.yml`,
      `- href: ../t${(at + 1) % 30}/\n- href: ../t${(at + 1) % 30}/toc.yml\n- href: ../${at}.md\n`,
    ]),
  )
  expect(documentsOf(createTocReader(temporaryFolder(files))('t0/toc.yml')!).length).toBe(30)
})

it('says where tables refer to each other without end', () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`t${at}/toc.yml`, `- href: ../t${at + 1}/\n`]),
  )
  expect(() => createTocReader(temporaryFolder(files))('t0/toc.yml')).toThrow(
    'more than 50 that refer to each other',
  )
})

it('takes out source texts in time that follows the length of the text', () => {
  const open = '<span class="sxs-lookup"><span data-stu-id="a-1">'
  const root = temporaryFolder({
    'TOC.md': `# [A${open}B</span></span>](a.md)\n\n<!-- ${open.repeat(40_000)} -->\n`,
  })
  expect(createTocReader(root)('TOC.md')).toMatchObject([{ name: 'A', path: 'a.md', children: [] }])
})

it('is null where there is none, and says which one is damaged', () => {
  const root = temporaryFolder({ 'toc.yml': '- name: [\n' })
  expect(createTocReader(root)('other/toc.yml')).toBeNull()
  expect(() => createTocReader(root)('toc.yml')).toThrow(/^Cannot read the table of contents toc\.yml in /)
})

it.each(['- 1\n- [a]\n- name: 5\n  href: [x]\n  items: y\n', 'a: b', '', '"x"', '- name: x\n  href: .\n'])(
  'takes what it can of %j',
  (text) => {
    const root = temporaryFolder({ 'toc.yml': text })
    expect(documentsOf(createTocReader(root)('toc.yml')!)).toEqual([])
  },
)

it('finds all of a docset, outer ones first', () => {
  const root = temporaryFolder({ 'b/TOC.md': '', 'toc.yml': '', 'a/b/toc.yml': '', 'a/mytoc.yml': '' })
  expect(findTocs(root)).toEqual(['toc.yml', 'b/TOC.md', 'a/b/toc.yml'])
})

it('finds an entry by its name as a person types it, or by its document, the outermost first', () => {
  const leaf = { name: 'Servers', path: 'deep.md', children: [] }
  const toc = [
    { name: 'Top', path: null, children: [leaf] },
    { name: 'SERVERS\u00A0', path: 'top.md', children: [] },
  ]
  expect(findEntry(toc, 'servers')?.path).toBe('top.md')
  expect(findEntry(toc, 'deep.md')).toBe(leaf)
  expect(findEntry(toc, 'none')).toBeUndefined()
})
