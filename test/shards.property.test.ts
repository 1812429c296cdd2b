import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { definePlugin, defineRule } from '../src/index.ts'
import type { BuildOptions, CheckRunOptions } from '../src/pipeline/options.ts'
import { build, check, makeShard, status } from '../src/pipeline.ts'
import { contentsOf } from './support/contents-of.ts'
import { randomDocset, SETTINGS, told } from './support/random-docset.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** Number of docsets that are tried; more are for a long night. */
const RUNS = Number(process.env.SHARDS_RUNS ?? 8)

/** A rule and an output of one's own. */
const PLUGIN = definePlugin({
  name: 'own',
  rules: [
    defineRule({
      id: 'own-title',
      description: 'Reports each title.',
      severity: 'warning',
      tags: [],
      check: ({ title }, report) => report({ reason: `Title ${title.source}` }),
    }),
  ],
  outputs: [
    { name: 'text', render: (edition) => [{ path: edition.outputPath('.txt'), content: edition.locale }] },
  ],
})

const MORE: readonly Partial<BuildOptions>[] = [
  ...SETTINGS,
  { cleanUrls: true, siteUrl: 'https://example.org/docs/', preset: 'strict' },
  { plugins: [PLUGIN], preset: 'recommended' },
  { bilingualTables: true, staleTranslations: true, only: ['page', 'table', 'markdown', 'runbook'] },
]

/** Runs a function, and makes a text of what it throws. */
async function resultOf(run: () => ReturnType<typeof check>): Promise<unknown> {
  return run().then(
    (result) => told({ ...result, ...('written' in result && { written: undefined }) }),
    String,
  )
}

it('merges shards of other machines into what one run of all makes', async () => {
  const cases = fc.tuple(
    fc.array(fc.nat(5000), { minLength: 1, maxLength: 16 }),
    fc.nat(MORE.length - 1),
    fc.integer({ min: 1, max: 6 }),
  )
  await fc.assert(
    fc.asyncProperty(cases, async ([numbers, at, of]) => {
      const files = randomDocset(numbers)
      const machines = Array.from({ length: of + 2 }, () => temporaryFolder(files))
      const [one, merging, ...others] = machines as [string, string, ...string[]]
      const { rules, suppressions, overrides, preset, plugins, ...rest } = MORE[at]!
      const checks: CheckRunOptions = {
        inputs: ['docs'],
        ...(rules && { rules }),
        ...(suppressions && { suppressions }),
        ...(overrides && { overrides }),
        ...(preset && { preset }),
        ...(plugins && { plugins }),
      }
      const builds: BuildOptions = { ...checks, ...rest, out: 'out' }
      for (const [index, cwd] of others.entries()) {
        const shard = { number: index + 1, of }
        await makeShard({ kind: 'build', shard, folder: 'part', run: { ...builds, cwd } })
        await makeShard({ kind: 'check', shard, folder: 'checked', run: { ...checks, cwd } })
        await makeShard({ kind: 'status', shard, folder: 'counted', run: { ...checks, cwd } })
        cpSync(join(cwd, 'counted'), join(merging, `counts/${index}`), { recursive: true })
        cpSync(join(cwd, 'part'), join(merging, `parts/${index}`), { recursive: true })
        cpSync(join(cwd, 'checked'), join(merging, `checks/${index}`), { recursive: true })
        rmSync(cwd, { recursive: true })
      }
      const whole = await resultOf(() => build({ ...builds, cwd: one }))
      const merged = await resultOf(() => build({ ...builds, cwd: merging, shards: ['parts'] }))
      expect(merged).toEqual(whole)
      expect(contentsOf(join(merging, 'out'))).toEqual(contentsOf(join(one, 'out')))
      const checked = await resultOf(() => check({ ...checks, cwd: merging, shards: ['checks'] }))
      expect(checked).toEqual(await resultOf(() => check({ ...checks, cwd: one })))
      const counted = await resultOf(() => status({ ...checks, cwd: merging, shards: ['counts'] }))
      expect(counted).toEqual(await resultOf(() => status({ ...checks, cwd: one })))
      for (const folder of machines) rmSync(folder, { recursive: true, force: true })
    }),
    { numRuns: RUNS, ...(process.env.SHARDS_SEED && { seed: Number(process.env.SHARDS_SEED) }) },
  )
})
