import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

/** A copy of an example, so that nothing is written into the original. */
function copyOf(name: string): string {
  const folder = temporaryFolder()
  const root = join(import.meta.dirname, '../..')
  cpSync(join(root, 'examples', name), folder, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

describe('examples/custom-rule', () => {
  it('finds the word that the house style replaces', async () => {
    const { code, stdout } = await runCli(['check', '--format', 'json'], copyOf('custom-rule'))
    const { results } = JSON.parse(stdout)
    const found = results.flatMap(({ messages }: { messages: object[] }) => messages)
    expect(found).toMatchObject([
      { ruleId: 'house-style/preferred-words', severity: 'error', line: 7, actual: 'l’email', url: null },
    ])
    expect(code).toBe(1)
  })

  it('repairs it', async () => {
    const folder = copyOf('custom-rule')
    expect((await runCli(['check', '--fix'], folder)).code).toBe(0)
    expect(readFileSync(join(folder, 'docs/fr-FR/connect.md'), 'utf8')).toContain('Ouvrez le courriel que')
  })
})

describe('examples/custom-output', () => {
  it('makes both outputs beside the pages', async () => {
    const folder = copyOf('custom-output')
    const { code, stderr } = await runCli(['build', '--no-cache'], folder)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const read = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8')
    expect(read('fr-FR/connect.html')).toContain('Se connecter')
    expect(read('fr-FR/connect.txt')).toBe(
      'Se connecter\n\nSe connecter\nOuvrez le courriel que vous avez reçu.\nSuivez le lien.\n',
    )
    expect(read('en-US/connect.txt')).toContain('Open the email that you received.')
    expect(read('data/connect.sentences.csv')).toBe(
      '"fr-FR","en-US"\n"Se connecter","Connect"\n"Ouvrez le courriel que vous avez reçu.","Open the email that you received."\n"Suivez le lien.","Follow the link."\n',
    )
  })
})
