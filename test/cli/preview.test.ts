import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallDocument } from '../support/bilingual.ts'
import { startServer } from '../support/dev-server.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

/** The folder of a build, as far as it can be told from outside. */
const built = (more: Readonly<Record<string, string>> = {}) =>
  temporaryFolder({
    'dist/.lockstep-manifest.json': '{}',
    'dist/index.html': '<title>start</title>',
    'dist/fr-FR/index.html': '<title>début</title>',
    'dist/fr-FR/a.b.html': '<title>a</title>',
    ...more,
  })

/** Status, and where it leads or its text. */
async function answerTo(server: Awaited<ReturnType<typeof startServer>>, path: string) {
  const { status, headers, text } = await server.ask(path)
  return [status, headers.location ?? text]
}

describe('lockstep preview', () => {
  it('serves what a build has written, and what the next one writes, without scripts of its own', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
    expect(await runCli(['build', 'docs', '--out', 'site'], cwd)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('lockstep preview --out site)\n'),
    })
    const server = await startServer(cwd, ['preview', '--out', 'site'])
    expect(server.texts.stdout).toContain(`${join(cwd, 'site')} at ${server.url}`)
    const page = await server.ask('/fr-FR/a.html')
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    })
    expect(page.text).toContain('Bonjour à tous')
    expect(page.text).not.toContain('__lockstep')
    expect((await server.ask('/__lockstep/client.js')).status).toBe(404)
    writeFiles(cwd, { 'docs/a.md': smallDocument('Salut') })
    await runCli(['build', 'docs', '--out', 'site'], cwd)
    expect((await server.ask('/fr-FR/a.html')).text).toContain('Salut à tous')
    expect(await server.stop()).toBe(0)
  })

  it('finds pages of folders and pages without .html', async () => {
    const server = await startServer(built(), ['preview'])
    expect(await answerTo(server, '/')).toEqual([200, '<title>start</title>'])
    expect(await answerTo(server, '/fr-FR/')).toEqual([200, '<title>début</title>'])
    expect(await answerTo(server, '/fr-FR?q=1')).toEqual([301, '/fr-FR/?q=1'])
    expect(await answerTo(server, '/fr-FR/a.b')).toEqual([200, '<title>a</title>'])
    expect(await server.ask('/fr-FR/a.b')).toMatchObject({
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': '16' },
    })
  })

  it('answers with the nearest 404 page', async () => {
    const server = await startServer(
      built({ 'dist/404.html': 'nothing', 'dist/fr-FR/404.html': 'rien', 'dist/de-DE/b.html': 'b' }),
      ['preview'],
    )
    expect(await answerTo(server, '/fr-FR/x/y/z.html')).toEqual([404, 'rien'])
    expect(await answerTo(server, '/fr-FR/none')).toEqual([404, 'rien'])
    expect(await answerTo(server, '/de-DE/none/')).toEqual([404, 'nothing'])
    expect(await server.ask('/fr-FR/x.png')).toMatchObject({
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
  })

  it('names the path where there is no 404 page', async () => {
    const server = await startServer(built(), ['preview'])
    expect(await answerTo(server, '/<b>')).toEqual([404, expect.stringContaining('/&#60;b&#62;')])
  })

  it('redirects as _redirects says, before it looks for files', async () => {
    const server = await startServer(
      built({
        'dist/_redirects':
          '# moved\n/fr-FR/old.html /fr-FR/a.b.html 301\n/fr-FR/%C3%A9t%C3%A9 /fr-FR/l%C3%A0?x=1#y 302\n\n/out https://example.com/x\n/odd /a 200\n/fr-FR/100%25/ /c%23/ 301\n/fr-FR/* /fr-FR/404.html 404\n',
        'dist/fr-FR/old.html': 'moved',
      }),
      ['preview'],
    )
    expect(await answerTo(server, '/fr-FR/old.html?q=1')).toEqual([301, '/fr-FR/a.b.html?q=1'])
    expect(await answerTo(server, '/fr-FR/%C3%A9t%C3%A9')).toEqual([302, '/fr-FR/l%C3%A0?x=1#y'])
    expect(await answerTo(server, '/out')).toEqual([301, 'https://example.com/x'])
    expect(await answerTo(server, '/fr-FR/100%25')).toEqual([301, '/c%23/'])
    expect((await server.ask('/odd')).status).toBe(404)
    expect(await server.ask('/_redirects')).toMatchObject({
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  })

  it('serves below the path of siteUrl', async () => {
    const cwd = built({
      'lockstep.config.json': '{"siteUrl":"https://example.com/docs/v1"}',
      'dist/404.html': 'nothing',
    })
    const server = await startServer(cwd, ['preview'])
    expect(server.url).toMatch(/:\d+\/docs\/v1\/$/)
    expect(await answerTo(server, '/')).toEqual([302, '/docs/v1/'])
    expect(await answerTo(server, '/docs/v1/')).toEqual([200, '<title>start</title>'])
    expect(await answerTo(server, '/docs/v1/fr-FR')).toEqual([301, '/docs/v1/fr-FR/'])
    expect(await answerTo(server, '/docs/v1/x')).toEqual([404, 'nothing'])
    expect((await server.ask('/fr-FR/a.b.html')).status).toBe(404)
    const other = await startServer(cwd, ['preview', '--site-url', 'https://example.com/d%C3%A9'])
    expect(other.url).toMatch(/:\d+\/d%C3%A9\/$/)
    expect(await answerTo(other, '/')).toEqual([302, '/d%C3%A9/'])
    expect(await answerTo(other, '/d%C3%A9/')).toEqual([200, '<title>start</title>'])
  })

  it('sends the types that browsers want', async () => {
    const types = {
      'a.css': 'text/css; charset=utf-8',
      'a.js': 'text/javascript; charset=utf-8',
      'a.json': 'application/json; charset=utf-8',
      'a.svg': 'image/svg+xml; charset=utf-8',
      'sitemap.xml': 'application/xml; charset=utf-8',
      'a.wasm': 'application/wasm',
      'favicon.ico': 'image/vnd.microsoft.icon',
      'a.pf_index': 'application/octet-stream',
      'a.pdf': 'application/pdf',
    }
    const files = Object.keys(types).map((name) => [`dist/${name}`, 'x'])
    const server = await startServer(built(Object.fromEntries(files)), ['preview'])
    for (const [name, type] of Object.entries(types))
      expect([name, (await server.ask(`/${name}`)).headers['content-type']]).toEqual([name, type])
  })

  it('serves nobody else, nothing hidden and nothing outside its folder', async () => {
    const cwd = built({
      'secret.txt': 'secret',
      'dist/.git/config': 'x',
      'dist/a.txt': 'a',
      'other/x.txt': 'x',
    })
    symlinkSync(join(cwd, 'secret.txt'), join(cwd, 'dist/link.txt'))
    symlinkSync(join(cwd, 'other'), join(cwd, 'dist/other'))
    symlinkSync(join(cwd, 'dist/.git/config'), join(cwd, 'dist/config.txt'))
    symlinkSync(join(cwd, 'dist/a.txt'), join(cwd, 'dist/b.txt'))
    mkdirSync(join(cwd, 'dist/folder.txt'))
    const server = await startServer(cwd, ['preview'])
    expect(await answerTo(server, '/b.txt')).toEqual([200, 'a'])
    for (const path of [
      '/link.txt',
      '/other/x.txt',
      '/config.txt',
      '/.git/config',
      '/.lockstep-manifest.json',
      '/folder.txt',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '//etc/passwd',
    ])
      expect([path, (await server.ask(path)).status]).toEqual([path, 404])
    for (const path of ['/..%2fsecret.txt', '/%2fetc/passwd', '/a%00.txt', '/a%5c..', '/%E0%A4%A'])
      expect([path, (await server.ask(path)).status]).toEqual([path, 400])
    expect(await server.ask('/a.txt', { headers: { host: 'example.org' } })).toMatchObject({ status: 403 })
    expect(await server.ask('/a.txt', { method: 'POST' })).toMatchObject({ status: 405 })
  })

  it('says what to do where there is no build', async () => {
    const cwd = temporaryFolder({ 'site/index.html': 'x' })
    const { code, stderr } = await runCli(['preview', '--out', 'site'], cwd)
    expect([code, stderr]).toEqual([
      2,
      `error There is no build in ${join(cwd, 'site')}. Run \`lockstep build\` first, or choose the folder of a build with --out.\n`,
    ])
  })
})

describe('--open', () => {
  it('opens the start page of preview and dev', async () => {
    const cwd = built({ 'docs/a.md': smallDocument() })
    for (const args of [['preview'], ['dev', 'docs']]) {
      const server = await startServer(cwd, [...args, '--open'])
      await expect.poll(() => server.opened).toEqual([server.url])
      const unasked = await startServer(cwd, args)
      expect(unasked.opened).toEqual([])
    }
  })

  it('opens nothing in continuous integration', async () => {
    const server = await startServer(built(), ['preview', '--open'], { env: { CI: 'true' } })
    expect(await server.stop()).toBe(0)
    expect([server.opened, server.texts.stderr]).toEqual([[], ''])
  })

  it('goes on with a hint where there is no browser', async () => {
    const server = await startServer(built(), ['preview', '--open'], { hasBrowser: false })
    await expect
      .poll(() => server.texts.stderr)
      .toBe(`Could not open a browser. Open ${server.url} in one.\n`)
    expect((await server.ask('/')).status).toBe(200)
  })
})
