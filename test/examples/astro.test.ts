import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const EXAMPLE = join(import.meta.dirname, '../../examples/astro')
const ASTRO = join(EXAMPLE, 'node_modules/astro/astro.js')

// Run `npm install --no-save ../..` in the example first.
it.skipIf(!existsSync(ASTRO))('the example for Astro makes the pages of each locale', () => {
  const page = (locale: string) => {
    const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', LOCALE: locale }
    execFileSync(process.execPath, [ASTRO, 'build'], { cwd: EXAMPLE, env })
    return readFileSync(join(EXAMPLE, 'dist', locale, 'restart/index.html'), 'utf8')
  }
  const words = {
    'fr-FR': ['Redémarrer</h1>', 'Remarque', 'Le serveur {A}', '<td>Premier<br>serveur</td>', '<th>Nom</th>'],
    'en-US': ['Restart</h1>', 'Note', 'Server {A}', '<td>First<br>server</td>', '<th>Name</th>'],
  }
  for (const [locale, expected] of Object.entries(words)) {
    const html = page(locale)
    for (const word of expected) expect(html).toContain(word)
    expect(html).not.toMatch(/data-[st]tu-id|\[!NOTE/)
  }
})
