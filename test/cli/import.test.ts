import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { smallDocument } from '../support/bilingual.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

let cwd: string
const read = (path: string) => readFileSync(join(cwd, path), 'utf8')
const run = (...args: string[]) => runCli(['import', 'out', '--into', 'docs', ...args], cwd)
const edit = (from: string, to: string) =>
  writeFiles(cwd, { 'out/fr-FR/a.md.xlf': read('out/fr-FR/a.md.xlf').replaceAll(from, to) })

beforeEach(async () => {
  cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
  await runCli(['export', 'docs', '-o', 'out'], cwd)
})

describe('lockstep import', () => {
  it('writes what changed, once', async () => {
    expect(await run()).toMatchObject({ code: 0, stderr: '' })
    expect(read('docs/a.md')).toBe(smallDocument())
    edit('Bonjour.', 'Salut.')
    const preview = await run('--dry-run')
    expect(preview.code).toBe(0)
    expect(preview.stdout).toMatch(/^\+.*Salut/m)
    expect(read('docs/a.md')).toBe(smallDocument())
    expect((await run('--set-translation-type', 'HT')).code).toBe(0)
    expect(read('docs/a.md')).toBe(
      smallDocument()
        .replace('Bonjour.', 'Salut.')
        .replace('ms.translationtype: MT', 'ms.translationtype: HT'),
    )
    expect((await run()).stdout).toContain('0 translations written in 0 documents')
  })

  it('names what it does not write, with its place', async () => {
    edit('Bonjour.', 'Salut.')
    writeFiles(cwd, { 'docs/a.md': smallDocument().replace('Bonjour.', 'Coucou.') })
    const { code, stderr } = await run()
    expect(code).toBe(1)
    expect(stderr).toMatch(/out.fr-FR.a\.md\.xlf:\d+:\d+: conflict: .*“Salut.*docs.a\.md:\d+:\d+\)/)
    expect(JSON.parse((await run('--format', 'json')).stdout).counts).toMatchObject({
      conflict: 1,
      accepted: 0,
    })
    expect(read('docs/a.md')).toContain('Coucou')
  })

  it('suggests to reviewers instead', async () => {
    edit('Bonjour.', 'Salut.')
    expect((await run('--as-suggestions', '--reviewer', 'Ann')).code).toBe(0)
    expect(read('docs/a.md')).toBe(smallDocument())
    expect(JSON.parse(read('reviews/fr-FR.review.json')).decisions).toMatchObject([
      { path: 'a.md', suggestion: expect.stringContaining('Salut'), reviewer: 'Ann' },
    ])
  })

  it('refuses options that do not go together, and a locale that no file is for', async () => {
    for (const args of [
      ['--reviewer', 'Ann'],
      ['--as-suggestions', '--set-translation-type', 'HT'],
      ['--set-translation-type', 'H T'],
      ['--locale', 'de-DE'],
    ])
      expect((await run(...args)).code).toBe(2)
  })

  it('writes nothing of a file with a fault', async () => {
    edit('Bonjour.', 'Salut.')
    edit('</xliff>', '')
    const { code, stderr } = await run()
    expect([code, stderr]).toEqual([1, expect.stringContaining('unclosed tag')])
    expect(read('docs/a.md')).toBe(smallDocument())
  })
})
