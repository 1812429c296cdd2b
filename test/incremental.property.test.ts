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
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build, check } from '../src/pipeline.ts'
import { contentsOf } from './support/contents-of.ts'
import { documentOf, IMAGES, LOCALES, pathOf, randomDocset, SETTINGS, told } from './support/random-docset.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** Number of docsets that are tried; more are for a long night. */
const RUNS = Number(process.env.INCREMENTAL_RUNS ?? 6)

/** What is done to a docset: what, and numbers that tell to which file and with what. */
type Step = readonly [action: number, file: number, content: number]

/** A docset on the disk, and what it is built with. */
class Docset {
  readonly cwd: string
  options: Partial<BuildOptions> = {}

  constructor(numbers: readonly number[]) {
    this.cwd = temporaryFolder(randomDocset(numbers))
  }

  put(path: string, content: string): void {
    mkdirSync(dirname(join(this.cwd, path)), { recursive: true })
    writeFileSync(join(this.cwd, path), content)
  }

  write(file: number, content: number): void {
    this.put(pathOf(file), documentOf(LOCALES[file % 2]!, content))
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
      () => this.remove(pathOf(file)),
      () => this.put(image, `image ${content}`),
      () => this.remove(image),
      () => {
        const from = join(this.cwd, pathOf(file))
        const to = join(this.cwd, pathOf(file + 2))
        if (existsSync(from)) {
          mkdirSync(dirname(to), { recursive: true })
          renameSync(from, to)
        }
      },
      () => {
        const path = join(this.cwd, pathOf(file))
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
