import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'
import { PREFIX } from '../../src/queue/connection.ts'
import { smallDocument } from '../support/bilingual.ts'
import { contentsOf } from '../support/contents-of.ts'
import { isBuilt, type RunningProgram, startProgram } from '../support/program.ts'
import { hasRedis, type RunningRedis, startRedis } from '../support/redis.ts'
import { startS3 } from '../support/s3-server.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SHARDS = 4
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Waits while there is a file, and ends its thread at a document: so jobs are in the middle, or fail, when a test wants it. */
const CONFIG = `import { existsSync } from 'node:fs'
const memory = new Int32Array(new SharedArrayBuffer(4))
const hold = {
  id: 'hold', description: 'Waits.', severity: 'info', tags: [],
  check({ path }) {
    if (process.env.CRASH === path) process.exit(3)
    while (process.env.HOLD && existsSync(process.env.HOLD)) Atomics.wait(memory, 0, 0, 20)
  },
}
export default { inputs: ['docs/fr-FR/*.md'], plugins: [{ name: 'test', rules: [hold] }], rules: { 'test/hold': 'info' } }
`

/** Several small documents with an include, which is none of them; one has a dead link. */
const DOCSET = {
  'lockstep.config.mjs': CONFIG,
  'docs/fr-FR/docfx.json': '{}',
  'docs/fr-FR/includes/i.md': smallDocument('inclus', 'included'),
  ...Object.fromEntries(
    NAMES.map((name) => [
      `docs/fr-FR/${name}.md`,
      `${smallDocument(name)}\n[!INCLUDE [x](includes/i.md)]\n${name === 'b' ? '\n[x](gone.md)\n' : ''}`,
    ]),
  ),
}

/** A build and its workers, each with documents of its own. */
class Site {
  readonly folder = temporaryFolder()
  readonly held = join(this.folder, 'held')
  readonly results = join(this.folder, 'results')
  readonly redis: RunningRedis

  constructor(redis: RunningRedis) {
    this.redis = redis
  }

  /** Makes a checkout. */
  checkout(name: string, files: Readonly<Record<string, string>> = {}): string {
    writeFiles(join(this.folder, name), { ...DOCSET, ...files })
    return join(this.folder, name)
  }

  worker(name: string, { files = {}, args = [], ...rest }: Options = {}): RunningProgram {
    const queue = ['--queue', this.redis.url, '--results', this.results]
    const env = { HOLD: this.held, ...rest.env }
    const all = ['worker', ...queue, '--lost-after', '2', ...args]
    return startProgram(this.checkout(name, files), all, { ...rest, env })
  }

  build(name = 'producer', { files = {}, args = [], ...rest }: Options = {}): RunningProgram {
    const queue = [
      '--queue',
      this.redis.url,
      '--results',
      this.results,
      '--out',
      join(this.folder, `${name}-site`),
    ]
    return startProgram(this.checkout(name, files), ['build', ...queue, ...args], rest)
  }

  /** Lets jobs stay in the middle. */
  hold(): void {
    writeFileSync(this.held, '')
  }

  release(): void {
    rmSync(this.held)
  }

  /** Expects that a build ends with what one machine makes. */
  async expectSame(build: RunningProgram, name = 'producer'): Promise<void> {
    const { code, stderr } = await build.ended
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('Cannot')])
    expect(contentsOf(join(this.folder, `${name}-site`))).toEqual(await this.onOneMachine())
  }

  async onOneMachine(): Promise<Record<string, string>> {
    const cwd = this.checkout('one')
    const { code, stderr } = await startProgram(cwd, ['build', '--no-cache', '--out', 'site']).ended
    expect([code, stderr]).toEqual([0, ''])
    const site = contentsOf(join(cwd, 'site'))
    expect(Object.keys(site).length).toBeGreaterThan(NAMES.length * 2)
    return site
  }
}

interface Options {
  readonly files?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly program?: string
}

const openSite = async () => new Site(await startRedis())

/** How often programs began a shard. */
const begun = (...workers: readonly RunningProgram[]) =>
  workers.flatMap((worker) => worker.printed().match(/^Making shard/gm) ?? []).length

