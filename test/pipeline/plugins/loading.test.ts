import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../../src/pipeline.ts'
import { definePlugin } from '../../../src/plugin.ts'
import { modulesOf } from '../../../src/read/config/modules-of.ts'
import { smallDocument } from '../../support/bilingual.ts'
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts'
import { runCli } from '../../support/test-io.ts'

const MAIN = join(import.meta.dirname, '../../../bin/lockstep.js')

/** A project whose plugin has a rule, outputs of text and bytes, and a helper; its words stand in a module of their own. */
function project(documents = 1): string {
  return temporaryFolder({
    'lockstep.config.ts': `import { defineConfig } from 'lockstep-docs'
import { words } from './plugin/words'
export default defineConfig({ inputs: ['docs'], templates: 'look', plugins: [words] })
`,
    'plugin/words.ts': `import { readFileSync } from 'node:fs'
import { definePlugin } from 'lockstep-docs'
import { word } from './word.ts'
export const words = definePlugin({
  name: 'words',
  files: ['list.txt'],
  helpers: { shout: (text: string) => text + '!' },
  rules: [{
    id: 'word', description: 'A word.', severity: 'error', tags: ['unit'],
    check(document, report) {
      for (const { key, target } of Object.values(document.units))
        if (target?.text.includes(word)) report({ reason: 'Unexpected ' + word, place: target.place, unit: key })
    },
  }],
  outputs: [
    { name: 'text', render: (edition) => [{ path: edition.outputPath('.txt'), content: edition.template('card', { word: word + readFileSync(new URL('../list.txt', import.meta.url), 'utf8') }) }] },
    { name: 'bytes', renderAll: (document) => [{ path: document.outputPath('.bin'), content: Buffer.from(document.path) }] },
  ],
})
`,
    'plugin/word.ts': `export const word = 'Bonjour'\n`,
    'list.txt': '1',
    'look/card.hbs': '{{shout word}}',
    ...Object.fromEntries(
      Array.from({ length: documents }, (_, at) => [`docs/fr-FR/d${at}.md`, smallDocument()]),
    ),
  })
}

describe('the cache', () => {
  const run = async (cwd: string) => {
    const { stderr, stdout } = await runCli(
      ['build', '--cache-dir', 'cache', '--timing', 'json', '--quiet'],
      cwd,
    )
    const { work } = JSON.parse(stderr.slice(stderr.indexOf('{'), stderr.lastIndexOf('}') + 1))
    return { made: work.groups as number, stdout, text: readFileSync(join(cwd, 'dist/fr-FR/d0.txt'), 'utf8') }
  }

  it('knows when a plugin, a module of it or a file that it reads changes', async () => {
    const cwd = project()
    expect(await run(cwd)).toMatchObject({ made: 1, text: 'Bonjour1!' })
    expect(await run(cwd)).toMatchObject({ made: 0 })
    writeFiles(cwd, { 'plugin/word.ts': `export const word = 'Salut'\n` })
    expect(await run(cwd)).toMatchObject({ made: 1, text: 'Salut1!' })
    expect(await run(cwd)).toMatchObject({ made: 0 })
    writeFiles(cwd, { 'list.txt': '2' })
    expect(await run(cwd)).toMatchObject({ made: 1, text: 'Salut2!' })
    const plugin = readFileSync(join(cwd, 'plugin/words.ts'), 'utf8')
    writeFiles(cwd, { 'plugin/words.ts': plugin.replace("text + '!'", "text + '?'") })
    expect(await run(cwd)).toMatchObject({ made: 1, text: 'Salut2?' })
    expect(await run(cwd)).toMatchObject({ made: 0 })
  })

  it('is not used where plugins come from a program, whose changes it would not notice', async () => {
    const cwd = temporaryFolder({ 'docs/fr-FR/a.md': smallDocument() })
    const of = async (content: string) => {
      const text = definePlugin({
        name: 'p',
        outputs: [{ name: 'x', render: (edition) => [{ path: edition.outputPath('.x'), content }] }],
      })
      await build({ inputs: ['docs'], out: 'out', cache: 'cache', cwd, plugins: [text] })
      return readFileSync(join(cwd, 'out/fr-FR/a.x'), 'utf8')
    }
    expect([await of('one'), await of('two')]).toEqual(['one', 'two'])
  })
})

it('finds the modules of a configuration, and the version of packages', async () => {
  const cwd = temporaryFolder({
    'lockstep.config.ts': `import a from './a'\nimport p from "pkg"\nimport { readFileSync } from 'node:fs'\nimport 'lockstep-docs'\nconst d = await import('./d.mjs')\n`,
    'a.ts': `export { b as default } from './b.js'\nimport './lockstep.config.ts'\n`,
    'b.ts': `import data from './data.json' with { type: 'json' }\n// from './none'\n`,
    'data.json': '{}',
    'd.mjs': '',
    'unused.ts': '',
    'node_modules/pkg/package.json': '{"name":"pkg","version":"1.0.0","exports":{"import":"./lib/i.js"}}',
    'node_modules/pkg/lib/i.js': 'export default 1',
  })
  const files = await modulesOf(join(cwd, 'lockstep.config.ts'))
  expect(files.map((file) => file.slice(cwd.length + 1))).toEqual([
    'a.ts',
    'b.ts',
    'd.mjs',
    'data.json',
    'lockstep.config.ts',
    'node_modules/pkg/package.json',
  ])
})

// `npm test` compiles the program beforehand: threads run compiled code.
describe.skipIf(!existsSync(MAIN))('several threads', () => {
  const run = (cwd: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd, encoding: 'utf8' })
    return { status, stdout: stdout.replace(/^(?:Time|Written|Report|Open).*$/gm, ''), stderr }
  }
  const contentOf = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .filter((path) => statSync(join(folder, path)).isFile() && !path.startsWith('.lockstep-cache'))
        .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
    )

  it('load the plugins and make what one makes', () => {
    const cwd = project(12)
    const one = run(cwd, 'build', '--out', 'one', '--threads', '1', '--no-cache')
    const three = run(cwd, 'build', '--out', 'three', '--threads', '3', '--no-cache')
    expect(one.stderr).toContain('words/word')
    expect(three).toEqual(one)
    const [a, b] = [contentOf(join(cwd, 'one')), contentOf(join(cwd, 'three'))]
    expect(b).toEqual(a)
    expect(a).toMatchObject({ 'fr-FR/d11.txt': 'Bonjour1!', 'data/d11.bin': 'd11.md' })
    const check = (threads: string) => run(cwd, 'check', '--format', 'json', '--threads', threads)
    expect(check('3')).toEqual(check('1'))
  })
})
