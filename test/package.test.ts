import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './support/temporary-folder.ts'

const ROOT = resolve(import.meta.dirname, '..')
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}

/** A project that uses the types of both entry points, with the host's own packages. */
const PROJECT = {
  'project/package.json': '{"type":"module"}',
  'project/tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      lib: ['es2023'],
      module: 'nodenext',
      types: ['node'],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    },
    include: ['*.ts'],
  }),
  'project/project.ts': `import type { Root } from 'hast'
import { build, defineConfig, defineRule, fillSkeleton, type LockstepConfig, type RunbookSettings } from 'lockstep-docs'
import remarkSxs, { type RemarkSxsOptions } from 'lockstep-docs/unified'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import * as v from 'valibot'
import { VFile } from 'vfile'

function typed<T>(_: 0 extends 1 & T ? never : 'typed'): void {}
typed<LockstepConfig>('typed')
typed<LockstepConfig['runbook']>('typed')
typed<RunbookSettings['tables']>('typed')
typed<RemarkSxsOptions['locale']>('typed')
typed<Awaited<ReturnType<typeof build>>>('typed')

export const config = defineConfig({ out: 'site', runbook: { exclude: ['#more'] } })
// @ts-expect-error
export const wrong = defineConfig({ runbook: { exclude: 1 } })
export const tree: Root = fillSkeleton({} as Parameters<typeof fillSkeleton>[0], 'source')
export const prints: (string | undefined)[] = new VFile('').messages.map(({ fingerprint }) => fingerprint)
export const rule = defineRule({
  id: 'long',
  description: 'Long.',
  severity: 'info',
  tags: [],
  options: v.strictObject({ most: v.number() }),
  check: (_document, _report, { options }) => typed<NonNullable<typeof options>['most']>('typed'),
})
export const processor = unified().use(remarkParse).use(remarkSxs, { locale: 'fr-FR' })
// @ts-expect-error
unified().use(remarkParse).use(remarkSxs, { lang: 'fr-FR' })
`,
}

/**
 * Installs the package into a project as a strict package manager does: each finds its own dependencies only.
 *
 * @returns the folders of the project and of the package.
 */
function install(): { readonly project: string; readonly installed: string } {
  const folder = temporaryFolder(PROJECT)
  const [project, installed] = [join(folder, 'project'), join(folder, 'store/node_modules/lockstep-docs')]
  const packed = run(ROOT, 'npm', 'pack', '--dry-run', '--json', '--ignore-scripts')
  const [{ files }] = JSON.parse(packed) as [{ readonly files: readonly { readonly path: string }[] }]
  for (const { path } of files) cpSync(join(ROOT, path), join(installed, path))
  for (const name of Object.keys(dependencies)) link(name, join(folder, 'store'))
  const own = ['@types/hast', '@types/node', 'remark-parse', 'unified', 'valibot', 'vfile']
  for (const name of own) link(name, project)
  symlinkSync(installed, join(project, 'node_modules/lockstep-docs'))
  return { project, installed }
}

/** Links a package that this one has into the `node_modules` of a folder. */
function link(name: string, folder: string): void {
  const place = join(folder, 'node_modules', name)
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules', name), place)
}

/** @returns what the program printed. */
function run(cwd: string, program: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

describe('the package, installed by a strict package manager', () => {
  // The tests of the program need `npm run build:program` only.
  it.skipIf(!existsSync(join(ROOT, 'bin/index.d.ts')))('has complete types', () => {
    const { project } = install()
    run(project, process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', '.')
  })

  it('runs as a library and as a program, also in threads', () => {
    const { project, installed } = install()
    const names =
      "console.log(Object.keys({ ...(await import('lockstep-docs')), ...(await import('lockstep-docs/unified')) }).join())"
    const exported = run(project, process.execPath, '--input-type=module', '-e', names).trim().split(',')
    expect(exported).toEqual(expect.arrayContaining(['build', 'check', 'default', 'defineConfig', 'rules']))
    const css = "process.stdout.write(import.meta.resolve('lockstep-docs/unified.css'))"
    const url = run(project, process.execPath, '--input-type=module', '-e', css)
    expect(existsSync(fileURLToPath(url))).toBe(true)
    const program = join(installed, 'bin/lockstep.js')
    run(project, process.execPath, program, 'build', join(ROOT, 'sources'), '--threads', '2', '--quiet')
    expect(existsSync(join(project, 'dist/index.html'))).toBe(true)
  })
})
