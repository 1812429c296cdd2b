import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentIn, smallDocument } from '../support/bilingual.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const docs = () =>
  temporaryFolder({
    'docs/fr-FR/a.md': smallDocument(),
    'docs/de-DE/a.md': documentIn('de-DE', [
      ['101', 'Hallo.', 'Hello.'],
      ['102', null, 'Bye.'],
    ]),
  })

describe('lockstep export', () => {
  it('writes files and says what is in them', async () => {
    const cwd = docs()
    const { code, stdout, stderr } = await runCli(['export', 'docs', '-o', 'out'], cwd)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Documents  2 documents, 8 units\n')
    expect(stdout).toContain('Locales    de-DE, fr-FR\n')
    expect(stdout).toContain('States     6 machine translation, 1 translated, 1 without translation\n')
    expect(stdout).toContain(`Written    2 files in ${join(cwd, 'out')}\n`)
    const again = await runCli(['export', 'docs', '-o', 'out', '--locale', 'fr-fr'], cwd)
    expect(again.stdout).toContain('0 files new or changed, 1 file of earlier exports removed\n')
    expect(await runCli(['export', 'docs', '-o', 'out', '-q'], cwd)).toMatchObject({ code: 0, stdout: '' })
  })

  it.each([[[]], [['--bundle']]])('does not replace or remove what a translator edited: %j', async (more) => {
    const cwd = docs()
    const name = more.length > 0 ? 'fr-FR' : 'fr-FR/a.md'
    const edit = (path: string) => {
      const text = readFileSync(join(cwd, path), 'utf8')
      writeFiles(cwd, { [path]: text.replace('Bonjour', 'Salut') })
    }
    const edited = () => readFileSync(join(cwd, `out/${name}.xlf`), 'utf8').includes('Salut')
    const run = (...args: string[]) => runCli(['export', 'docs', '-o', 'out', ...more, ...args], cwd)
    await run()
    edit(`out/${name}.xlf`)
    for (const args of [[], ['--format', 'csv'], ['--locale', 'de-DE']]) {
      const { code, stderr } = await run(...args)
      expect(code).toBe(2)
      expect(stderr).toContain(`files in it were edited after their export: ${name}.xlf. Import them first`)
      expect(stderr).toContain('--force')
      expect(edited()).toBe(true)
    }
    expect((await run('--force')).code).toBe(0)
    expect(edited()).toBe(false)
    expect((await run()).stdout).toContain('0 files new or changed')
  })

  it('does not replace files that are not from an export', async () => {
    const cwd = docs()
    writeFiles(cwd, { 'out/fr-FR/a.md.xlf': 'work' })
    const { code, stderr } = await runCli(['export', 'docs', '-o', 'out'], cwd)
    expect([code, stderr]).toEqual([expect.any(Number), expect.stringContaining('it exists')])
    expect(code).not.toBe(0)
    expect(readFileSync(join(cwd, 'out/fr-FR/a.md.xlf'), 'utf8')).toBe('work')
    expect((await runCli(['export', 'docs', '-o', 'out', '--force'], cwd)).code).toBe(0)
    expect(readFileSync(join(cwd, 'out/fr-FR/a.md.xlf'), 'utf8')).toContain('Bonjour')
  })

  it('takes inputs and the folder of decisions from the configuration', async () => {
    const cwd = docs()
    writeFiles(cwd, {
      'lockstep.config.json': JSON.stringify({ inputs: ['docs/fr-FR'], review: { decisions: 'decided' } }),
    })
    expect((await runCli(['export', '--out', 'out', '--format', 'csv'], cwd)).code).toBe(0)
    expect(readFileSync(join(cwd, 'out/fr-FR/a.md.csv'), 'utf8')).toContain('Bonjour')
    writeFiles(cwd, { 'decided/fr-FR.review.json': '{' })
    const { code, stderr } = await runCli(['export', '--out', 'out'], cwd)
    expect([code, stderr]).toEqual([2, expect.stringContaining('decided/fr-FR.review.json')])
  })

  it('passes each option on', async () => {
    const cwd = docs()
    const out = () =>
      readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' }).filter((path) =>
        /\.\w+$/.test(path),
      )
    const run = (...args: string[]) => runCli(['export', 'docs', '-o', 'out', ...args], cwd)
    const { stdout } = await run('--format', 'tmx', '--level', '2', '--no-mt', '--bundle')
    expect(stdout).toContain('Left out   6 translated by a machine\n')
    expect(out()).toContain('de-DE.tmx')
    await run('--inline', 'gx', '--for', 'omegat', '--findings')
    expect((await run('--min-severity', 'error', '--locale', 'fr-FR')).stdout).toContain(
      'Left out   6 without findings of that severity\n',
    )
    expect((await run('--only-changed', 'docs')).stdout).toContain('Documents  0 documents, 0 units\n')
    expect((await run('--timing', 'json')).stderr).toContain('"stage":"export"')
  })

  it('ends with 1 for locales that no document has', async () => {
    const { code, stderr } = await runCli(['export', 'docs', '-o', 'out', '--locale', 'it-IT'], docs())
    expect([code, stderr]).toEqual([1, 'No document has the locale it-IT: nothing was exported for it.\n'])
  })

  it('ends with 2 if it cannot run', async () => {
    const cwd = docs()
    for (const [args, reason] of [
      [['docs'], "required option '-o, --out <folder>' not specified"],
      [['docs', '-o', 'out', '--format', 'docx'], 'Allowed choices are xliff, xliff2, tmx, csv, po.'],
      [['docs', '-o', 'out', '--no-mt'], 'Cannot use --no-mt with --format xliff. Leave it out'],
      [['docs', '-o', 'docs'], 'holds the inputs'],
      [['nothing', '-o', 'out'], 'No such file or folder: nothing'],
      [['docs', '-o', 'out', '--only-changed', 'docs/x'], 'no folder and no git revision docs/x'],
    ] as const) {
      const { code, stderr } = await runCli(['export', ...args], cwd)
      expect([code, stderr]).toEqual([2, expect.stringContaining(reason)])
    }
  })
})
