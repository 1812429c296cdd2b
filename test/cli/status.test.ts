import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentIn } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const UNITS = [
  ['101', 'x', 'Restart the server.'],
  ['102', 'y', 'Wait for 5 minutes until it is up.'],
] as const
const docs = () =>
  temporaryFolder({
    'docs/fr-FR/a.md': documentIn('fr-FR', UNITS),
    'docs/de-DE/a.md': documentIn('de-DE', [UNITS[0], ['102', null, UNITS[1][2]]]),
  })

describe('lockstep status', () => {
  it('prints how far each locale is', async () => {
    const { code, stdout } = await runCli(['status', 'docs', '-q'], docs())
    expect(code).toBe(0)
    expect(stdout).toMatch(/^de-DE .* 50\.0% /m)
    expect(stdout).toMatch(/^fr-FR .* 100% /m)
  })

  it('prints JSON that says the same', async () => {
    const { stdout } = await runCli(['status', 'docs', '--format', 'json'], docs())
    expect(JSON.parse(stdout).locales['de-DE'].coverage).toBe(0.5)
  })

  it('writes files', async () => {
    const cwd = docs()
    const json = (await runCli(['status', 'docs', '--format', 'json'], cwd)).stdout
    const args = ['status', 'docs', '-q', '-o', 'status.txt', '-o', 'json=status.json']
    expect(await runCli(args, cwd)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'status.json'), 'utf8')).toBe(json)
    expect(readFileSync(join(cwd, 'status.txt'), 'utf8')).toMatch(/^fr-FR .* 100% /m)
  })

  it('shows one locale, as text and as a badge', async () => {
    const { stdout } = await runCli(['status', 'docs', '--locale', 'de-de'], docs())
    expect(stdout).not.toContain('fr-FR')
    const badge = await runCli(['status', 'docs', '--format', 'svg', '--locale', 'de-DE'], docs())
    expect(badge.stdout).toMatch(/^<svg [\s\S]*50%/)
  })

  it('ends with 1 where less is translated than wanted', async () => {
    const cwd = docs()
    const codes = async (...args: string[]) => (await runCli(['status', 'docs', ...args], cwd)).code
    expect(await codes('--min-coverage', 'fr-FR=100,de-DE=50')).toBe(0)
    expect(await codes('--min-coverage', '51')).toBe(1)
    expect(await codes('--min-coverage', 'de-de=50.1%')).toBe(1)
    const { stderr } = await runCli(['status', 'docs', '-q', '--min-coverage', '51'], cwd)
    expect(stderr).toContain('de-DE is translated to 50.0%, less than the required 51%.')
  })

  it('ends with 2 where it is not told right', async () => {
    const cwd = docs()
    for (const args of [
      ['--min-coverage', '101'],
      ['--min-coverage', 'x=y'],
      ['--locale', 'it-IT'],
      ['--min-coverage', 'it-IT=5'],
    ]) {
      expect((await runCli(['status', 'docs', ...args], cwd)).code).toBe(2)
    }
  })
})
