import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0

// Needs the program pre-commit.
it.skipIf(!hasPreCommit)('the example for pre-commit refuses a document that lost a translation', () => {
  const cwd = temporaryFolder({ 'node_modules/.bin/README': '' })
  cpSync(join(ROOT, 'examples/pre-commit'), cwd, {
    recursive: true,
    filter: (path) => !path.endsWith('node_modules'),
  })
  symlinkSync(join(ROOT, 'bin/lockstep.js'), join(cwd, 'node_modules/.bin/lockstep'))
  const run = () => {
    execFileSync('git', ['add', 'docs', '.pre-commit-config.yaml'], { cwd })
    const env = { ...process.env, PRE_COMMIT_HOME: join(cwd, '.cache') }
    return spawnSync('pre-commit', ['run'], { cwd, env, encoding: 'utf8' })
  }
  execFileSync('git', ['init', '--quiet'], { cwd })
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('Passed') })
  const path = join(cwd, 'docs/fr-FR/restart.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace('<span data-ttu-id="1f2e3-107">un</span>', ''))
  expect(run()).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/17:3 +error.*unit-target-missing/),
  })
})
