import { expect, it } from 'vitest'
import { documentsOf } from '../../../src/model/toc.ts'
import { findTocs } from '../../../src/read/toc/find-tocs.ts'
import { readDocsetTocs } from '../../../src/read/toc/read-docset-tocs.ts'
import { pair } from '../../support/bilingual.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function read(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(files)
  const tocs = readDocsetTocs(root, findTocs(root), {})
  const problems = tocs.files.flatMap(({ path, lines, problems }) =>
    problems.map(({ reason, place }) => ({
      path,
      reason: reason.split(/[,:]/)[0],
      line: place && lines.filter((start) => start <= place[0]).length,
    })),
  )
  return { ...tocs, problems }
}

it('keeps the tables that no other one contains', () => {
  const { tocs, problems } = read({
    'toc.yml': '- name: A\n  href: a/\n- name: B\n  href: B/TOC.yml\n',
    'a/toc.md': '# [One](one.md)\n',
    'b/toc.yml': '- name: Two\n  href: two.md\n',
    'c/toc.yml': '- name: Three\n  href: three.md\n',
    'empty/toc.yml': '[]\n',
  })
  expect(tocs.map(({ path }) => path)).toEqual(['toc.yml', 'c/toc.yml'])
  expect(tocs.map(({ entries }) => documentsOf(entries))).toEqual([['a/one.md', 'b/two.md'], ['c/three.md']])
  expect(problems).toEqual([])
})

it('reads every form of an entry', () => {
  const { tocs } = read({
    'toc.yml': `items:
- name: 2013
  displayName: old, previous
  topicHref: index.md
  href: sub/toc.yml
  expanded: true
- uid: Some.Uid
- name: by reference
  href: xref:Other.Uid?displayProperty=name
- name: site
  href: /lync/index
- name: other site
  href: https://example.com/
- name: script
  href: javascript:alert(1)
metadata:
  x: y
`,
    'sub/toc.yml': '- href: ../two.md\n',
    'x/TOC.md': '# @Some.Uid\n## <xref:Other.Uid>\n## [Named](xref:Third.Uid)\n# Plain\n',
  })
  expect(tocs[0]!.entries).toEqual([
    {
      name: '2013',
      displayName: 'old, previous',
      path: 'index.md',
      isExpanded: true,
      children: [{ name: '', path: 'two.md', children: [] }],
    },
    { name: '', uid: 'Some.Uid', path: null, children: [] },
    { name: 'by reference', uid: 'Other.Uid', path: null, children: [] },
    { name: 'site', url: '/lync/index', path: null, children: [] },
    { name: 'other site', url: 'https://example.com/', path: null, children: [] },
    { name: 'script', path: null, children: [] },
  ])
  expect(tocs[1]!.entries).toEqual([
    {
      name: '',
      uid: 'Some.Uid',
      path: null,
      children: [
        { name: '', uid: 'Other.Uid', path: null, children: [] },
        { name: 'Named', uid: 'Third.Uid', path: null, children: [] },
      ],
    },
    { name: 'Plain', path: null, children: [] },
  ])
})

it('reads both names of a bilingual table', () => {
  const name = pair('a-1', 'Serveurs', 'Servers')
  const { tocs } = read({
    'a/toc.yml': `- name: '${name}'\n  href: x.md\n`,
    'b/TOC.md': `# [${name}](x.md)\n`,
  })
  for (const { entries } of tocs) expect(entries).toMatchObject([{ name: 'Serveurs', sourceName: 'Servers' }])
})

it('tells breadcrumbs from tables of contents, by their folder or by their entries', () => {
  const { tocs, breadcrumbs } = read({
    'toc.yml': '- name: A\n  href: a.md\n',
    'breadcrumb/toc.yml':
      '- name: Docs\n  href: /\n  items:\n  - name: Lync\n    tocHref: /\n    topicHref: /lync/index\n',
    'ops/toc.yml': '- name: Dynamics\n  tocHref: /dynamics/\n  topicHref: /dynamics/index\n',
  })
  expect(tocs.map(({ path }) => path)).toEqual(['toc.yml'])
  expect(breadcrumbs).toEqual([
    {
      name: 'Docs',
      url: '/',
      path: null,
      children: [{ name: 'Lync', url: '/lync/index', scope: '/', path: null, children: [] }],
    },
    { name: 'Dynamics', url: '/dynamics/index', scope: '/dynamics/', path: null, children: [] },
  ])
})

it('reports what is wrong with its line, and reads the rest', () => {
  const { tocs, problems } = read({
    'toc.yml':
      '- name: A\n  href: a/toc.yml\n- name: B\n  href: b/toc.yml\n- name: C\n  href: c/toc.yml\n- href: x.md\n',
    'a/toc.yml': '- name: x\n- name: [\n',
    'b/toc.yml': '- href: y.md\n- href: ../toc.yml\n',
  })
  expect(documentsOf(tocs.flatMap(({ entries }) => entries))).toEqual(['b/y.md', 'x.md'])
  expect(problems).toMatchObject([
    { path: 'toc.yml', reason: 'Unexpected c/toc.yml', line: 6 },
    { path: 'toc.yml', reason: 'Unexpected b/toc.yml', line: 4 },
    { path: 'a/toc.yml', reason: 'Cannot read this table of contents', line: 3 },
    { path: 'b/toc.yml', reason: 'Unexpected ../toc.yml', line: 2 },
  ])
})

it('reads tables that only refer to each other', () => {
  const { tocs } = read({
    'a/toc.yml': '- href: x.md\n- href: ../b/toc.yml\n',
    'b/toc.yml': '- href: y.md\n- href: ../a/toc.yml\n',
    'c/toc.yml': '- href: z.md\n',
  })
  expect(tocs.map(({ entries }) => documentsOf(entries))).toEqual([['a/x.md', 'b/y.md'], ['c/z.md']])
})

it('takes a toc.md whose headings lead nowhere for a document', () => {
  const { tocs } = read({
    'toc.yml': '- href: x.md\n',
    'rules/toc.md': '# toc\n\n## Why\n\nSee [x](../x.md).\n',
  })
  expect(tocs.map(({ entries }) => documentsOf(entries))).toEqual([['x.md']])
})
