import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { loadPackages } from '../../src/util/load-package.ts'
import { smallDocument } from '../support/bilingual.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli } from '../support/test-io.ts'

const RESULTS = ['--results', 'results']
/** Nobody listens there. */
const NOWHERE = 'redis://name:secret@127.0.0.1:1'

describe('--queue', () => {
  it.each([
    [['worker'], 'A worker needs a queue. Add --queue'],
    [['worker', '--queue', NOWHERE], 'Cannot use --queue without --results, where finished shards are'],
    [['build', ...RESULTS], 'Cannot use --results without --queue. Add --queue, or leave out --results.'],
    [['build', '--shards', '2'], 'Cannot use --shards without --queue'],
    [
      ['build', '--queue', NOWHERE, '--shard', '1/2'],
      "option '--queue <url>' cannot be used with option '--shard",
    ],
    [['build', '--queue', NOWHERE, '--shards', '0'], 'It is not a whole number from 1 to 100000.'],
    [['worker', '--queue-name', 'a:b'], 'It has other characters than letters'],
    [['build', '--queue', 'http://x', ...RESULTS], 'The address of a queue is redis://host:6379, rediss://'],
    [
      ['build', '--queue', NOWHERE, ...RESULTS],
      'Cannot connect to Redis at 127.0.0.1:1: connect ECONNREFUSED',
    ],
    [['worker', '--queue', NOWHERE, ...RESULTS], 'Check --queue, and that Redis or Valkey runs there.'],
    [['worker', '--queue', NOWHERE, '--results', 's3://bucket'], 'Cannot use S3 without AWS_ACCESS_KEY_ID'],
  ])('%j is refused, with what to do', async (args, message) => {
    const cwd = temporaryFolder({ 'sources/a.md': smallDocument() })
    const { code, stderr } = await runCli(args, cwd)
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(stderr).not.toContain('secret')
  })

  it('names the packages that it needs', async () => {
    const load = () => import('a-package-that-nobody-has' as string)
    const needed = ['bullmq', 'a-package-that-nobody-has']
    await expect(loadPackages(load, needed, 'use a queue')).rejects.toMatchObject({
      message: 'Cannot use a queue: the package a-package-that-nobody-has is not installed',
      hint: 'Install what it needs: npm install bullmq a-package-that-nobody-has',
    })
  })
})

it('the workers and the build of the example for Kubernetes have the same queue and results', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../examples/kubernetes/workers.yaml'), 'utf8')
  const lists: string[][] = parseAllDocuments(text).flatMap((document) => {
    const { spec } = document.toJS()
    const args: string[] = spec.template?.spec.containers[0].args ?? []
    return args.includes('--queue') ? [args] : []
  })
  expect(lists.map(([command]) => command)).toEqual(['worker', 'build'])
  const [worker, build] = lists as [string[], string[]]
  expect(build.slice(1, worker.length)).toEqual(worker.slice(1))
  // The options exist: the queue is that of the cluster, which is not here.
  const at = worker.indexOf('--queue') + 1
  for (const args of lists) {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
    const here = args.toSpliced(at, 1, NOWHERE).map((arg) => arg.replace(/^\/shared/, cwd))
    expect((await runCli(here, cwd)).stderr).toContain('Cannot connect to Redis')
  }
})
