import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { definePlugin, defineRule } from '../src/index.ts'
import type { BuildOptions, CheckRunOptions } from '../src/pipeline/options.ts'
import type { ReviewOptions } from '../src/pipeline/review/review-options.ts'
import { build, check, makeReviewShard, makeShard, review, status } from '../src/pipeline.ts'
import { reviewFormats } from '../src/report/review/formats.ts'
import { contentsOf } from './support/contents-of.ts'
import { randomDocset, SETTINGS, told } from './support/random-docset.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

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

const REVIEWS: readonly Partial<ReviewOptions>[] = [
  { page: true },
  { page: true, locales: ['fr-FR'] },
  { findings: false, globs: ['**/a.*'] },
  { preset: 'strict', weights: { new: 2 } },
]

/** Everything that users see of a review, or why there is none. */
async function reviewed(options: ReviewOptions): Promise<unknown> {
  return review(options).then(
    ({ review, page, label, folder: _ }) =>
      (['json', 'csv', 'markdown', ...(page ? (['html'] as const) : [])] as const).map((format) =>
        [...reviewFormats[format](review, { label, color: false, page, folder: '' })].join(''),
      ),
    String,
  )
}

/** Both versions of a random docset. */
function versionsOf(numbers: readonly number[], later: readonly number[]): Record<string, string> {
  const below = (folder: string, files: Readonly<Record<string, unknown>>) =>
    Object.entries(files).map(([path, content]): [string, string] => [`${folder}/${path}`, content as string])
  return Object.fromEntries([...below('old', randomDocset(numbers)), ...below('new', randomDocset(later))])
}

const VERSIONS = fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { minLength: 1, maxLength: 16 })

it('merges shards of a review into what one review makes', async () => {
  /** Number of reviews that are no errors. */
  let complete = 0
  const cases = fc.tuple(VERSIONS, fc.nat(REVIEWS.length - 1), fc.integer({ min: 1, max: 6 }))
  await fc.assert(
    fc.asyncProperty(cases, async ([numbers, at, of]) => {
      const files = versionsOf(
        numbers.map(([old]) => old),
        // Some documents stay as they were.
        numbers.map(([old, current]) => (current % 5 === 0 ? old : current)),
      )
      const merging = temporaryFolder(files)
      const options: ReviewOptions = { base: 'old', head: 'new', ...REVIEWS[at]! }
      for (let number = 1; number <= of; number++) {
        const cwd = temporaryFolder(files)
        await makeReviewShard({ ...options, cwd }, { number, of }, 'part')
        cpSync(join(cwd, 'part'), join(merging, `parts/${number}`), { recursive: true })
        rmSync(cwd, { recursive: true })
      }
      const merged = await reviewed({ ...options, cwd: merging, shards: ['parts'] })
      expect(merged).toEqual(await reviewed({ ...options, cwd: merging }))
      if (typeof merged !== 'string') complete++
    }),
    {
      numRuns: RUNS,
      // A text that is new in one document and was in the old version of another.
      examples: [
        [
          [
            [
              [6, 1],
              [1, 6],
            ],
            0,
            2,
          ],
        ],
      ],
      ...(process.env.SHARDS_SEED && { seed: Number(process.env.SHARDS_SEED) }),
    },
  )
  expect(complete).toBeGreaterThan(RUNS / 2)
})

it('refuses shards of another review by name', async () => {
  const files = versionsOf([0, 1, 2, 3, 4, 6], [5, 7, 8, 9, 12, 18])
  const cwd = temporaryFolder(files)
  const options: ReviewOptions = { base: 'old', head: 'new', cwd }
  for (const number of [1, 2]) await makeReviewShard(options, { number, of: 2 }, `parts/${number}`)
  const merge = (changes: Partial<ReviewOptions> = {}) =>
    reviewed({ ...options, shards: ['parts'], ...changes })
  expect(await merge({ shards: ['parts/1'] })).toMatch(/Missing shard 2 of 2/)
  expect(await merge({ shards: ['parts/1', 'parts/2', 'again'] })).toMatch(/No shard in again/)
  cpSync(join(cwd, 'parts/1'), join(cwd, 'again'), { recursive: true })
  expect(await merge({ shards: ['parts', 'again'] })).toMatch(/Unexpected second shard 1 of 2/)
  expect(await merge({ findings: false })).toMatch(
    /was made with other settings \(findings\) than this review/,
  )
  await expect(build({ inputs: ['new'], out: 'out', cwd, shards: ['parts'] })).rejects.toThrow(
    /Unexpected shards of a review, expected those of a build/,
  )
  const [changed] = Object.keys(files).filter((path) => /^new.*a\.md$/.test(path))
  writeFiles(cwd, { [changed!]: `${files[changed!]}\nMore.\n` })
  expect(await merge()).toMatch(/was made from another .*a\.md than the one here/)
  rmSync(join(cwd, changed!))
  expect(await merge()).toMatch(/was made from other documents than this review/)
})
