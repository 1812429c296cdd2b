import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build } from '../src/pipeline.ts'
import { documentIn } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const units = [['101', 'Texte', 'Text']] as const
const documents = Object.fromEntries(
  ['fr-FR', 'de-DE'].flatMap((locale) =>
    ['a.md', 'sub/b.md', 'c.md'].map((path) => [`docs/${locale}/${path}`, documentIn(locale, units)]),
  ),
)

async function buildIn(cwd: string) {
  const result = await build({ inputs: ['docs'], out: 'out', cache: 'cache', cwd, only: ['page'] })
  return { ...result, read: (path: string) => readFileSync(join(cwd, 'out', path), 'utf8') }
}

const branchOf = (html: string) => /<nav class="tree"[\s\S]*?<\/nav>/.exec(html)![0]

it('navigates by the table of contents of each locale, in the source language by titles', async () => {
  const cwd = temporaryFolder({
    ...documents,
    'docs/fr-FR/toc.yml':
      '- name: Un groupe\n  items:\n  - name: Page A\n    href: a.md\n  - name: Page B\n    href: sub/b.md\n',
    'docs/de-DE/toc.yml': '- name: Gruppe\n  items:\n  - name: Seite A\n    href: a.md\n',
  })
  const { read } = await buildIn(cwd)
  expect(branchOf(read('fr-FR/a.html'))).toMatch(/Un groupe[\s\S]*Page A[\s\S]*Page B/)
  expect(branchOf(read('de-DE/a.html'))).toMatch(/Gruppe[\s\S]*Seite A/)
  expect(branchOf(read('en-US/a.html'))).not.toContain('Page A')
  expect(read('fr-FR/a.html')).toContain('rel="next" href="sub/b.html"')
  expect(read('de-DE/sub/b.html')).toContain('Weitere Dokumente')
  const tree = JSON.parse(read('fr-FR/tree-data.js').replace('globalThis.lockstepTree=', ''))
  expect(tree.nodes[0]).toEqual([
    'Un groupe',
    0,
    [
      ['Page A', 'a.html'],
      ['Page B', 'sub/b.html'],
    ],
  ])
})

it('completes pages anew when a table of contents changes, as a build from scratch', async () => {
  const cwd = temporaryFolder({ ...documents, 'docs/fr-FR/toc.yml': '- name: Avant\n  href: a.md\n' })
  await buildIn(cwd)
  writeFiles(cwd, { 'docs/fr-FR/toc.yml': '- name: Après\n  href: a.md\n- name: B\n  href: sub/b.md\n' })
  const { read } = await buildIn(cwd)
  expect(branchOf(read('fr-FR/a.html'))).toContain('Après')
  await build({ inputs: ['docs'], out: 'cold', cwd, only: ['page'] })
  expect(contentsOf(join(cwd, 'out'))).toEqual(contentsOf(join(cwd, 'cold')))
  expect((await buildIn(cwd)).written.changed).toBe(0)
})

it('reports a damaged table of contents with its line, also when nothing has changed, and navigates by folders', async () => {
  const cwd = temporaryFolder({ ...documents, 'docs/fr-FR/toc.yml': '- name: A\n- name: [\n' })
  for (let time = 0; time < 2; time++) {
    const { files, read } = await buildIn(cwd)
    const messages = files.flatMap(({ path, messages }) =>
      messages.filter(({ ruleId }) => ruleId === 'toc').map(({ ruleId, line }) => [path, ruleId, line]),
    )
    expect(messages).toEqual([['docs/fr-FR/toc.yml', 'toc', 3]])
    expect(branchOf(read('fr-FR/a.html'))).toContain('c.html')
  }
})

it('leads from the start page to the source language, and to a document that is a start page', async () => {
  const cwd = temporaryFolder({ ...documents, 'docs/fr-FR/index.md': documentIn('fr-FR', units) })
  const { read } = await buildIn(cwd)
  expect(read('index.html')).toMatch(/<html lang="en-US"[\s\S]*data-default="en-US"/)
  expect(read('fr-FR/index.html')).toContain('<article')
  expect(read('fr-FR/contents.html')).toContain('href="sub/b.html"')
  expect(read('reports/index.html')).toContain('noindex')
  const pages = Object.entries(contentsOf(join(cwd, 'out'))).filter(
    ([path]) => path.endsWith('.html') && !path.startsWith('reports/'),
  )
  for (const [, content] of pages) expect(content).not.toContain('reports/')
})