describe.skipIf(!hasRedis || !isBuilt)(
  'a build by workers of a queue (needs redis-server and npm run build)',
  () => {
    it('is that of one machine, and the same build again makes nothing again', async () => {
      const site = await openSite()
      const workers = [
        site.worker('one-worker'),
        site.worker('other-worker', { args: ['--concurrency', '2'] }),
      ]
      await site.expectSame(site.build())
      expect(begun(...workers)).toBe(SHARDS)
      await site.expectSame(site.build('again'), 'again')
      expect(begun(...workers)).toBe(SHARDS)
      // One document has changed, and so has its shard.
      const changed = { 'docs/fr-FR/c.md': smallDocument('changed') }
      const files = { files: changed }
      const third = site.worker('third', files)
      for (const worker of workers) worker.kill('SIGTERM')
      const { code } = await site.build('changed', files).ended
      expect(code).toBe(0)
      expect(begun(third)).toBe(1)
    })

    it('goes on when workers are killed in the middle, again and again', async () => {
      const site = await openSite()
      site.hold()
      const build = site.build()
      for (const name of ['first', 'second', 'third']) {
        const worker = site.worker(name)
        await worker.said('Making shard')
        worker.kill('SIGKILL')
        expect((await worker.ended).code).toBe(null)
      }
      site.release()
      const last = site.worker('last')
      await site.expectSame(build)
      expect(last.printed()).toContain('A worker was lost: its shard is made again.')
      // What killed workers left is removed.
      expect(readdirSync(site.results)).toHaveLength(SHARDS)
    })

    it.each([
      ['keeps what it knows', false],
      ['loses everything', true],
    ])('goes on when Redis is killed and %s', async (_, forget) => {
      const site = await openSite()
      site.hold()
      const workers = [site.worker('one-worker'), site.worker('other-worker')]
      const build = site.build()
      for (const worker of workers) await worker.said('Making shard')
      await site.redis.restart({ forget })
      await build.said('Connected to Redis')
      site.release()
      await site.expectSame(build)
    })

    it('is made once by two builds at the same time', async () => {
      const site = await openSite()
      site.hold()
      const worker = site.worker('worker')
      await worker.said('Press Ctrl+C')
      const builds = ['left', 'right'].map((name) => [name, site.build(name)] as const)
      await worker.said('Making shard')
      site.release()
      for (const [name, build] of builds) await site.expectSame(build, name)
      expect(begun(worker)).toBe(SHARDS)
    })

    it.each([
      [
        'another configuration',
        { 'lockstep.config.mjs': CONFIG.replace('default {', "default { preset: 'strict',") },
        'with other settings',
      ],
      [
        'other documents',
        Object.fromEntries(NAMES.map((name) => [`docs/fr-FR/${name}.md`, smallDocument('x')])),
        'their content differs',
      ],
      ['another document more', { 'docs/fr-FR/z.md': smallDocument() }, 'from other documents'],
    ])('leaves out a worker with %s, which says so', async (_, files, difference) => {
      const site = await openSite()
      const other = site.worker('other', { files })
      const build = site.build()
      await other.said(difference)
      await build.said(/The worker \S+ cannot make shard/)
      expect(other.printed()).toMatch(/Cannot make shard \d of 4: it goes to another worker\./)
      const right = site.worker('right')
      const { code, stderr } = await build.ended
      expect([code, stderr]).toEqual([0, expect.stringContaining(difference)])
      expect(contentsOf(join(site.folder, 'producer-site'))).toEqual(await site.onOneMachine())
      expect(other.printed()).not.toContain('Made')
      expect(begun(right)).toBe(SHARDS)
    })

    it('leaves out a worker of another version, which says which', async () => {
      const site = await openSite()
      const copy = temporaryFolder()
      for (const name of ['bin', 'templates', 'locales'])
        cpSync(join(ROOT, name), join(copy, name), { recursive: true })
      symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
      const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8')
      writeFileSync(join(copy, 'package.json'), manifest.replace(/"version": "[^"]*"/, '"version": "9.9.9"'))
      const other = site.worker('other', { program: join(copy, 'bin/lockstep.js') })
      const build = site.build()
      await other.said('by another program')
      expect(other.printed()).toMatch(
        /\(Lockstep 9\.9\.9 on Node\.js \S+; expected Lockstep 0\.\S+ on Node\.js \S+\)/,
      )
      site.worker('right')
      await build.said('9.9.9')
      expect((await build.ended).code).toBe(0)
      expect(contentsOf(join(site.folder, 'producer-site'))).toEqual(await site.onOneMachine())
    })

    it('names a shard that fails, makes the others, and makes only that one again', async () => {
      const site = await openSite()
      const broken = site.worker('broken', { env: { CRASH: 'c.md' } })
      const { code, stderr } = await site.build().ended
      expect(code).toBe(2)
      expect(stderr).toMatch(/^ {2}shard \d of 4: Its thread has ended early/m)
      expect(stderr).toContain(
        'error Cannot make 1 of 4 shards, after 3 attempts each (above). The others are kept',
      )
      expect(begun(broken)).toBe(SHARDS + 2)
      broken.kill('SIGTERM')
      expect((await broken.ended).code).toBe(0)
      const whole = site.worker('whole')
      await site.expectSame(site.build('again'), 'again')
      expect(begun(whole)).toBe(1)
    })

    it('goes on after a worker was asked to end, which finishes its shard', async () => {
      const site = await openSite()
      site.hold()
      const worker = site.worker('worker')
      const build = site.build()
      await worker.said('Making shard')
      worker.kill('SIGTERM')
      await worker.said('Finishing the shards at hand')
      site.release()
      expect((await worker.ended).code).toBe(0)
      expect(worker.printed()).toMatch(/^Made shard/m)
      expect(readdirSync(site.results)).toHaveLength(1)
      const other = site.worker('other')
      await site.expectSame(build)
      expect(begun(other)).toBe(SHARDS - 1)
    })

    it('goes on after a worker was asked twice, which gives its shard back at once', async () => {
      const site = await openSite()
      site.hold()
      const worker = site.worker('worker', { args: ['--lost-after', '3600'] })
      const build = site.build()
      await worker.said('Making shard')
      worker.kill('SIGINT')
      await worker.said('Finishing the shards at hand')
      worker.kill('SIGINT')
      expect((await worker.ended).code).toBe(0)
      expect(worker.printed()).not.toMatch(/^Made shard/m)
      site.release()
      const other = site.worker('other')
      await site.expectSame(build)
      expect(begun(other)).toBe(SHARDS)
      expect(other.printed()).not.toContain('A worker was lost')
    })

    it('goes on after somebody stopped waiting, and says how', async () => {
      const site = await openSite()
      const build = site.build()
      await build.said('No worker is connected yet')
      build.kill('SIGINT')
      const { code, stderr } = await build.ended
      expect(code).toBe(130)
      expect(stderr).toContain(
        'Stopped waiting: 0 of 4 shards are made, and the workers go on with the others. Run the same command again',
      )
      const worker = site.worker('worker', { args: ['--idle-exit', '2'] })
      expect((await worker.ended).code).toBe(0)
      expect(begun(worker)).toBe(SHARDS)
      expect(worker.printed()).toContain('No job for 2 seconds.')
      // Nobody has to make anything any more.
      await site.expectSame(site.build())
    })

    it('makes a damaged shard again', async () => {
      const site = await openSite()
      const worker = site.worker('worker')
      await site.expectSame(site.build())
      const [first] = readdirSync(site.results)
      truncateSync(join(site.results, first!, 'documents.bin'), 10)
      await site.expectSame(site.build('again'), 'again')
      expect(begun(worker)).toBe(SHARDS + 1)
    })

    it('refuses shards that were made from another include, and names the worker', async () => {
      const site = await openSite()
      const worker = site.worker('worker', {
        files: { 'docs/fr-FR/includes/i.md': smallDocument('autre', 'other') },
      })
      const { code, stderr } = await site.build().ended
      expect(code).toBe(2)
      expect(stderr).toMatch(
        /shard \d of 4 in .* was made from another docs\/fr-FR\/includes\/i\.md than the one here\. It was made by the worker \S+-\d+/,
      )
      worker.kill('SIGTERM')
      await worker.ended
      site.worker('right')
      await site.expectSame(site.build('again'), 'again')
    })

    it('removes jobs that no build waits for from the way of a worker that cannot make them', async () => {
      const site = await openSite()
      const build = site.build()
      await build.said('No worker is connected yet')
      build.kill('SIGTERM')
      expect((await build.ended).code).toBe(143)
      const worker = site.worker('worker', {
        files: { 'docs/fr-FR/z.md': smallDocument() },
        args: ['--idle-exit', '2'],
      })
      await worker.ended
      expect(
        worker
          .printed()
          .match(/^Removed shard \d of 4, which this worker cannot make and no build waits for/gm),
      ).toHaveLength(4)
      expect(existsSync(site.results) && readdirSync(site.results)).toEqual([])
    })

    it('says if a worker puts its shards elsewhere', async () => {
      const site = await openSite()
      mkdirSync(join(site.folder, 'elsewhere'))
      site.worker('worker', { args: ['--results', '../elsewhere'] })
      const build = site.build('producer', { args: ['--shards', '1'] })
      await build.said(
        /has put shard 1 of 1 into \S+elsewhere, but it is not in \S+results\. Give the build and all workers the same --results/,
      )
      build.kill('SIGTERM')
    })

    it('has its shards in S3, also if the server is busy and connections break', async () => {
      const site = await openSite()
      const { env, objects, fail } = await startS3()
      const args = ['--results', 's3://bucket/shards']
      fail('PUT', 'break', 'busy')
      fail('GET', 'busy', 'busy')
      site.hold()
      const lost = site.worker('lost', { args, env })
      const build = site.build('producer', { args, env })
      await lost.said('Making shard')
      lost.kill('SIGKILL')
      site.release()
      const worker = site.worker('worker', { args, env })
      await site.expectSame(build)
      expect([...objects.keys()].filter((key) => key.startsWith('bucket/shards/'))).toHaveLength(SHARDS)
      // The next one downloads them; one has been cut meanwhile.
      const [first] = [...objects.values()]
      Object.assign(first!, { body: first!.body.subarray(0, 10) })
      await site.expectSame(site.build('again', { args, env }), 'again')
      expect(begun(worker)).toBe(SHARDS + 1)
    })

    it.each([
      ['a build', 130],
      ['a worker', 0],
    ])('ends when %s is stopped while Redis is gone', async (what, expected) => {
      const site = await openSite()
      const program = what === 'a build' ? site.build() : site.worker('worker')
      await program.said(what === 'a build' ? 'No worker is connected yet' : 'Press Ctrl+C')
      await site.redis.stop()
      await program.said('is lost: trying again')
      program.kill('SIGINT')
      expect((await program.ended).code).toBe(expected)
    })

    it('takes no job whose id is not that of its shard: it would name a folder', async () => {
      const site = await openSite()
      const build = site.build('producer', { args: ['--shards', '1'] })
      await build.said('No worker is connected yet')
      const queue = new Queue('shards', { connection: { url: site.redis.url }, prefix: PREFIX })
      const [job] = await queue.getJobs(['waiting'])
      await queue.add('x', job!.data, { jobId: '../../outside', lifo: true })
      const worker = site.worker('worker')
      await worker.said('It is no job of this version of Lockstep')
      await site.expectSame(build)
      await queue.close()
      expect(existsSync(join(site.folder, '../outside'))).toBe(false)
    })

    it('ends a worker that can make nothing of what is asked for', async () => {
      const site = await openSite()
      const build = site.build()
      await build.said('No worker is connected yet')
      // Longer than its rest between two jobs.
      const args = ['--idle-exit', '8']
      const worker = site.worker('worker', { files: { 'docs/fr-FR/z.md': smallDocument() }, args })
      expect((await worker.ended).code).toBe(0)
      expect(worker.printed()).toContain('No job for 8 seconds.')
    })

    it('says what Redis refuses', async () => {
      const site = await openSite()
      const redis = new Redis(site.redis.url)
      await redis.config('SET', 'maxmemory', '1')
      const { code, stderr } = await site.build().ended
      redis.disconnect()
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/error Redis at \S+ refuses what a queue needs: OOM .* Correct its settings/),
      ])
    })

    it('works over a socket', async () => {
      const site = await openSite()
      const args = ['--queue', site.redis.socket, '--queue-name', 'docs']
      site.worker('worker', { args })
      await site.expectSame(site.build('producer', { args: [...args, '--shards', '2'] }))
      expect(readdirSync(site.results)).toHaveLength(2)
    })
  },
)
