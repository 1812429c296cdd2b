import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build } from '../src/pipeline.ts'
import { CHROMIUM } from './render/browser.ts'
import { pair } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'
import { runCli } from './support/test-io.ts'

const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0
const STEPS = 12
const PROCEDURE = `---
title: Redémarrer
ms.date: 07/23/2014
---

# ${pair('a-1', 'Pour redémarrer', 'To restart')}

${Array.from({ length: STEPS }, (_, at) => `1. ${pair(`a-${at + 2}`, `Ouvrez la fenêtre ${at + 1}.`, `Open window ${at + 1}.`)}`).join('\n')}
`

const buildDocs = (cwd: string, options: Partial<BuildOptions> = {}) =>
  build({
    inputs: ['docs'],
    out: 'out',
    cwd,
    targetLocale: 'fr-FR',
    pdf: true,
    ...(CHROMIUM && { browser: CHROMIUM }),
    ...options,
  })

it('says before it makes anything that there is no browser', async () => {
  const cwd = temporaryFolder({ 'sources/a.md': PROCEDURE, 'lockstep.config.json': '{"browser":"bin/none"}' })
  const { code, stderr } = await runCli(['build', '--pdf'], cwd)
  expect(code).toBe(2)
  expect(stderr).toBe(
    `error Cannot print: there is no browser at ${join(cwd, 'bin/none')}, which the setting browser names. Install Chromium, Chrome or Edge, or set its path: \`browser\` in the configuration, or CHROME_PATH.\n`,
  )
  expect(existsSync(join(cwd, 'dist'))).toBe(false)
})

it('needs no browser where nothing is to be printed', async () => {
  const cwd = temporaryFolder({ 'sources/a.md': PROCEDURE, 'lockstep.config.json': '{"browser":"bin/none"}' })
  expect((await runCli(['build', '--target-locale', 'fr-FR'], cwd)).stderr).toBe('')
})

