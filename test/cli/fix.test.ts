import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pair } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const FRONT = '---\ntitle: x\nms.contentlocale: fr-FR\n---\r\n'
const faulty = `\uFEFF${FRONT}> ${pair('a-1', '[!REMARQUE]', '[!NOTE]')}\n> ${pair('a-2', 'Exécutez get-csuser.', 'Run Get-CsUser.')}\r\n\n${pair('a-3', 'Attention :', 'Attention:')}\n`
const right = faulty
  .replace('[!REMARQUE]', '[!NOTE]')
  .replace('get-csuser', 'Get-CsUser')
  .replace('Attention :', 'Attention\u00A0:')

it('repairs what has one right answer, and not one other byte', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': faulty, 'docs/b.md': right })
  const { stdout } = await runCli(['check', 'docs', '--fix'], cwd)
  expect(readFileSync(join(cwd, 'docs/a.md'), 'utf8')).toBe(right)
  expect(readFileSync(join(cwd, 'docs/b.md'), 'utf8')).toBe(right)
  expect(stdout).toContain('3 findings in 1 file repaired.')
  const again = await runCli(['check', 'docs', '--fix'], cwd)
  expect(again.stdout).toContain('0 findings in 0 files repaired.')
  expect(again.code).toBe(0)
})

it('shows what it would change, and changes nothing, in a dry run', async () => {
  const cwd = temporaryFolder({ 'docs/a.md': faulty })
  const { stdout } = await runCli(['check', 'docs', '--fix', '--dry-run'], cwd)
  expect(stdout).toContain('--- docs/a.md\n+++ docs/a.md\n@@ ')
  expect(stdout).toMatch(/^\+> .*\[!NOTE\]<\/span>/m)
  expect(readFileSync(join(cwd, 'docs/a.md'), 'utf8')).toBe(faulty)
})

it('leaves alone what is not clean UTF-8, and says so', async () => {
  const cwd = temporaryFolder({})
  const bytes = Buffer.concat([Buffer.from(faulty), Buffer.from([0xff, 0x0a])])
  mkdirSync(join(cwd, 'docs'))
  writeFileSync(join(cwd, 'docs/a.md'), bytes)
  const { stdout } = await runCli(['check', 'docs', '--fix'], cwd)
  expect(stdout).toContain('could not be repaired')
  expect(readFileSync(join(cwd, 'docs/a.md')).equals(bytes)).toBe(true)
})

it.each(['警告', '！注意', 'ACHTUNG', 'تحذير'])(
  'repairs an alert to one that the page shows once: %s',
  async (word) => {
    const lead = word.startsWith('！') ? '' : '!'
    const text = (mark: string) =>
      `# ${pair('a-1', 'Un', 'One')}\n\n> [!CAUTION]\n> ${pair('a-2', `${mark}Abc.`, 'Restart it.')}\n`
    const cwd = temporaryFolder({ 'fr-FR/a.md': text(`[${lead}${word}] `) })
    await runCli(['check', 'fr-FR', '--fix'], cwd)
    expect(readFileSync(join(cwd, 'fr-FR/a.md'), 'utf8')).toBe(text(''))
    await runCli(['build', 'fr-FR', '--out', 'out'], cwd)
    const page = readFileSync(join(cwd, 'out/fr-FR/a.html'), 'utf8')
    expect(page.match(/class="alert alert-caution/g)).toHaveLength(1)
    expect(page).not.toContain('[!')
    expect(page).not.toContain('[！')
  },
)

it('wants --fix for a dry run', async () => {
  expect((await runCli(['check', 'docs', '--dry-run'], temporaryFolder({}))).code).toBe(2)
})
