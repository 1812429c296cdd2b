import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { DevChange, DevSession } from '../src/pipeline/dev/dev-options.ts'
import { build, dev } from '../src/pipeline.ts'
import { pair, smallDocument } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

/** Opens a session on `docs`; gives what waits for a change. */
async function open(cwd: string) {
  const changes: DevChange[] = []
  let wake: (() => void) | undefined
  const session = await dev({
    inputs: ['docs'],
    cwd,
    onChange: (change) => {
      changes.push(change)
      wake?.()
    },
  })
  onTestFinished(() => session.close())
  /** Waits until there was a change of that type which concerns a path. */
  const changed = async (type: DevChange['type'], path: string) => {
    for (;;) {
      const at = changes.findIndex((change) => change.type === type && change.concerns(path))
      if (at >= 0) return changes.splice(0, at + 1)
      await new Promise<void>((done) => {
        wake = done
      })
    }
  }
  return { session, changed }
}

const textAt = async (session: DevSession, path: string) => {
  const file = await session.get(path)
  return file && Buffer.from(file.content).toString()
}

const PAGE = 'fr-FR/a.html'

it('serves what a build without search would write, but for the list of data, whose hashes take all documents', async () => {
  const cwd = temporaryFolder({
    'docs/a.md': `${smallDocument()}\n![x](x.png) [b](sub/b.md)\n`,
    'docs/sub/b.md': smallDocument(),
    'docs/x.png': 'png',
  })
  await build({ inputs: ['docs'], out: 'out', cwd, only: ['page', 'table', 'runbook', 'json'] })
  const { session, changed } = await open(cwd)
  await changed('findings', PAGE)
  const { '.lockstep-manifest.json': _, 'data/index.json': list, ...expected } = contentsOf(join(cwd, 'out'))
  expect(list).toBeDefined()
  // Pages first: what they show is known once they were made.
  const paths = Object.keys(expected).sort(
    (a, b) => Number(b.endsWith('.html')) - Number(a.endsWith('.html')),
  )
  for (const path of paths) {
    const file = await session.get(path)
    expect([path, file && Buffer.from(file.content).toString('latin1')]).toEqual([path, expected[path]])
  }
  expect(await session.get('fr-FR/none.html')).toBeUndefined()
  expect(await session.get('assets/media/fr-FR/../../../docs/a.md')).toBeUndefined()
})

it('shows a document that was saved, in place or by another file in its place', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'docs/b.md': smallDocument() })
  const { session, changed } = await open(cwd)
  expect(await textAt(session, PAGE)).toContain('Bonjour à tous')
  writeFiles(cwd, { 'docs/a.md': smallDocument('Salut') })
  const change = (await changed('content', PAGE)).at(-1)
  expect(change!.concerns('fr-FR/b.html')).toBe(false)
  expect(await textAt(session, PAGE)).toContain('Salut à tous')
  writeFiles(cwd, { 'docs/a.md.tmp': smallDocument('Coucou') })
  renameSync(join(cwd, 'docs/a.md.tmp'), join(cwd, 'docs/a.md'))
  await changed('content', PAGE)
  expect(await textAt(session, PAGE)).toContain('Coucou à tous')
})

it('makes a page anew where a uid that it refers to is that of another title or page', async () => {
  const titled = (title: string) => `---\nuid: b\ntitle: ${title}\nms.contentlocale: fr-FR\n---\n`
  const cwd = temporaryFolder({ 'docs/a.md': `${smallDocument()}\n<xref:b>\n`, 'docs/b.md': titled('Un') })
  const { session, changed } = await open(cwd)
  await changed('findings', PAGE)
  expect(await textAt(session, PAGE)).toContain('>Un</a>')
  writeFiles(cwd, { 'docs/b.md': titled('Deux') })
  await changed('content', PAGE)
  expect(await textAt(session, PAGE)).toContain('>Deux</a>')
  writeFiles(cwd, { 'docs/b.md': titled('Deux').replace('uid: b', 'uid: c') })
  await changed('content', PAGE)
  expect(await textAt(session, PAGE)).toContain('<span class="xref" data-xref="b">b</span>')
})

it('tells findings, those that need other documents too', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'docs/b.md': '# b\n' })
  const { session, changed } = await open(cwd)
  await changed('findings', PAGE)
  expect(session.findings(PAGE)).toMatchObject({ isComplete: true, files: [{ messages: [] }] })
  writeFiles(cwd, { 'docs/a.md': `${smallDocument()}\n[x](b.md)\n\n<span data-ttu-id="x-1">seul</span>\n` })
  await changed('content', PAGE)
  expect(await textAt(session, PAGE)).toContain('seul')
  await changed('findings', PAGE)
  const rules = () =>
    session.findings(PAGE).files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
  expect(rules()).toContain('unit-source-missing')
  rmSync(join(cwd, 'docs/b.md'))
  await changed('content', PAGE)
  await changed('findings', PAGE)
  expect(rules()).toContain('link-missing')
})

