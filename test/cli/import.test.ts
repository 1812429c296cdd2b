import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentIn } from '../support/bilingual.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const UNITS = [
  ['101', 'Cliquez sur **OK**.', 'Click **OK**.'],
  ['102', 'Puis redémarrez.', 'Then restart.'],
] as const

const read = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8')

/** A folder with a document, and its export in a format. */
async function exported(format: string, ...args: string[]): Promise<string> {
  const cwd = temporaryFolder({
    'docs/fr-FR/a.md': documentIn('fr-FR', UNITS, { 'ms.translationtype': 'MT' }),
  })
  const { code } = await runCli(['export', 'docs', '-o', 'out', '--format', format, ...args], cwd)
  expect(code).toBe(0)
  return cwd
}

/** Edits a file as a translation tool would. */
function edit(cwd: string, path: string, from: string, to: string): void {
  const text = read(cwd, path)
  expect(text).toContain(from)
  writeFiles(cwd, { [path]: text.replace(from, () => to) })
}

const FORMATS = [
  ['xliff', 'out/fr-FR/a.md.xlf'],
  ['xliff2', 'out/fr-FR/a.md.xlf'],
  ['csv', 'out/fr-FR/a.md.csv'],
] as const

describe('lockstep import', () => {
  it.each(FORMATS)('writes what a translator changed, and nothing else: %s', async (format, file) => {
    const cwd = await exported(format)
    const before = read(cwd, 'docs/fr-FR/a.md')
    const unchanged = await runCli(['import', 'out', '--into', 'docs'], cwd)
    expect([unchanged.code, unchanged.stdout]).toEqual([
      0,
      '0 translations written in 0 documents; 2 unchanged.\n',
    ])
    edit(cwd, file, 'redémarrez', 'relancez a*b')
    const { code, stdout, stderr } = await runCli(['import', 'out', '--into', 'docs'], cwd)
    expect([code, stderr, stdout]).toEqual([0, '', '1 translation written in 1 document; 1 unchanged.\n'])
    expect(read(cwd, 'docs/fr-FR/a.md')).toBe(before.replace('redémarrez', 'relancez a\\*b'))
    const again = await runCli(['import', file, '--into', 'docs/fr-FR/a.md'], cwd)
    expect([again.code, again.stdout]).toEqual([0, '0 translations written in 0 documents; 2 unchanged.\n'])
  })

  it('says where what it does not write is', async () => {
    const cwd = await exported('xliff')
    edit(
      cwd,
      'out/fr-FR/a.md.xlf',
      '<bpt id="1" ctype="bold">**</bpt>OK<ept id="1">**</ept>.</target>',
      'OK.</target>',
    )
    const before = read(cwd, 'docs/fr-FR/a.md')
    const { code, stdout, stderr } = await runCli(['import', 'out', '--into', 'docs'], cwd)
    expect([code, stdout]).toEqual([1, '0 translations written in 0 documents; 1 unchanged, 1 refused.\n'])
    expect(stderr).toMatch(
      /^out\/fr-FR\/a\.md\.xlf:\d+:\d+: refused: its codes are not those of the source: it lacks 1 \(bold: \*\*\): “Cliquez sur OK\.” \(docs\/fr-FR\/a\.md:\d+:\d+\)\n$/,
    )
    expect(read(cwd, 'docs/fr-FR/a.md')).toBe(before)
  })

  it('previews changes as a diff', async () => {
    const cwd = await exported('csv')
    edit(cwd, 'out/fr-FR/a.md.csv', 'redémarrez', 'relancez')
    const before = read(cwd, 'docs/fr-FR/a.md')
    const { code, stdout, stderr } = await runCli(['import', 'out', '--into', 'docs', '--dry-run'], cwd)
    expect([code, stderr]).toEqual([0, '1 translation would be written in 1 document; 1 unchanged.\n'])
    expect(stdout).toContain('+<span data-ttu-id="frfr-102">Puis relancez.')
    expect(read(cwd, 'docs/fr-FR/a.md')).toBe(before)
  })

  it('reports as JSON, with what check finds in what was written', async () => {
    const cwd = await exported('xliff')
    edit(cwd, 'out/fr-FR/a.md.xlf', 'Puis redémarrez.', 'Puis puis redémarrez 5 fois.')
    const { stdout } = await runCli(['import', 'out', '--into', 'docs', '--format', 'json'], cwd)
    const report = JSON.parse(stdout)
    expect(report.counts).toMatchObject({ accepted: 1, unchanged: 1, refused: 0 })
    expect(report.documents).toEqual([{ path: 'docs/fr-FR/a.md', count: 1 }])
    expect(report.findings.map(({ rule }: { rule: string }) => rule)).toContain('number-equal')
  })

  it('sets the type of translation only if asked to', async () => {
    const cwd = await exported('csv')
    edit(cwd, 'out/fr-FR/a.md.csv', 'redémarrez', 'relancez')
    await runCli(['import', 'out', '--into', 'docs', '--set-translation-type', 'HT'], cwd)
    expect(read(cwd, 'docs/fr-FR/a.md')).toMatch(/^ms\.translationtype: HT$/m)
    writeFiles(cwd, { 'docs/fr-FR/a.md': documentIn('fr-FR', UNITS) })
    const { code, stderr } = await runCli(
      ['import', 'out', '--into', 'docs', '--set-translation-type', 'HT'],
      cwd,
    )
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('docs/fr-FR/a.md: ms.translationtype is not set'),
    ])
  })

  it('proposes translations to reviewers', async () => {
    const cwd = await exported('csv')
    edit(cwd, 'out/fr-FR/a.md.csv', 'redémarrez', 'relancez')
    const before = read(cwd, 'docs/fr-FR/a.md')
    const args = ['import', 'out', '--into', 'docs', '--as-suggestions', '--reviewer', 'Ann']
    expect((await runCli(args, cwd)).stdout).toBe('1 suggestion written for review; 1 unchanged.\n')
    expect(read(cwd, 'docs/fr-FR/a.md')).toBe(before)
    expect(JSON.parse(read(cwd, 'reviews/fr-FR.review.json')).decisions).toMatchObject([
      { path: 'a.md', suggestion: 'Puis relancez.', reviewer: 'Ann' },
    ])
    const applied = await runCli(['review', 'docs/fr-FR', 'docs/fr-FR', '--apply'], cwd)
    expect(applied.stdout).toBe('1 suggestion in 1 file written, 0 refused.\n')
    expect(read(cwd, 'docs/fr-FR/a.md')).toBe(before.replace('redémarrez', 'relancez'))
  })

  it('ends with 1 for files that it cannot use, and writes nothing of them', async () => {
    const cwd = await exported('xliff')
    const text = read(cwd, 'out/fr-FR/a.md.xlf').replace('redémarrez', 'relancez')
    const before = read(cwd, 'docs/fr-FR/a.md')
    for (const [name, content, reason] of [
      ['cut.xlf', text.slice(0, -30), 'Unexpected'],
      [
        'other.xlf',
        text.replace('original="a.md"', 'original="b.md"'),
        'There is no document b.md in fr-FR among the inputs',
      ],
      [
        'locale.xlf',
        text.replace('target-language="fr-FR"', 'target-language="it-IT"'),
        'There is no document a.md in it-IT',
      ],
      [
        'outside.xlf',
        text.replace('original="a.md"', 'original="../../etc/x.md"'),
        'There is no document ../../etc/x.md',
      ],
      ['memory.tmx', '<tmx/>', 'Unexpected .tmx, expected XLIFF or CSV'],
    ] as const) {
      writeFiles(cwd, { [`back/${name}`]: content })
      const { code, stderr } = await runCli(['import', `back/${name}`, '--into', 'docs'], cwd)
      expect([name, code, stderr]).toEqual([name, 1, expect.stringContaining(reason)])
      expect(stderr).toContain(`back/${name}`)
    }
    expect(read(cwd, 'docs/fr-FR/a.md')).toBe(before)
  })

  it('ends with 2 if it cannot run', async () => {
    const cwd = await exported('xliff')
    for (const [args, reason] of [
      [[], "missing required argument 'files'"],
      [['nothing', '--into', 'docs'], 'Cannot find nothing'],
      [['docs', '--into', 'docs'], 'there is no XLIFF or CSV'],
      [['out', '--into', 'nowhere'], 'No such file or folder: nowhere'],
      [['out', '--into', 'docs', '--locale', 'it-IT'], 'it-IT'],
      [
        ['out', '--into', 'docs', '--as-suggestions', '--set-translation-type', 'HT'],
        'Leave one of them out',
      ],
      [['out', '--into', 'docs', '--reviewer', 'Ann'], 'Cannot use --reviewer without --as-suggestions'],
      [['out', '--into', 'docs', '--set-translation-type', 'a b'], 'expected a word'],
    ] as const) {
      const { code, stderr } = await runCli(['import', ...args], cwd)
      expect([code, stderr]).toEqual([2, expect.stringContaining(reason)])
    }
  })
})
