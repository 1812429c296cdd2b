import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pair } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

/** A report in JSON, as far as these tests read it. */
interface Report {
  readonly summary: { readonly documents: number; readonly units: number; readonly byRule: object }
  readonly results: readonly { readonly path: string }[]
}

const title = (id: string, target: string, source: string) => `# ${pair(id, target, source)}\n\n`
const link = (id: string, url: string) => `${pair(id, `Voir [aide](${url}).`, `See [help](${url}).`)}\n\n`

/** Two locales: links and titles that only the other documents show to be right or wrong. */
const DOCSET = {
  'lockstep.config.json': JSON.stringify({
    inputs: ['docs'],
    rules: { 'title-equal': { within: 'docset' } },
  }),
  'docs/fr-FR/a.md': `${title('a-1', 'Basculement', 'Failing over')}${link('a-2', 'deep/b.md#titre')}${link('a-3', 'deep/none.md')}`,
  'docs/fr-FR/deep/b.md': `${title('b-1', 'Basculement', 'Failing back')}${link('b-2', '../a.md')}${link('b-3', '../a.md#nowhere')}> ${pair('b-4', '[!REMARQUE]', '[!NOTE]')}\n> ${pair('b-5', 'Oui.', 'Yes.')}\n`,
  'docs/de-DE/a.md': `${title('a-1', 'Ausfall', 'Failing over')}${pair('a-2', 'Siehe [Hilfe](deep/b.md).', 'See [help](deep/b.md#titre).')}\n`,
}

const documents = Object.keys(DOCSET).filter((path) => path.endsWith('.md'))

async function check(cwd: string, ...args: string[]): Promise<Report> {
  return JSON.parse((await runCli(['check', ...args, '--format', 'json'], cwd)).stdout) as Report
}

describe('a check of documents named one by one', () => {
  it.each([[[]], [['--cache-dir', 'cache']]])(
    'says of each what that of the whole docset says, with %j',
    async (more) => {
      const cwd = temporaryFolder(DOCSET)
      const whole = await check(cwd, ...more)
      let units = 0
      for (const path of documents) {
        const alone = await check(cwd, path, ...more)
        expect(alone.results).toEqual(whole.results.filter((result) => result.path === path))
        expect(alone.summary.documents).toBe(1)
        units += alone.summary.units
      }
      expect(units).toBe(whole.summary.units)
      const rules = Object.keys(whole.summary.byRule)
      expect(rules).toEqual(expect.arrayContaining(['link-missing', 'title-equal', 'alert-keyword']))
    },
  )

  it('takes the docset from --root where no configuration names it, also for folders', async () => {
    const { 'lockstep.config.json': _, ...others } = DOCSET
    const cwd = temporaryFolder(others)
    const found = (await check(cwd, 'docs')).results.filter(({ path }) => path.endsWith('b.md'))
    expect((await check(cwd, 'docs/fr-FR/deep/b.md', '--root', 'docs')).results).toEqual(found)
    expect((await check(cwd, 'docs/fr-FR/deep', '--root', 'docs')).results).toEqual(found)
    expect((await check(cwd, 'docs/fr-FR/deep/b.md')).results).not.toEqual(found)
  })

  it('refuses documents that are not below --root', async () => {
    const cwd = temporaryFolder({ ...DOCSET, 'other/c.md': link('c-1', 'none.md') })
    const { code, stderr } = await runCli(['check', 'other/c.md', '--root', 'docs'], cwd)
    expect([code, stderr]).toEqual([2, expect.stringContaining('other/c.md, which is not below docs')])
  })

  it('reads documents that are no part of the docset by themselves', async () => {
    const cwd = temporaryFolder({ ...DOCSET, 'other/c.md': link('c-1', 'none.md') })
    const { results, summary } = await check(cwd, 'other/c.md')
    expect(results.map(({ path }) => path)).toEqual(['other/c.md'])
    expect(summary.documents).toBe(1)
  })

  it('repairs these documents only', async () => {
    const other = `> ${pair('c-1', '[!REMARQUE]', '[!NOTE]')}\n> ${pair('c-2', 'Oui.', 'Yes.')}\n`
    const cwd = temporaryFolder({ ...DOCSET, 'docs/fr-FR/c.md': other })
    const args = ['check', 'docs/fr-FR/deep/b.md', '--fix', '--cache-dir', 'cache']
    for (const expected of ['1 finding in 1 file repaired.', '0 findings in 0 files repaired.'])
      expect((await runCli(args, cwd)).stdout).toContain(expected)
    expect(readFileSync(join(cwd, 'docs/fr-FR/deep/b.md'), 'utf8')).toContain('>[!NOTE]<')
    expect(readFileSync(join(cwd, 'docs/fr-FR/c.md'), 'utf8')).toBe(other)
    writeFileSync(join(cwd, 'docs/fr-FR/deep/b.md'), DOCSET['docs/fr-FR/deep/b.md'])
    expect((await runCli(args, cwd)).stdout).toContain('1 finding in 1 file repaired.')
  })
})
