import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BuildOptions, CheckResult } from '../src/pipeline/options.ts'
import { build, check } from '../src/pipeline.ts'
import { reporters } from '../src/report/reporters.ts'
import { pair } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** Number of docsets that are tried; more are for a long night. */
const RUNS = Number(process.env.INCREMENTAL_RUNS ?? 6)

const LOCALES = ['fr-FR', 'de-DE']
const NAMES = [
  'a.md',
  'b.md',
  'sub/c.md',
  'sub/a.md',
  'includes/i.md',
  'includes/j.md',
  'a.runbook.md',
  'a.html',
]
const IMAGES = ['media/x.png', 'sub/y.png', 'media/z.zip']
const LINKS = [
  ...NAMES,
  ...IMAGES,
  '../a.md',
  '../media/x.png',
  'b.md#one',
  'a.md#Two',
  '#one',
  '../de-DE/a.md',
  'gone.md',
]

/** What is done to a docset: what, and numbers that tell to which file and with what. */
type Step = readonly [action: number, file: number, content: number]

/** The content of a document: the number decides its links, includes, headings and faults. */
function documentOf(locale: string, number: number): string {
  const id = (unit: number) => `${locale.slice(0, 2)}${(number % 7) + 10000}-${unit}`
  const link = (shift: number) => LINKS[(number >> shift) % LINKS.length]!
  const parts = [
    `---\n${number % 8 < 2 ? `uid: uid.${number % 8}\n` : ''}title: T${number % 5}\nms.contentlocale: ${number % 11 === 0 ? 'it-IT' : locale}\n---\n`,
    `# ${number % 2 ? '<a name="one"></a>' : ''}${pair(id(1), `Titre ${number % 4}`, 'Title')}\n`,
    `${pair(id(2), `voir [lien](${link(0)})`, `see [link](${link(0)})`)}\n`,
    number % 3 === 0 ? `[!INCLUDE [x](${number % 2 ? 'includes/i.md' : '~/includes/j.md'})]\n` : '',
    number % 4 === 0 ? `![image](${link(2)})\n` : '',
    number % 5 === 0 ? `<span data-ttu-id="${id(9)}">sans source</span>\n` : '',
    number % 6 === 0
      ? `## ${pair(id(5), 'Pour redémarrer', 'To restart')}\n\n1. ${pair(id(6), 'Ouvrez.', 'Open it.')}\n2. ${pair(id(7), 'Fermez.', 'Close it.')}\n`
      : '',
    number % 9 === 0 ? '[!INCLUDE [x](../gone/x.md)]\n' : '',
    number % 3 === 1 ? `<xref:uid.${number % 2}> and @uid.0 and [y](B.md)\n` : '',
    number % 13 === 0 ? '[!code-powershell[](media/z.zip)]\n' : '',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

const SETTINGS: readonly Partial<BuildOptions>[] = [
  {},
  { only: ['page', 'json'] },
  { locales: ['fr-FR', 'en-US'] },
  { rules: { 'link-missing': 'off' } },
  { rules: { consistency: 'info' } },
  { fallback: false, bilingualRunbooks: 'under' },
  { book: true },
  { suppressions: [{ rule: 'unit-source-missing', source: 'x', reason: 'y' }] },
  { suppressions: [{ rule: 'link-missing', source: 'see [link](gone.md)', reason: 'y' }] },
  { overrides: [{ files: ['docs/de-DE/**'], rules: { 'link-missing': 'error' } }] },
]

/** A docset on the disk, and what it is built with. */
class Docset {
  readonly cwd = temporaryFolder({
    'docs/fr-FR/docfx.json':
      '{"build":{"content":[{"files":["**/*.md","**/*.html"],"exclude":["includes/**"]}]}}',
    'docs/de-DE/docfx.json': '{}',
  })
  options: Partial<BuildOptions> = {}

  constructor(numbers: readonly number[]) {
    for (const [at, number] of numbers.entries()) this.write(at, number)
    this.put('docs/fr-FR/media/x.png', 'png')
  }

  path(file: number): string {
    return `docs/${LOCALES[file % 2]}/${NAMES[(file >> 1) % NAMES.length]}`
  }

  put(path: string, content: string): void {
    mkdirSync(dirname(join(this.cwd, path)), { recursive: true })
    writeFileSync(join(this.cwd, path), content)
  }

  write(file: number, content: number): void {
    this.put(this.path(file), documentOf(LOCALES[file % 2]!, content))
  }

  remove(path: string): void {
    rmSync(join(this.cwd, path), { recursive: true, force: true })
  }

  /** A file of a folder, if there is any. */
  any(folder: string, number: number): string | undefined {
    if (!existsSync(join(this.cwd, folder))) return undefined
    const files = readdirSync(join(this.cwd, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    return files[number % files.length]
  }

  apply([action, file, content]: Step): void {
    const image = `docs/${LOCALES[file % 2]}/${IMAGES[content % IMAGES.length]}`
    const actions: readonly (() => void)[] = [
      () => this.write(file, content),
      () => this.write(file, content),
      () => this.remove(this.path(file)),
      () => this.put(image, `image ${content}`),
      () => this.remove(image),
      () => {
        const from = join(this.cwd, this.path(file))
        const to = join(this.cwd, this.path(file + 2))
        if (existsSync(from)) {
          mkdirSync(dirname(to), { recursive: true })
          renameSync(from, to)
        }
      },
      () => {
        const path = join(this.cwd, this.path(file))
        if (existsSync(path)) utimesSync(path, content, content)
      },
      () => {
        this.options = SETTINGS[content % SETTINGS.length]!
      },
      () => {
        const path = this.any('out', content)
        if (path) rmSync(path)
      },
      () => {
        const path = this.any('out', content)
        if (path && !path.endsWith('manifest.json')) writeFileSync(path, 'changed by another')
      },
      () => {
        const path = this.any('cache', content)
        if (path)
          writeFileSync(path, content % 2 ? readFileSync(path, 'utf8').slice(0, -content) : '{"version":2}')
      },
      () => this.put(`docs/${LOCALES[file % 2]}/sub/docfx.json`, '{}'),
      () => this.remove(`docs/${LOCALES[file % 2]}/sub`),
      () =>
        this.put(
          `docs/${LOCALES[file % 2]}/docfx.json`,
          `{"build":{"content":[{"files":["**/*.md"],"exclude":["${content % 2 ? 'sub/**' : 'includes/**'}"]}]}}`,
        ),
      () => this.remove(`docs/${LOCALES[file % 2]}`),
      () =>
        this.put(
          `docs/${LOCALES[file % 2]}/xrefmap.yml`,
          `references:\n- uid: uid.${content % 2}\n  name: N${content % 3}\n  href: https://example.org/${content % 5}\n`,
        ),
    ]
    actions[action % actions.length]!()
  }

  async build(out: string, cache?: string): Promise<unknown> {
    const options = {
      inputs: ['docs'],
      cwd: this.cwd,
      out,
      ...this.options,
      ...(cache !== undefined && { cache }),
    }
    return build(options).then(({ written: _, ...result }) => told(result), String)
  }

  async check(cache?: string): Promise<unknown> {
    const { rules, suppressions, overrides } = this.options
    const options = {
      inputs: ['docs'],
      cwd: this.cwd,
      ...(rules && { rules }),
      ...(suppressions && { suppressions }),
      ...(overrides && { overrides }),
      ...(cache !== undefined && { cache }),
    }
    return check(options).then(told, String)
  }
}

/** All that a result tells, for comparison. */
function told({ files, work: _, ...rest }: CheckResult): unknown {
  return {
    ...rest,
    files: files.map(({ path }) => path),
    json: reporters.json(files, {}),
    pretty: reporters.pretty(files, {}),
  }
}

const step = fc.tuple(fc.nat(100), fc.nat(40), fc.nat(5000))

it('builds and checks after any changes what it builds and checks from nothing', async () => {
  const docsets = fc.tuple(
    fc.array(fc.nat(5000), { minLength: 4, maxLength: 14 }),
    fc.array(step, { minLength: 3, maxLength: 8 }),
  )
  await fc.assert(
    fc.asyncProperty(docsets, async ([numbers, steps]) => {
      const docset = new Docset(numbers)
      for (const next of [undefined, ...steps]) {
        if (next) docset.apply(next)
        const again = await docset.build('out', 'cache')
        rmSync(join(docset.cwd, 'cold'), { recursive: true, force: true })
        const cold = await docset.build('cold')
        expect(again).toEqual(cold)
        if (typeof cold !== 'string')
          expect(contentsOf(join(docset.cwd, 'out'))).toEqual(contentsOf(join(docset.cwd, 'cold')))
        expect(await docset.check('cache')).toEqual(await docset.check())
      }
      rmSync(docset.cwd, { recursive: true, force: true })
    }),
    { numRuns: RUNS, ...(process.env.INCREMENTAL_SEED && { seed: Number(process.env.INCREMENTAL_SEED) }) },
  )
})
