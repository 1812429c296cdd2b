import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/index.ts'
import { pair, smallDocument } from '../support/bilingual.ts'
import { contentsOf } from '../support/contents-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MAIN = join(import.meta.dirname, '../../bin/lockstep.js')

// `npm test` compiles the program beforehand.
describe.skipIf(!existsSync(MAIN))('the compiled program', () => {
  it.skipIf(process.platform === 'win32')('can be executed as it is', () => {
    expect(() => accessSync(MAIN, constants.X_OK)).not.toThrow()
    expect(spawnSync(MAIN, ['--version'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })

  it('tells the licences of the packages that are in it', () => {
    const notices = readFileSync(join(MAIN, '../THIRD-PARTY-LICENSES.txt'), 'utf8')
    expect(notices).toMatch(/^commander \S+ \(MIT\)\n\n[\s\S]*?Permission is hereby granted/m)
    expect(notices).toMatch(/^minimatch \S+ \(/m)
  })

  it('finds its templates, and itself where a configuration names it', () => {
    const cwd = temporaryFolder({
      'docs/a.md': smallDocument(),
      'lockstep.config.ts':
        "import { defineConfig } from 'lockstep-docs'\nexport default defineConfig({ out: 'told' })",
    })
    expect(spawnSync(process.execPath, [MAIN, 'build', 'docs'], { cwd, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    })
    expect(existsSync(join(cwd, 'told/index.html'))).toBe(true)
  })

  it('compiles the files of a configuration, and nothing of itself', () => {
    const cwd = temporaryFolder({
      'docs/a.md': smallDocument(),
      'lockstep.config.ts': `import { defineConfig, definePlugin } from 'lockstep-docs'
import { remarkMicrosoft } from 'lockstep-docs/unified'
import { name } from './name'
export default defineConfig({ plugins: [definePlugin({ name: remarkMicrosoft && name })] })`,
      'name.ts': "export const name: string = 'own'",
    })
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'check', 'docs'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, JITI_DEBUG: '1', NO_COLOR: '1' },
    })
    expect(status).toBe(0)
    const compiled = [...(stdout + stderr).matchAll(/\[transpile\].*? (\S+\.\w+) \(/g)].map(
      ([, file]) => file,
    )
    expect(compiled).toEqual(['./lockstep.config.ts', './name.ts'])
  })

  it('writes what the library writes, though its templates were compiled before', async () => {
    const [program, library] = [temporaryFolder({}), temporaryFolder({})]
    const sources = join(import.meta.dirname, '../../sources')
    expect(
      spawnSync(process.execPath, [MAIN, 'build', sources, '--out', program, '--no-cache']),
    ).toMatchObject({
      status: 0,
    })
    await build({ inputs: [sources], out: library })
    const written = contentsOf(library)
    expect(Object.keys(written).length).toBeGreaterThan(20)
    expect(contentsOf(program)).toEqual(written)
  })

  it('ends with the exit code of the command', () => {
    const cwd = temporaryFolder({ 'good.md': smallDocument(), 'bad.md': '<span data-ttu-id="a-1">x</span>' })
    const statusOf = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { cwd }).status
    expect([statusOf('check', 'good.md'), statusOf('check', 'bad.md'), statusOf('check', 'gone.md')]).toEqual(
      [0, 1, 2],
    )
  })

  it('ends in peace when nobody reads on', async () => {
    const units = Array.from({ length: 3000 }, (_, index) =>
      pair(`a-${index}`, 'un '.repeat(30), 'one '.repeat(30)),
    )
    const cwd = temporaryFolder({ 'a.md': units.join('\n\n') })
    const child = spawn(process.execPath, [MAIN, 'inspect', 'a.md', '--json'], { cwd })
    let stderr = ''
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect([status, stderr]).toEqual([0, ''])
  })
})
