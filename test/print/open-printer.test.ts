import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'
import { openPrinter } from '../../src/print/open-printer.ts'
import { CHROMIUM } from '../render/browser.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A page whose picture is as large as it is. */
const page = (picture: string) => `<!doctype html><html lang="en"><title>x</title><img src="${picture}">`
const picture = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%"/></svg>`

/** What a printer makes of pages, in their order. */
async function printAll(folder: string, paths: readonly string[]): Promise<readonly Buffer[]> {
  const printer = await openPrinter({ browser: CHROMIUM!, folder })
  try {
    const made: Buffer[] = []
    for (const path of paths) made.push(Buffer.from((await printer.print(path)).pdf))
    return made
  } finally {
    await printer.close()
  }
}

afterEach(() => {
  vi.doUnmock('playwright-core')
  vi.resetModules()
})

it('says what to do where playwright-core is not installed', async () => {
  vi.resetModules()
  vi.doMock('playwright-core', () => {
    throw new Error('Cannot find package')
  })
  const { openPrinter } = await import('../../src/print/open-printer.ts')
  await expect(openPrinter({ browser: '/x', folder: '/y' })).rejects.toMatchObject({
    name: 'KnownError',
    message: 'Cannot print: the package playwright-core is not installed',
    hint: 'Install it (npm install playwright-core), or build without --pdf.',
  })
})

it('says what to do where the browser does not start', async () => {
  const folder = temporaryFolder({ 'a.html': '', browser: 'not a program' })
  const printer = await openPrinter({ browser: join(folder, 'browser'), folder })
  await expect(printer.print('a.html')).rejects.toMatchObject({
    name: 'KnownError',
    message: expect.stringMatching(/^Cannot print: the browser \S+ does not start: /),
  })
  await printer.close()
})

it.skipIf(!CHROMIUM)('shows pictures of the folder and of nowhere else (needs Chromium)', async () => {
  const outside = temporaryFolder({ 'p.svg': picture(400) })
  const folder = temporaryFolder({
    'inside.html': page('p.svg'),
    'outside.html': page(pathToFileURL(join(outside, 'p.svg')).href),
    'none.html': page('none.svg'),
    'p.svg': picture(400),
  })
  const made = await printAll(folder, ['inside.html', 'outside.html', 'none.html'])
  const [inside, outsider, none] = made.map((pdf) => pdf.length)
  expect(outsider).toBe(none)
  expect(inside).not.toBe(none)
})

it.skipIf(!CHROMIUM)('asks no server for anything (needs Chromium)', async () => {
  const { createServer } = await import('node:http')
  let asked = 0
  const server = createServer((_, answer) => {
    asked++
    answer.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}/x`
  const folder = temporaryFolder({
    'a.html': `${page(url)}<link rel="preload" as="image" href="${url}"><link rel="stylesheet" href="${url}"><iframe src="${url}"></iframe><script>fetch("${url}")</script>`,
  })
  await printAll(folder, ['a.html'])
  server.close()
  expect(asked).toBe(0)
})

it.skipIf(!CHROMIUM)('gives the same bytes whatever was printed before (needs Chromium)', async () => {
  const text = (title: string, rows: number) =>
    `<!doctype html><html lang="fr"><title>${title}</title><h1>${title}</h1><table>${'<tr><th scope="row">a<td>b'.repeat(rows)}</table>`
  const folder = temporaryFolder({ 'a.html': text('a', 5), 'b.html': text('b', 30) })
  const [a1, b1] = await printAll(folder, ['a.html', 'b.html'])
  const [b2, a2] = await printAll(folder, ['b.html', 'a.html'])
  expect(a1!.equals(a2!)).toBe(true)
  expect(b1!.equals(b2!)).toBe(true)
})

it.skipIf(!CHROMIUM)('keeps links relative, wherever the folder is (needs Chromium)', async () => {
  const links = ['../b%20c.html?x#y', '/docs/a(1)', 'https://example.com/z', '#part']
  const files = {
    'sub/a.html': `<!doctype html><title>a</title>${links.map((url) => `<a href="${url}">${url}</a> `).join('')}<h1 id="part">x</h1>`,
  }
  const [here] = await printAll(temporaryFolder(files), ['sub/a.html'])
  const [there] = await printAll(temporaryFolder(files), ['sub/a.html'])
  expect(here!.equals(there!)).toBe(true)
  const urls = [...here!.toString('latin1').matchAll(/\/URI \((.*)\)/g)].map(([, url]) => url)
  expect(urls).toEqual(['../b%20c.html?x#y', '/docs/a\\(1\\)', 'https://example.com/z'])
  expect(here!.toString('latin1')).not.toContain('file:')
})

it.skipIf(!CHROMIUM)('is dated as the page is, else by a fixed day (needs Chromium)', async () => {
  const folder = temporaryFolder({
    'a.html': '<!doctype html><title>a</title><header><time datetime="2014-07-23">x</time></header>',
    'b.html': '<!doctype html><title>b</title><time datetime="2014-07-23">x</time>',
  })
  const [a, b] = await printAll(folder, ['a.html', 'b.html'])
  expect(a!.toString('latin1')).toContain("/CreationDate (D:20140723000000+00'00')")
  expect(b!.toString('latin1')).toContain("/ModDate (D:19700101000000+00'00')")
})

it.skipIf(!CHROMIUM)(
  'fails where there is no such page, and prints the next one (needs Chromium)',
  async () => {
    const folder = temporaryFolder({ 'a.html': page('p.svg') })
    const printer = await openPrinter({ browser: CHROMIUM!, folder })
    await expect(printer.print('gone.html')).rejects.toThrow('ERR_FILE_NOT_FOUND')
    expect((await printer.print('a.html')).pdf.length).toBeGreaterThan(500)
    await printer.close()
  },
)
