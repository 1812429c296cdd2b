import { expect, it } from 'vitest'
import { documentIn } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

it('checks terms of a glossary that the configuration names', async () => {
  const cwd = temporaryFolder({
    'docs/a.md': documentIn('fr-FR', [['101', 'Redémarrez le serveur.', 'Restart the pool of servers.']]),
    'terms.csv': 'source,target\npool,pool\n',
    'lockstep.config.json': JSON.stringify({ rules: { glossary: { severity: 'error', file: 'terms.csv' } } }),
  })
  const { code, stdout } = await runCli(['check', 'docs'], cwd)
  expect(stdout).toContain('glossary')
  expect(code).toBe(1)
})