it('follows documents that are renamed, removed and added, folders too', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'docs/b.md': smallDocument() })
  const { session, changed } = await open(cwd)
  renameSync(join(cwd, 'docs/a.md'), join(cwd, 'docs/c.md'))
  await changed('content', PAGE)
  await expect.poll(() => textAt(session, 'fr-FR/c.html')).toContain('Bonjour')
  await expect.poll(() => session.get(PAGE)).toBeUndefined()
  mkdirSync(join(cwd, 'docs/new'))
  writeFileSync(join(cwd, 'docs/new/d.md'), smallDocument('Neuf'))
  await expect.poll(() => textAt(session, 'fr-FR/new/d.html')).toContain('Neuf')
  await expect.poll(() => textAt(session, 'fr-FR/index.html')).toContain('new/d')
  rmSync(join(cwd, 'docs/new'), { recursive: true })
  await expect.poll(() => session.get('fr-FR/new/d.html')).toBeUndefined()
})

it('takes what is included and shown anew when it changes', async () => {
  const cwd = temporaryFolder({
    'docs/docfx.json': '{"build":{"content":[{"files":["**/*.md"],"exclude":["includes/**"]}]}}',
    'docs/a.md': `# ${pair('a-1', 'Titre', 'Title')}\n\n[!INCLUDE [x](includes/i.md)]\n\n![x](x.png)\n`,
    'docs/includes/i.md': pair('i-1', 'avant', 'before'),
  })
  const { session, changed } = await open(cwd)
  const path = 'en-US/a.html'
  expect(await textAt(session, path)).toContain('before')
  writeFiles(cwd, { 'docs/includes/i.md': pair('i-1', 'après', 'after') })
  await changed('content', path)
  expect(await textAt(session, path)).toContain('after')
  writeFiles(cwd, { 'docs/x.png': 'png' })
  await changed('content', path)
  expect(await textAt(session, path)).toMatch(/src="[^"]*assets\/media/)
})

it('survives broken input', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
  const { session, changed } = await open(cwd)
  writeFiles(cwd, { 'docs/a.md': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x3c]) })
  await changed('content', PAGE)
  await session.get(PAGE)
  writeFiles(cwd, { 'docs/a.md': smallDocument('Salut') })
  await changed('content', PAGE)
  expect(await textAt(session, PAGE)).toContain('Salut')
})

it('does not show what is gone, though nothing has told so', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'docs/b.md': smallDocument() })
  const { session } = await open(cwd)
  expect(await textAt(session, 'fr-FR/b.html')).toContain('Bonjour')
  // Right away, so that the watcher cannot have seen it yet.
  rmSync(join(cwd, 'docs/b.md'))
  expect(await session.get('fr-FR/b.html')).toBeUndefined()
  writeFiles(cwd, { 'docs/a.md': smallDocument('Salut') })
  expect(await textAt(session, PAGE)).toContain('Salut')
})

it('takes tables of contents anew when they change, and tells what is wrong with them', async () => {
  const cwd = temporaryFolder({
    'docs/toc.yml': '- name: Début\n  href: a.md\n',
    'docs/a.md': smallDocument(),
    'docs/b.md': smallDocument('Salut'),
  })
  const { session, changed } = await open(cwd)
  await changed('findings', PAGE)
  expect(await textAt(session, PAGE)).toContain('Début')
  writeFiles(cwd, { 'docs/toc.yml': '- name: Commencement\n  href: a.md\n- name: Suite\n  href: b.md\n' })
  await changed('content', 'fr-FR/b.html')
  expect(await textAt(session, PAGE)).toMatch(/Commencement[\s\S]*Suite/)
  expect(await textAt(session, 'fr-FR/index.html')).toContain('Suite')
  expect(session.findings('fr-FR/index.html').files).toEqual([])
  writeFiles(cwd, { 'docs/toc.yml': '- name: [\n' })
  await changed('findings', PAGE)
  expect(session.findings('fr-FR/index.html').files).toMatchObject([{ path: 'docs/toc.yml' }])
})

it('keeps the names of changed documents in the navigation of others, and shows new titles', async () => {
  const titled = (title: string) => `---\ntitle: ${title}\nms.contentlocale: fr-FR\n---\n${smallDocument()}`
  const cwd = temporaryFolder({ 'docs/a.md': titled('Un'), 'docs/b.md': titled('Deux') })
  const { session, changed } = await open(cwd)
  await changed('findings', PAGE)
  expect(await textAt(session, PAGE)).toContain('Deux')
  writeFiles(cwd, { 'docs/b.md': titled('Trois') })
  await changed('content', 'fr-FR/b.html')
  // Nobody has read it again yet.
  expect(await textAt(session, PAGE)).toContain('Deux')
  await changed('findings', PAGE)
  expect(await textAt(session, PAGE)).toContain('Trois')
})

it('leads links elsewhere when redirections change', async () => {
  const to = (name: string) => `{"redirections":[{"source_path":"gone.md","redirect_url":"${name}"}]}`
  const cwd = temporaryFolder({
    'docs/.openpublishing.redirection.json': to('b.md'),
    'docs/a.md': `${smallDocument()}\n[x](gone.md)\n`,
    'docs/b.md': smallDocument(),
    'docs/c.md': smallDocument(),
  })
  const { session, changed } = await open(cwd)
  await changed('findings', PAGE)
  expect(await textAt(session, PAGE)).toMatch(/<a [^>]*href="b.html"[^>]*>x</)
  writeFiles(cwd, { 'docs/.openpublishing.redirection.json': to('c.md') })
  await changed('content', PAGE)
  expect(await textAt(session, PAGE)).toMatch(/<a [^>]*href="c.html"[^>]*>x</)
})