describe.skipIf(!CHROMIUM)('runbooks as PDF (needs Chromium)', () => {
  it.skipIf(!hasPoppler)('are tagged, titled, in A4, with the steps in order (needs poppler)', async () => {
    const cwd = temporaryFolder({ 'docs/sub/a.md': PROCEDURE, 'docs/b.md': '# x\n' })
    const { written } = await buildDocs(cwd, { bilingualRunbooks: 'under' })
    expect(existsSync(join(cwd, 'out/en-US/sub/a.runbook.pdf'))).toBe(true)
    expect(existsSync(join(cwd, 'out/fr-FR/sub/a.runbook.bilingual.pdf'))).toBe(true)
    expect(existsSync(join(cwd, 'out/fr-FR/b.runbook.pdf'))).toBe(false)
    const manifest = JSON.parse(readFileSync(join(cwd, 'out/.lockstep-manifest.json'), 'utf8'))
    expect(manifest.files).toHaveLength(written.files)
    expect(manifest.files).toContain('fr-FR/sub/a.runbook.pdf')

    const pdf = join(cwd, 'out/fr-FR/sub/a.runbook.pdf')
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
    expect(info).toMatch(/^Title: +Runbook : Pour redémarrer$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Page size: .*\(A4\)$/m)
    expect(info).toMatch(/^CreationDate: .*Jul 23 .*2014/m)
    expect(readFileSync(pdf, 'latin1')).toContain('/Lang (fr-FR)')
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    const steps = [...text.matchAll(/Ouvrez la fenêtre (\d+)\./g)].map(([, number]) => Number(number))
    expect(steps).toEqual(Array.from({ length: STEPS }, (_, at) => at + 1))
    expect(spawnSync('pdftoppm', ['-r', '20', pdf]).stderr.toString()).toBe('')
  })

  it('are the same, byte for byte, each time', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': PROCEDURE,
      'docs/b.md': PROCEDURE.replaceAll('fenêtre', 'porte'),
    })
    await buildDocs(cwd)
    // The clock of a PDF knows seconds.
    const second = () => Math.floor(Date.now() / 1000)
    await expect.poll(second).toBeGreaterThan(second())
    await buildDocs(cwd, { out: 'again' })
    for (const path of ['fr-FR/a.runbook.pdf', 'en-US/a.runbook.pdf', 'fr-FR/b.runbook.pdf']) {
      expect(readFileSync(join(cwd, 'out', path)).equals(readFileSync(join(cwd, 'again', path)))).toBe(true)
    }
  })

  it('are linked from the page and from the index', async () => {
    const cwd = temporaryFolder({ 'docs/sub/a.md': PROCEDURE, 'docs/b.md': '# x\n' })
    const { printed } = await buildDocs(cwd)
    expect(printed).toEqual(['en-US/sub/a.runbook.pdf', 'fr-FR/sub/a.runbook.pdf'])
    const read = (path: string) => readFileSync(join(cwd, 'out', path), 'utf8')
    expect(read('fr-FR/sub/a.html')).toContain(
      '<a href="a.runbook.pdf" type="application/pdf">Runbook (PDF)</a>',
    )
    expect(read('fr-FR/b.html')).not.toContain('.pdf')
    expect(read('reports/index.html')).toContain(
      '<a href="../fr-FR/sub/a.runbook.pdf" type="application/pdf">Runbook (PDF)</a>',
    )
    await buildDocs(cwd, { pdf: false, out: 'other' })
    expect(readFileSync(join(cwd, 'other/fr-FR/sub/a.html'), 'utf8')).not.toContain('.pdf')
  })

  it('are on the paper of their locale, or on that which is told', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': PROCEDURE })
    const widths = async (options: Partial<BuildOptions>) => {
      await buildDocs(cwd, options)
      return ['fr-FR', 'en-US'].map((locale) => {
        const text = readFileSync(join(cwd, 'out', locale, 'a.runbook.pdf'), 'latin1')
        return Math.round(Number(/\/MediaBox \[0 0 ([\d.]+)/.exec(text)![1]))
      })
    }
    expect(await widths({})).toEqual([595, 612])
    expect(readFileSync(join(cwd, 'out/en-US/a.runbook.html'), 'utf8')).toContain('size: letter;')
    expect(await widths({ paper: 'letter' })).toEqual([612, 612])
    expect(await widths({ paper: 'a4' })).toEqual([595, 595])
  })

  it('are left alone by a build that has nothing to do, and removed by one without them', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': PROCEDURE })
    const pdf = join(cwd, 'out/fr-FR/a.runbook.pdf')
    await buildDocs(cwd, { cache: 'cache' })
    const before = statSync(pdf).mtimeMs
    expect((await buildDocs(cwd, { cache: 'cache' })).written.changed).toBe(0)
    expect(statSync(pdf).mtimeMs).toBe(before)
    expect((await buildDocs(cwd, { cache: 'cache', pdf: false })).written.removed).toBe(2)
    expect(existsSync(pdf)).toBe(false)
  })

  it('are printed again where the page or what it shows has changed, and stay elsewhere, with what they told', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': `${PROCEDURE}\n![x](x.svg)\n`,
      'docs/b.md': PROCEDURE,
      'docs/c.md': PROCEDURE.replace('Redémarrer', 'Redémarrer \u{E123}').replace(
        'fenêtre 1.',
        'fenêtre \u{E123}.',
      ),
      'docs/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    })
    const names = ['a', 'b', 'c']
    const pdf = (name: string) => join(cwd, `out/fr-FR/${name}.runbook.pdf`)
    const reasons = (files: readonly VFile[]) =>
      files
        .flatMap((file) => file.messages.map(({ reason, line }) => [file.path, line, reason].join(' ')))
        .sort()
    /** What a build from nothing makes of the documents as they are, and what it says. */
    const buildCold = async () => {
      rmSync(join(cwd, 'cold'), { recursive: true, force: true })
      const { printed, files } = await buildDocs(cwd, { out: 'cold' })
      return { told: [printed, reasons(files)], outputs: contentsOf(join(cwd, 'cold')) }
    }
    /** Builds after a change; gives the documents whose PDFs were printed, and compares all with a build from nothing. */
    const printedAfter = async (change: () => void, buildExpected = buildCold) => {
      const before = names.map((name) => statSync(pdf(name)).mtimeMs)
      change()
      const { printed, files } = await buildDocs(cwd, { cache: 'cache' })
      const cold = await buildExpected()
      expect(contentsOf(join(cwd, 'out'))).toEqual(cold.outputs)
      expect([printed, reasons(files)]).toEqual(cold.told)
      return names.filter((name, at) => statSync(pdf(name)).mtimeMs !== before[at])
    }
    expect(reasons((await buildDocs(cwd, { cache: 'cache' })).files)).toContainEqual(
      expect.stringContaining('No font on this machine has'),
    )
    const first = await buildCold()
    // The documents are those of the build before.
    expect(
      await printedAfter(
        () => writeFileSync(pdf('a'), 'other'),
        async () => first,
      ),
    ).toEqual(['a'])
    // Another document is another page, but no other PDF.
    const changed = { 'docs/b.md': PROCEDURE.replace('fenêtre 2', 'porte 2'), 'docs/d.md': '# d\n' }
    expect(await printedAfter(() => writeFiles(cwd, changed))).toEqual(['b'])
    const image =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    expect(await printedAfter(() => writeFiles(cwd, { 'docs/x.svg': image }))).toEqual(['a'])
  })

  it('that cannot be made are told of, hinder no others, and are tried again by the next build', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': PROCEDURE,
      'docs/b.md': PROCEDURE,
      'out/fr-FR/b.runbook.pdf/x': 'in a folder of that name',
    })
    const errors = async () =>
      (await buildDocs(cwd, { cache: 'cache' })).files.flatMap(({ path, messages }) =>
        messages.filter(({ fatal }) => fatal).map(({ reason }) => `${path}: ${reason}`),
      )
    expect(await errors()).toEqual([
      expect.stringMatching(
        /^docs\/b\.md: This document could not be printed: Cannot write fr-FR\/b\.runbook\.pdf/,
      ),
    ])
    expect(existsSync(join(cwd, 'out/fr-FR/a.runbook.pdf'))).toBe(true)
    const index = readFileSync(join(cwd, 'out/reports/fr-FR.html'), 'utf8')
    expect(index).toContain('href="../fr-FR/a.runbook.pdf"')
    expect(index).not.toContain('b.runbook.pdf')
    rmSync(join(cwd, 'out/fr-FR/b.runbook.pdf'), { recursive: true })
    expect(await errors()).toEqual([])
    expect(statSync(join(cwd, 'out/fr-FR/b.runbook.pdf')).isFile()).toBe(true)
  })
})
