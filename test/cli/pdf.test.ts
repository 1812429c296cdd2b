import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHROMIUM } from '../render/browser.ts'
import { pair } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0

/** A document with a procedure of some steps. */
const procedure = (locale: string, target: string, steps = 4) => `---
title: ${target}
ms.contentlocale: ${locale}
---

# ${pair('a-1', target, 'To restart')}

${Array.from({ length: steps }, (_, at) => `1. ${pair(`a-${at + 2}`, `${target} ${at + 1}.`, `Open window ${at + 1}.`)}`).join('\n')}
`
const ENV = { env: { ...process.env, ...(CHROMIUM && { CHROME_PATH: CHROMIUM }) } }

it('says before it makes anything that there is no browser', async () => {
  const cwd = temporaryFolder({
    'a.md': procedure('fr-FR', 'Relancer'),
    'lockstep.config.json': '{"browser":"bin/none"}',
  })
  const { code, stderr } = await runCli(['pdf', 'a.md'], cwd)
  expect(code).toBe(2)
  expect(stderr).toContain(
    `Cannot print: there is no browser at ${join(cwd, 'bin/none')}, which the setting browser names.`,
  )
  expect(readdirSync(cwd)).toEqual(['a.md', 'lockstep.config.json'])
})

it('takes either pages or a book, and only paper that it knows', async () => {
  const cwd = temporaryFolder({ 'a.md': '' })
  expect((await runCli(['pdf', 'a.md', '--page', '--book'], cwd)).code).toBe(2)
  expect((await runCli(['pdf', 'a.md', '--paper', 'a3'], cwd)).stderr).toContain(
    'Allowed choices are a4, letter',
  )
  expect((await runCli(['pdf', 'a.md', '--site-url', 'docs'], cwd)).stderr).toContain(
    'not an http or https URL',
  )
})

describe.skipIf(!CHROMIUM)('lockstep pdf (needs Chromium)', () => {
  it('prints the runbooks of documents, says where they are, and leaves everything else alone', async () => {
    const cwd = temporaryFolder({
      'docs/sub/a.md': procedure('fr-FR', 'Relancer'),
      'docs/b.md': '# Nothing\n',
      'dist/index.html': 'mine',
    })
    await runCli(['build', 'docs', '--out', 'dist', '--target-locale', 'fr-FR'], cwd)
    const before = readdirSync(join(cwd, 'dist'), { recursive: true })
    const { code, stdout, stderr } = await runCli(['pdf', 'docs', '--target-locale', 'fr-FR'], cwd, ENV)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toBe('dist/en-US/sub/a.runbook.pdf\ndist/fr-FR/sub/a.runbook.pdf\n')
    const added = ['en-US/sub/a.runbook.pdf', 'fr-FR/sub/a.runbook.pdf']
    expect(readdirSync(join(cwd, 'dist'), { recursive: true }).sort()).toEqual([...before, ...added].sort())
    // The next build, which knows nothing of them, leaves them alone too.
    await runCli(['build', 'docs', '--out', 'dist', '--target-locale', 'fr-FR', '--no-cache'], cwd)
    expect(existsSync(join(cwd, 'dist/fr-FR/sub/a.runbook.pdf'))).toBe(true)
  })

  it('prints the same bytes as a build', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': procedure('fr-FR', 'Relancer') })
    await runCli(['build', 'docs', '--pdf', '--only', 'runbook', '--out', 'site'], cwd, ENV)
    await runCli(['pdf', 'docs', '--out', 'pdf'], cwd, ENV)
    const [built, printed] = ['site', 'pdf'].map((out) => readFileSync(join(cwd, out, 'fr-FR/a.runbook.pdf')))
    expect(built!.equals(printed!)).toBe(true)
  })

  it('prints pages and books instead, on the paper that is told', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': procedure('fr-FR', 'Relancer'), 'docs/b.md': '# Nothing\n' })
    const run = async (...args: string[]) =>
      (await runCli(['pdf', 'docs', '--locale', 'fr-FR', ...args], cwd, ENV)).stdout
    expect(await run('--page', '--paper', 'letter')).toBe('dist/fr-FR/a.pdf\ndist/fr-FR/b.pdf\n')
    expect(await run('--book')).toBe('dist/fr-FR/runbook-book.pdf\n')
    if (!hasPoppler) return
    const sizeOf = (path: string) =>
      /^Page size: .*\((.*)\)$/m.exec(
        execFileSync('pdfinfo', [join(cwd, 'dist/fr-FR', path)], { encoding: 'utf8' }),
      )?.[1]
    expect(sizeOf('a.pdf')).toBe('letter')
    expect(sizeOf('runbook-book.pdf')).toBe('A4')
  })

  it('says where there is nothing to print', async () => {
    const cwd = temporaryFolder({ 'docs/b.md': '# Nothing\n' })
    const { code, stdout, stderr } = await runCli(['pdf', 'docs', '--target-locale', 'fr-FR'], cwd, ENV)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('Nothing was printed: no document has stages or procedures for a runbook.')
  })

  it('tells of characters that no font has, once for each document, with their place', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': procedure('fr-FR', 'Relancer \u{F0000}'),
      'docs/b.md': procedure('fr-FR', 'Ouvrir &#xF0001;'),
    })
    const { code, stderr } = await runCli(['pdf', 'docs'], cwd, ENV)
    expect(code).toBe(0)
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^docs\/a\.md:2:17: No font on this machine has “\u{F0000}” \(U\+F0000\), so paper shows a box/u,
      ),
      expect.stringMatching(/^docs\/b\.md: No font on this machine has “\u{F0001}” \(U\+F0001\), so paper/u),
    ])
  })

  it.skipIf(!hasPoppler).each([
    ['ja-JP', 'サーバーを再起動します', /^ランブック：/, /1 ?\/ ?\d+ +ページ/],
    ['ar-SA', 'أعد تشغيل الخادم', /دليل التشغيل/, /الصفحة|ةحفصلا/],
    ['ru-RU', 'Перезапустите сервер', /^Регламент действий: /, /Страница 1 из \d/],
  ] as const)(
    'prints %s with its language, its fonts and its words (needs poppler)',
    async (locale, title, name, page) => {
      const cwd = temporaryFolder({ 'docs/a.md': procedure(locale, title, 12) })
      await runCli(['pdf', 'docs', '--locale', locale], cwd, ENV)
      const pdf = join(cwd, 'dist', locale, 'a.runbook.pdf')
      expect(readFileSync(pdf, 'latin1')).toContain(`/Lang (${locale})`)
      expect(/^Title: +(.*)$/m.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))![1]).toMatch(name)
      for (const font of execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2))
        expect(font).toMatch(/ yes +(?:yes|no) +(?:yes|no) +\d+ +0$/)
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).normalize('NFKC')
      expect(text).toMatch(page)
      if (locale === 'ar-SA') return
      expect(
        [...text.matchAll(new RegExp(`${title} (\\d+)\\.`, 'g'))].map(([, step]) => Number(step)),
      ).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
    },
  )
})
