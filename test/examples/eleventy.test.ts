import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const EXAMPLE = join(import.meta.dirname, '../../examples/eleventy')
const ELEVENTY = join(EXAMPLE, 'node_modules/@11ty/eleventy/cmd.cjs')

// Run `npm install --no-save ../..` in the example first.
it.skipIf(!existsSync(ELEVENTY))('the example for Eleventy makes pages in both locales', () => {
  const out = temporaryFolder()
  execFileSync(process.execPath, [ELEVENTY, `--output=${out}`], { cwd: EXAMPLE })
  const page = (locale: string) => readFileSync(join(out, locale, 'restart/index.html'), 'utf8')
  const words = {
    'fr-FR': [
      '<h1>Redémarrer</h1>',
      'Remarque',
      'Le serveur {A}',
      '<td>Premier<br>serveur</td>',
      '<th>Nom</th>',
    ],
    'en-US': ['<h1>Restart</h1>', 'Note', 'Server {A}', '<td>First<br>server</td>', '<th>Name</th>'],
  }
  for (const [locale, expected] of Object.entries(words)) {
    for (const word of expected) expect(page(locale)).toContain(word)
    expect(page(locale)).not.toMatch(/data-[st]tu-id|\[!NOTE/)
  }
})
