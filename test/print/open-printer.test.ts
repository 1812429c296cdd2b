import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'
import { findDestinations } from '../../src/print/find-destinations.ts'
import { openPrinter } from '../../src/print/open-printer.ts'
import { pdfObjects } from '../../src/print/pdf-objects.ts'
import { CHROMIUM } from '../render/browser.ts'
import { listen } from '../support/listen.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

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
})

it('says what to do where playwright-core is not installed', async () => {
  vi.doMock('playwright-core', () => {
    throw new Error('Cannot find package')
  })
  await expect(openPrinter({ browser: '/x', folder: '/y' })).rejects.toMatchObject({
    name: 'UserError',
    message: 'Cannot print: the package playwright-core is not installed',
    hint: 'Install it (npm install playwright-core), or make no PDFs.',
  })
})

it('says what to do where the browser does not start', async () => {
  const folder = temporaryFolder({ 'a.html': '', browser: 'not a program' })
  const printer = await openPrinter({ browser: join(folder, 'browser'), folder })
  await expect(printer.print('a.html')).rejects.toMatchObject({
    name: 'UserError',
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
  const url = `http://127.0.0.1:${await listen(server)}/x`
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

it.skipIf(!CHROMIUM)(
  'leads links to where the folder is online, if that is told (needs Chromium)',
  async () => {
    const folder = temporaryFolder({
      'sub #1/a.html':
        '<!doctype html><title>a</title><a href="../b.html#x">b</a><a href="#c">c</a><a href="d.html">d</a><p id="c">c',
    })
    const printer = await openPrinter({ browser: CHROMIUM!, folder, siteUrl: 'https://example.com/docs/' })
    const text = Buffer.from((await printer.print('sub #1/a.html')).pdf).toString('latin1')
    await printer.close()
    expect([...text.matchAll(/\/URI \((.*)\)/g)].map(([, url]) => url)).toEqual([
      'https://example.com/docs/b.html#x',
      'https://example.com/docs/sub%20%231/d.html',
    ])
  },
)

it.skipIf(!CHROMIUM)(
  'prints on the paper that is told, unless the page tells one (needs Chromium)',
  async () => {
    const folder = temporaryFolder({
      'a.html': '<!doctype html><title>a</title>x',
      'b.html': '<!doctype html><title>b</title><style>@page { size: A4 }</style>x',
    })
    const printer = await openPrinter({ browser: CHROMIUM!, folder })
    const widths: number[] = []
    for (const [path, paper] of [
      ['a.html', 'a4'],
      ['a.html', 'letter'],
      ['b.html', 'letter'],
    ] as const) {
      const text = Buffer.from((await printer.print(path, paper)).pdf).toString('latin1')
      widths.push(Math.round(Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(text)![1])))
    }
    await printer.close()
    expect(widths).toEqual([595, 612, 595])
  },
)

it.skipIf(!CHROMIUM)('tells which characters no font has (needs Chromium)', async () => {
  const folder = temporaryFolder({
    'a.html':
      '<!doctype html><meta charset="utf-8"><title>a</title><p>Zażółć\u00A0\u200B\u00AD \u{10FFFE}\u{F0000}x\u{F0000}</p><p hidden>\u{F0001}</p><script>"\u{F0002}"</script>',
    'b.html': '<!doctype html><meta charset="utf-8"><title>b</title>\u{F0003} a \u{F0000}',
    'c.html': '<!doctype html><meta charset="utf-8"><title>c</title>a □ ☐ \uFFFD',
  })
  const printer = await openPrinter({ browser: CHROMIUM!, folder })
  const missing = []
  for (const path of ['a.html', 'b.html', 'c.html']) missing.push((await printer.print(path)).missing)
  await printer.close()
  expect(missing).toEqual([['\u{10FFFE}', '\u{F0000}'], ['\u{F0003}', '\u{F0000}'], []])
})

it.skipIf(!CHROMIUM)(
  'fills in page numbers, also where they change what is on which page (needs Chromium)',
  async () => {
    const parts = Array.from({ length: 120 }, (_, at) => at + 1)
    const number = (at: number) => `<span data-page-of="p-${at}"></span>`
    const folder = temporaryFolder({
      'a.html': `<!doctype html><title>a</title><style>@page { size: A4 } h2 { break-before: page } .wide span:not(:empty) { display: block; break-before: page }</style><div class="wide">${number(60)}</div>${parts.map((at) => `<p><a href="#p-${at}">Part</a> ${number(at)}`).join('')}${parts.map((at) => `<h2 id="p-${at}">Part ${at}</h2>`).join('')}`,
      'b.html': `<!doctype html><title>b</title>${number(7)}x`,
    })
    const printer = await openPrinter({ browser: CHROMIUM!, folder })
    const { pdf, unnumbered } = await printer.print('a.html')
    const lost = (await printer.print('b.html')).unnumbered
    await printer.close()
    const pages = findDestinations(pdf)
    expect(unnumbered).toBe(0)
    expect(lost).toBe(1)
    expect(parts.map((at) => pages.get(`p-${at}`)!.page - pages.get('p-1')!.page)).toEqual(
      parts.map((at) => at - 1),
    )
    if (!hasPoppler) return
    writeFileSync(join(folder, 'a.pdf'), pdf)
    const texts = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
    }).split('\f')
    const told = [...texts.join('\n').matchAll(/^ *Part (\d+) *$/gm)].map(([, told]) => Number(told))
    // First the list, in which a page number follows, then the parts themselves, where that is their own number.
    expect(told.slice(0, parts.length)).toEqual(
      parts.map((at) => texts.findIndex((text) => new RegExp(`^\\s*Part ${at}\\s*$`).test(text)) + 1),
    )
  },
)

it.skipIf(!CHROMIUM || !hasPoppler)(
  'saves the last page where little is on it, or fills it, each time alike (needs Chromium and poppler)',
  async () => {
    const lines = (count: number) => '<p>Line</p>'.repeat(count)
    const page = (body: string) =>
      `<!doctype html><html lang="en"><title>x</title><style>@page { size: A4; margin: 16mm } html { font: 12pt/20pt serif } p { margin: 0 } [data-fit="tighter"] { line-height: 18pt } .break { break-before: page } .end { min-block-size: 20pt } [data-fit="roomy"] .end { min-block-size: calc(20pt + var(--room)) }</style>${body}`
    const folder = temporaryFolder({
      'saved.html': page(`<body data-fit>${lines(40)}`),
      'filled.html': page(`<body data-fit>${lines(3)}<p class="break">Line<p class="end">End<p>Last`),
      'parts.html': page(
        `<body><div data-fit>${lines(40)}</div><div class="break" data-fit>${lines(2)}<p class="break end">End<p>Last</div>`,
      ),
      'unasked.html': page(`<body>${lines(40)}`),
    })
    const paths = ['saved.html', 'filled.html', 'parts.html', 'unasked.html']
    const made = await printAll(folder, paths)
    const again = await printAll(folder, [...paths].reverse())
    expect([...again].reverse().map((pdf, at) => pdf.equals(made[at]!))).toEqual([true, true, true, true])
    const boxes = made.map((pdf) => {
      writeFileSync(join(folder, 'x.pdf'), pdf)
      const text = execFileSync('pdftotext', ['-bbox', join(folder, 'x.pdf'), '-'], { encoding: 'utf8' })
      const pages = text.split('<page ').slice(1)
      return { pages: pages.length, last: Number([...pages.at(-1)!.matchAll(/yMax="([\d.]+)"/g)].at(-1)![1]) }
    })
    expect(boxes.map(({ pages }) => pages)).toEqual([1, 2, 3, 2])
    // Half of a page of 842 points.
    for (const filled of [boxes[1]!, boxes[2]!]) expect(filled.last).toBeGreaterThan(380)
  },
)

it.skipIf(!CHROMIUM)(
  'names bookmarks as their headings, and describes fields by their labels (needs Chromium)',
  async () => {
    const folder = temporaryFolder({
      'a.html':
        '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Été</title><meta name="generator" content="Maker 1"><style>.other { display: block } .wide { inline-size: 5em } h3 { text-transform: uppercase }</style><h1>Titre<span class="other">Title</span></h1><h2 hidden>Pendant</h2><h2 class="wide"><b>A</b> <span>Pendant une panne<span class="other">During outage</span></span></h2><h3>Clôture</h3><label>Nom <input type="text"></label><label>x<input type="checkbox" aria-label="A-1 : fait"></label>',
    })
    const [pdf] = await printAll(folder, ['a.html'])
    const objects = [...pdfObjects(pdf!).values()]
    const read = (name: string) =>
      objects
        .flatMap((body) => [...body.matchAll(new RegExp(`/${name} (?:<FEFF([^>]*)>|\\(([^)]*)\\))`, 'g'))])
        .map(([, hex, plain]) =>
          hex === undefined ? plain : Buffer.from(hex, 'hex').swap16().toString('utf16le'),
        )
    expect(read('Title').sort()).toEqual(['A Pendant une panne', 'Clôture', 'Titre', 'Été'])
    expect(read('Desc')).toEqual(['Nom', 'A-1 : fait'])
    expect(read('Creator')).toEqual(['Maker 1'])
    expect(objects.join('\n')).toContain('<rdf:li xml:lang="x-default">Ã\u0089tÃ©</rdf:li>')
  },
)
