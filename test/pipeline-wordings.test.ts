import { expect, it } from 'vitest'
import type { CheckOptions } from '../src/pipeline/options.ts'
import { check } from '../src/pipeline.ts'
import { documentIn } from './support/bilingual.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const SOURCE = 'Restart the server.'
const usual = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => [String(id), 'Redémarrez le serveur.', SOURCE] as const)

it.each<[string, Pick<CheckOptions, 'rules' | 'overrides'>, number]>([
  ['off', { rules: { consistency: 'off' } }, 0],
  ['on by default', {}, 1],
  ['on', { rules: { consistency: 'info' } }, 1],
  [
    'on for some documents',
    { rules: { consistency: 'off' }, overrides: [{ files: ['docs/b.md'], rules: { consistency: 'info' } }] },
    1,
  ],
  [
    'on for other documents',
    { rules: { consistency: 'off' }, overrides: [{ files: ['docs/a.md'], rules: { consistency: 'info' } }] },
    0,
  ],
])('documents are compared where the rule is %s', async (_, settings, expected) => {
  const cwd = temporaryFolder({
    'docs/a.md': documentIn('fr-FR', usual),
    'docs/b.md': documentIn('fr-FR', [['1', 'Relancez l’ordinateur.', SOURCE]]),
  })
  const { files } = await check({ inputs: ['docs'], cwd, ...settings })
  const found = files.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId === 'consistency')
  expect(found).toHaveLength(expected)
})
