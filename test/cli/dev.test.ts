import { renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pair, smallDocument } from '../support/bilingual.ts'
import { startDev } from '../support/dev-server.ts'
import { listen } from '../support/listen.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const PAGE = '/fr-FR/a.html'

const docset = (more: Readonly<Record<string, string>> = {}) =>
  temporaryFolder({ 'docs/a.md': smallDocument(), 'docs/b.md': smallDocument('Salut'), ...more })

/** Findings of the document behind a page, as the panel gets them. */
async function findingsOf(server: Awaited<ReturnType<typeof startDev>>, page: string) {
  const { text } = await server.ask(`/__lockstep/findings?page=${encodeURIComponent(page)}`)
  return JSON.parse(text) as {
    problem?: string
    isComplete: boolean
    files: { path: string; messages: { ruleId: string; severity: string; line?: number }[] }[]
  }
}

/** Waits until all documents were read and checked. */
async function allRead(server: Awaited<ReturnType<typeof startDev>>): Promise<void> {
  await expect.poll(async () => (await findingsOf(server, PAGE)).isComplete).toBe(true)
}

describe('the server', () => {
  it('answers with what a build would write, as what it is, and with what shows findings on pages', async () => {
    const server = await startDev(
      docset({ 'docs/a.md': `${smallDocument()}\n![x](x.png)\n`, 'docs/x.png': 'png' }),
      'docs',
    )
    expect(server.texts.stdout).toContain('2 documents at')
    const page = await server.ask(PAGE)
    expect(page).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
    expect(page.text).toMatch(
      /Bonjour à tous[\s\S]*<\/html>\n<script src="\/__lockstep\/client\.js" defer><\/script>\n$/,
    )
    expect((await server.ask('/fr-FR/')).text).toContain('href="a.html"')
    expect((await server.ask('/reports/')).text).toContain('fr-FR/a.html')
    expect(await server.ask('/data/a.json')).toMatchObject({
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
    const image = /src="\.\.\/(assets\/media\/[^"]*)"/.exec(page.text)?.[1]
    expect(await server.ask(`/${image}`)).toMatchObject({
      status: 200,
      text: 'png',
      headers: { 'content-type': 'image/png' },
    })
    const style = /href="\.\.\/(assets\/[^"]*\.css)"/.exec(page.text)?.[1]
    expect(await server.ask(`/${style}`)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8' },
    })
    expect(await server.ask('/__lockstep/client.js')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
    expect((await server.ask(PAGE, { method: 'HEAD' })).text).toBe('')
    expect(await server.stop()).toBe(0)
  })

  it('answers nobody else, changes nothing, and leaves what it would not write', async () => {
    const server = await startDev(
      docset({ 'docs/secret.txt': 'secret', 'lockstep.config.json': '{}' }),
      'docs',
    )
    expect(await server.ask(PAGE, { headers: { host: 'example.org' } })).toMatchObject({ status: 403 })
    expect(await server.ask(PAGE, { headers: { host: 'localhost.example.org:80' } })).toMatchObject({
      status: 403,
    })
    expect(await server.ask(PAGE, { headers: { host: 'localhost:80' } })).toMatchObject({ status: 200 })
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await server.ask(PAGE, { method })).toMatchObject({ status: 405 })
    for (const path of ['/fr-FR/..%2f..%2fdocs%2fa.md', '/a%00.html', '/a%5cb', '/%E0%A4%A'])
      expect([path, (await server.ask(path)).status]).toEqual([path, 400])
    for (const path of [
      '/docs/a.md',
      '/%2e%2e/lockstep.config.json',
      '//etc/passwd',
      '/docs/secret.txt',
      '/secret.txt',
      '/assets/../docs/a.md',
      '/__lockstep/other',
      '/assets/media/x.png',
    ])
      expect([path, (await server.ask(path)).status]).toEqual([path, 404])
    const missing = await server.ask('/fr-FR/<b>.html')
    expect(missing.text).not.toContain('<b>')
    expect(missing.text).toContain('client.js')
  })

  it('tells the problem where its port is taken', async () => {
    const other = createServer()
    const port = await listen(other)
    const { code, stderr } = await runCli(['dev', 'docs', '--port', String(port)], docset())
    other.close()
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Cannot serve on port ${port}`)])
  })
})

describe('open pages', () => {
  it('load again when their document is saved, in place or by another file; others get findings only', async () => {
    const cwd = docset()
    const server = await startDev(cwd, 'docs')
    const [a, b] = [await server.listen(PAGE), await server.listen('/fr-FR/b.html')]
    await allRead(server)
    const before = [a.length, b.length] as const
    writeFiles(cwd, { 'docs/a.md': smallDocument('Coucou') })
    await expect.poll(() => a.slice(before[0])).toContain('reload')
    expect((await server.ask(PAGE)).text).toContain('Coucou à tous')
    writeFiles(cwd, { 'docs/.a.md.swp': smallDocument('Bonsoir') })
    renameSync(join(cwd, 'docs/.a.md.swp'), join(cwd, 'docs/a.md'))
    await expect.poll(async () => (await server.ask(PAGE)).text).toContain('Bonsoir à tous')
    await expect.poll(() => b.slice(before[1])).toContain('findings')
    expect(b).not.toContain('reload')
  })

  it('load again when their document is removed, comes back, or gets another name', async () => {
    const cwd = docset()
    const server = await startDev(cwd, 'docs')
    const events = await server.listen(PAGE)
    rmSync(join(cwd, 'docs/a.md'))
    await expect.poll(async () => (await server.ask(PAGE)).status).toBe(404)
    await expect.poll(() => events).toContain('reload')
    expect((await server.ask('/fr-FR/')).text).not.toContain('href="a.html"')
    writeFiles(cwd, { 'docs/a.md': smallDocument('Retour') })
    await expect.poll(async () => (await server.ask(PAGE)).text).toContain('Retour à tous')
    renameSync(join(cwd, 'docs/a.md'), join(cwd, 'docs/c.md'))
    await expect.poll(async () => (await server.ask('/fr-FR/c.html')).status).toBe(200)
    await expect.poll(async () => (await server.ask(PAGE)).status).toBe(404)
  })

  it('show each of several documents that are saved at once', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `d${at}`)
    const files = (word: string) =>
      Object.fromEntries(names.map((name) => [`docs/${name}.md`, smallDocument(`${word}-${name}`)]))
    const cwd = docset(files('Avant'))
    const server = await startDev(cwd, 'docs')
    const events = await Promise.all(names.map((name) => server.listen(`/fr-FR/${name}.html`)))
    await allRead(server)
    writeFiles(cwd, files('Après'))
    await expect.poll(() => events.every((each) => each.includes('reload'))).toBe(true)
    for (const name of names)
      await expect
        .poll(async () => (await server.ask(`/fr-FR/${name}.html`)).text)
        .toContain(`Après-${name} à tous`)
  })

  it('get what is found in their document, with its place, also where other documents decide it', async () => {
    const cwd = docset()
    const server = await startDev(cwd, 'docs')
    await expect
      .poll(async () => findingsOf(server, PAGE))
      .toMatchObject({ isComplete: true, files: [{ path: 'docs/a.md', messages: [] }] })
    writeFiles(cwd, {
      'docs/a.md': `${smallDocument()}\n[x](gone.md)\n\n<span data-ttu-id="x-1">seul</span>\n\n${pair('y-1', 'un', 'one')}\n`,
    })
    const rules = async () => {
      const { isComplete, files } = await findingsOf(server, PAGE)
      return isComplete
        ? files.flatMap(({ messages }) => messages.map(({ ruleId, severity }) => `${ruleId} ${severity}`))
        : []
    }
    await expect.poll(rules).toEqual(['link-missing warning', 'unit-source-missing error'])
    writeFiles(cwd, { 'docs/gone.md': '# there\n' })
    await expect.poll(rules).toEqual(['unit-source-missing error'])
    expect(await findingsOf(server, '/index.html')).toMatchObject({ files: [] })
  })

  it('outlive that all documents are gone for a while', async () => {
    const cwd = docset()
    const server = await startDev(cwd, 'docs')
    renameSync(join(cwd, 'docs'), join(cwd, 'away'))
    await expect.poll(async () => (await server.ask(PAGE)).status).not.toBe(200)
    // What nobody has looked at yet cannot be read either.
    await expect.poll(async () => (await server.ask('/fr-FR/b.html')).status).not.toBe(200)
    renameSync(join(cwd, 'away'), join(cwd, 'docs'))
    writeFiles(cwd, { 'docs/a.md': smallDocument('Retour') })
    await expect.poll(async () => (await server.ask(PAGE)).text).toContain('Retour à tous')
    await allRead(server)
  })

  it('outlive a document that cannot be read', async () => {
    const cwd = docset()
    const server = await startDev(cwd, 'docs')
    const events = await server.listen(PAGE)
    writeFiles(cwd, { 'docs/a.md': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x3c]) })
    await expect.poll(() => events).toContain('reload')
    expect([200, 404]).toContain((await server.ask(PAGE)).status)
    expect((await server.ask('/fr-FR/b.html')).status).toBe(200)
    writeFiles(cwd, { 'docs/a.md': smallDocument('Réparé') })
    await expect.poll(async () => (await server.ask(PAGE)).text).toContain('Réparé à tous')
  })
})

describe('templates', () => {
  it('that cannot be used are reported, and the earlier ones stay', async () => {
    const cwd = docset({ 't/not-found.hbs': 'ONE' })
    const server = await startDev(cwd, 'docs', '--templates', 't')
    const problem = async () => (await findingsOf(server, PAGE)).problem
    writeFiles(cwd, { 't/not-found.hbs': '{{#if x}}' })
    await expect.poll(problem).toContain('Cannot use the template t/not-found.hbs:1: ')
    expect((await server.ask('/fr-FR/404.html')).text).toContain('ONE')
    writeFiles(cwd, { 't/not-found.hbs': 'TWO' })
    await expect.poll(async () => (await server.ask('/fr-FR/404.html')).text).toContain('TWO')
    expect(await problem()).toBeUndefined()
    expect(await server.stop()).toBe(0)
  })
})

describe('the configuration', () => {
  it('brings plugins, whose changes are taken over', async () => {
    const plugin = (text: string) =>
      `import { definePlugin } from 'lockstep-docs'
export const p = definePlugin({ name: 'p', outputs: [{ name: 'x', render: (e) => [{ path: e.outputPath('.txt'), content: '${text}' }] }] })`
    const cwd = docset({
      'lockstep.config.ts': `import { p } from './plugin.ts'\nexport default { plugins: [p] }`,
      'plugin.ts': plugin('one'),
    })
    const server = await startDev(cwd, 'docs')
    expect((await server.ask('/fr-FR/a.txt')).text).toBe('one')
    writeFiles(cwd, { 'plugin.ts': plugin('two') })
    await expect.poll(async () => (await server.ask('/fr-FR/a.txt')).text).toBe('two')
    expect(await server.stop()).toBe(0)
  })

  it('is taken over when it changes; one that cannot be used is told and leaves all as it was', async () => {
    const cwd = docset({ 'lockstep.config.json': '{"only":["page"]}' })
    const server = await startDev(cwd, 'docs')
    const events = await server.listen(PAGE)
    expect((await server.ask('/data/a.json')).status).toBe(404)
    writeFiles(cwd, { 'lockstep.config.json': '{"only":["page","json"]}' })
    await expect.poll(async () => (await server.ask('/data/a.json')).status).toBe(200)
    await expect.poll(() => events).toContain('reload')
    writeFiles(cwd, { 'lockstep.config.json': '{"only":["pages"]}' })
    const problem = async () => (await findingsOf(server, PAGE)).problem
    await expect.poll(problem).toContain('lockstep.config.json')
    expect(server.texts.stderr).toContain('lockstep.config.json')
    expect((await server.ask('/data/a.json')).status).toBe(200)
    writeFiles(cwd, { 'lockstep.config.json': '{"only":["page"]}' })
    await expect.poll(async () => (await server.ask('/data/a.json')).status).toBe(404)
    await expect.poll(problem).toBeUndefined()
    // Documents are watched as before.
    writeFiles(cwd, { 'docs/a.md': smallDocument('Ensuite') })
    await expect.poll(async () => (await server.ask(PAGE)).text).toContain('Ensuite à tous')
    expect(await server.stop()).toBe(0)
  })
})
