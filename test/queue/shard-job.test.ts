import { expect, it } from 'vitest'
import { SHARD_VERSION, type ShardPlan } from '../../src/model/build/shard.ts'
import { idOf, parseJob } from '../../src/queue/shard-job.ts'

const PLAN: ShardPlan = {
  version: SHARD_VERSION,
  kind: 'build',
  number: 1,
  of: 2,
  program: 'Lockstep',
  keys: { program: 'p', settings: { only: 's' }, files: { labels: 'f' }, inputs: 'i' },
  documents: 'd',
}

it('gives shards the same id if they are made from the same', () => {
  expect(idOf({ ...PLAN, program: 'its name says nothing' })).toBe(idOf(PLAN))
  const others = [
    { number: 2 },
    { of: 3 },
    { documents: 'e' },
    ...[{ program: 'x' }, { settings: { only: 'x' } }, { files: { labels: 'x' } }, { inputs: 'x' }].map(
      (key) => ({
        keys: { ...PLAN.keys, ...key },
      }),
    ),
  ]
  const ids = [PLAN, ...others.map((other) => ({ ...PLAN, ...other }))].map(idOf)
  expect(new Set(ids).size).toBe(others.length + 1)
})

it('takes only jobs of this version, whose id is that of their shard', () => {
  const job = { plan: PLAN, build: 'b' }
  const id = idOf(PLAN)
  expect(parseJob(id, job)).toBe(job)
  expect(parseJob('../elsewhere', job)).toBeUndefined()
  for (const other of [
    null,
    'x',
    {},
    { plan: PLAN },
    { ...job, plan: { ...PLAN, version: 0 } },
    { ...job, plan: 1 },
  ])
    expect(parseJob(id, other)).toBeUndefined()
})
