import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { affordableThreads } from '../src/pipeline/document/process-documents.ts'
import { documentIn } from './support/bilingual.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const MAIN = join(import.meta.dirname, '../bin/lockstep.js')

/** A docset in two locales, with what can be right and wrong in it. */
function docset(): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = {}
  for (let index = 0; index < 24; index++) {
    const units = (word: string) =>
      [
        ['101', `${word} ${index} : **Suite**`, `Word ${index}: **Next**`],
        ['102', index % 5 === 0 ? null : `${word} [b](doc-${index + 1}.md)`, `See [b](doc-${index + 1}.md)`],
      ] as const
    files[`docs/fr-FR/g/doc-${index}.md`] = documentIn('fr-FR', units('Mot'))
    if (index % 3 !== 0) files[`docs/de-DE/g/doc-${index}.md`] = documentIn('de-DE', units('Wort'))
  }
  files['docs/fr-FR/g/broken.md'] = '<span data-ttu-id="a-1">x</span>\n\n[!INCLUDE [x](inc/i.md)]\n'
  files['docs/fr-FR/g/bytes.md'] = Buffer.from([0x61, 0xff, 0xfe, 0x62])
  files['docs/fr-FR/g/inc/i.md'] = documentIn('fr-FR', [['101', 'Inclus.', 'Included.']])
  files['docs/fr-FR/g/doc-1.html'] = '<p>In the place of another</p>'
  return files
}

/** All files of a folder, by path. */
function contentOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  )
}

// `npm test` compiles the program beforehand: threads run compiled code.
describe.skipIf(!existsSync(MAIN))('several threads', () => {
  const run = (cwd: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd, encoding: 'utf8' })
    return { status, stdout: stdout.replace(/^(?:Time|Written|Report|Open).*$/gm, ''), stderr }
  }

  it('make the files that one makes, and say what it says', () => {
    const cwd = temporaryFolder(docset())
    const one = run(cwd, 'build', 'docs', '--out', 'one', '--threads', '1', '--no-cache')
    const three = run(cwd, 'build', 'docs', '--out', 'three', '--threads', '3', '--no-cache')
    expect(three).toEqual(one)
    expect(contentOf(join(cwd, 'three'))).toEqual(contentOf(join(cwd, 'one')))
    expect(Object.keys(contentOf(join(cwd, 'one'))).length).toBeGreaterThan(100)
  })

  it.each(['1', '3'])('say once what is wrong in a template (%s)', (threads) => {
    const cwd = temporaryFolder({ ...docset(), 't/page.hbs': '{{zzz}}' })
    const { status, stderr } = run(cwd, 'build', 'docs', '--templates', 't', '--threads', threads)
    expect([status, stderr]).toEqual([
      2,
      'error Cannot use the template t/page.hbs:1:3: "zzz" not defined.\n',
    ])
  })

  it('find what one finds, in the same order', () => {
    const cwd = temporaryFolder(docset())
    const one = run(cwd, 'check', 'docs', '--format', 'json', '--threads', '1')
    const three = run(cwd, 'check', 'docs', '--format', 'json', '--threads', '3')
    expect(three).toEqual(one)
    expect(one.stdout).toContain('unit-')
  })
})

it('starts no more threads than files may be open for', () => {
  expect([0, 40, 63, 92, 124, 1024, undefined].map((limit) => affordableThreads(limit))).toEqual([
    1,
    1,
    1,
    2,
    4,
    60,
    Number.POSITIVE_INFINITY,
  ])
})
