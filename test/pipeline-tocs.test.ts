import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build, check } from '../src/pipeline.ts'
import { pair } from './support/bilingual.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const DOCUMENT = `---\ntitle: T\nms.contentlocale: fr-FR\n---\n# ${pair('aaaaa-101', 'Le A', 'The A')}\n`

type Files = Readonly<Record<string, string>>

/** What the rule finds, by `check` and by `build`, each also from its cache. */
async function findings(cwd: string): Promise<readonly string[]> {
  const run = { inputs: ['docs'], cwd, cache: 'cache' }
  const results = []
  for (let time = 0; time < 2; time++) {
    results.push(await check(run), await build({ ...run, out: 'out', only: ['page'] }))
  }
  const [first, ...others] = results.map(({ files }) =>
    files.flatMap(({ path, messages }) =>
      messages
        .filter(({ ruleId }) => ruleId === 'toc')
        .map(({ line, fatal, reason }) => `${path}:${line} ${fatal} ${reason.replace(/[,:] .*/, '')}`),
    ),
  )
  for (const other of others) expect(other).toEqual(first)
  return first!
}

const found = (files: Files) =>
  findings(temporaryFolder({ 'docs/a.md': DOCUMENT, 'docs/b.md': DOCUMENT, ...files }))

describe('check and build', () => {
  it('report tables of contents that are damaged, missing or in a circle', async () => {
    expect(
      await found({
        'docs/toc.yml': '- name: A\n  href: a.md\n- name: X\n  href: x/toc.yml\n- name: Y\n  href: y/\n',
        'docs/y/toc.yml': '- name: B\n  href: ../b.md\n- name: Up\n  href: ../toc.yml\n',
        'docs/z/toc.yml': '- name: [\n',
      }),
    ).toEqual([
      'docs/toc.yml:4 false Unexpected x/toc.yml',
      'docs/toc.yml:6 false Unexpected y/',
      'docs/y/toc.yml:4 false Unexpected ../toc.yml',
      'docs/z/toc.yml:2 false Cannot read this table of contents',
    ])
  })

  it('hint at entries without a document, at their place, and at entries that a list has twice', async () => {
    expect(
      await found({
        'docs/toc.yml':
          '- name: A\n  href: a.md\n- name: B\n  href: b.md\n- name: Gone\n  href: old/a.md\n- name: A\n  href: a.md\n- name: C\n  items:\n  - name: A\n    href: a.md\n',
      }),
    ).toEqual([
      'docs/toc.yml:6 undefined Unexpected `old/a.md`',
      'docs/toc.yml:8 undefined Unexpected second entry `A` for the same document in one list',
    ])
  })

  it('count the entries of a docset that is a part of a larger one', async () => {
    const files = { 'docs/toc.yml': ['a', 'c', 'd'].map((name) => `- href: ${name}.md\n`).join('') }
    expect(await found(files)).toEqual([
      'docs/toc.yml:undefined undefined Unexpected 2 of 3 entries whose document does not exist',
    ])
  })

  it('notice when the document of an entry comes, and when an entry changes', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': DOCUMENT,
      'docs/toc.yml': '- href: a.md\n- href: page.yml\n',
    })
    expect(await findings(cwd)).toHaveLength(1)
    writeFiles(cwd, { 'docs/page.yml': 'a: b\n' })
    expect(await findings(cwd)).toEqual([])
    writeFiles(cwd, { 'docs/toc.yml': '- href: a.md\n- href: other.yml\n' })
    expect(await findings(cwd)).toHaveLength(1)
  })

  it('follow redirections', async () => {
    const redirections = [
      { source_path: 'old.md', redirect_url: 'b' },
      { source_path: 'away.md', redirect_url: 'https://example.com/' },
    ]
    const cwd = temporaryFolder({
      'docs/a.md': DOCUMENT,
      'docs/b.md': DOCUMENT,
      'docs/toc.yml': '- href: a.md\n- name: Old\n  href: old.md\n- name: Away\n  href: away.md\n',
      'docs/.openpublishing.redirection.json': JSON.stringify({ redirections }),
    })
    expect(await findings(cwd)).toEqual([])
    const page = readFileSync(join(cwd, 'out/fr-FR/a.html'), 'utf8')
    expect(page).toMatch(/<a [^>]*href="b\.html"[^>]*>\s*Old/)
    expect(page).toMatch(/<a [^>]*href="https:\/\/example\.com\/"[^>]*>\s*Away/)
  })
})

it('fills pages anew when a map gives another address to an entry', async () => {
  const map = (href: string) => `references:\n- uid: x\n  name: X\n  href: ${href}\n`
  const cwd = temporaryFolder({
    'docs/a.md': DOCUMENT,
    'docs/toc.yml': '- href: a.md\n- name: X\n  uid: x\n',
    'docs/xrefmap.yml': map('https://example.com/1'),
  })
  const options = { inputs: ['docs'], cwd, out: 'out', cache: 'cache', only: ['page'] as const }
  const page = async () => {
    await build(options)
    return readFileSync(join(cwd, 'out/fr-FR/a.html'), 'utf8')
  }
  expect(await page()).toContain('href="https://example.com/1"')
  writeFiles(cwd, { 'docs/xrefmap.yml': map('https://example.com/2') })
  expect(await page()).toContain('href="https://example.com/2"')
})
