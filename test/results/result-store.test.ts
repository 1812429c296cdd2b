import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBucket } from '../../src/results/bucket.ts'
import { openResults } from '../../src/results/open-results.ts'
import type { ResultStore } from '../../src/results/result-store.ts'
import { hashOf } from '../../src/util/data/hash-of.ts'
import { contentsOf } from '../support/contents-of.ts'
import { S3_KEYS, startS3 } from '../support/s3-server.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

const IDS = ['a', 'b', 'c', 'd', 'e'].map(hashOf)
const [ID] = IDS as [string]

/** Puts a shard with a content into a store. */
async function put(store: ResultStore, id: string, content: string): Promise<void> {
  const place = await store.begin(id)
  writeFiles(place.path, { 'shard.json': `{\n  "bytes": ${content.length}\n}\n`, 'documents.bin': content })
  await place.publish()
  place.remove()
}

/** What a store has under an id. */
async function get(store: ResultStore, id: string): Promise<string | undefined> {
  const folder = await store.fetch(id)
  if (folder === undefined) return undefined
  const files = contentsOf(folder)
  expect(Object.keys(files)).toEqual(['documents.bin', 'shard.json'])
  const content = files['documents.bin']!
  expect(JSON.parse(files['shard.json']!)).toEqual({ bytes: content.length })
  return content
}

const openFolder = () => openResults('results', temporaryFolder(), {})

describe.each([
  ['a folder', openFolder],
  ['S3', async () => openResults('s3://bucket/some where/shards/', '', (await startS3()).env)],
])('finished shards in %s', (_, open) => {
  it('are found by their id, all of them, and can be removed', async () => {
    const store = await open()
    expect(await store.list()).toEqual(new Set())
    for (const id of IDS) await put(store, id, id)
    expect(await store.list()).toEqual(new Set(IDS))
    for (const id of IDS) expect([await store.has(id), await get(store, id)]).toEqual([true, id])
    await store.remove(ID)
    await store.remove(ID)
    expect([await store.has(ID), await store.fetch(ID)]).toEqual([false, undefined])
    expect((await store.list()).size).toBe(IDS.length - 1)
    store.close()
  })

  it('can have a long description with names in any script', async () => {
    const store = await open()
    const place = await store.begin(ID)
    const description = { files: 'docs/été/表.json '.repeat(1000) }
    writeFiles(place.path, { 'shard.json': JSON.stringify(description, null, 2), 'documents.bin': 'a\nb\n' })
    await place.publish()
    place.remove()
    const files = contentsOf((await store.fetch(ID))!)
    expect(
      JSON.parse(Buffer.from(files['shard.json']!, 'latin1').toString()).files === description.files,
    ).toBe(true)
    expect(files['documents.bin']).toBe('a\nb\n')
    store.close()
  })

  it('are whole when they are made twice', async () => {
    const store = await open()
    await put(store, ID, 'one')
    const first = await get(store, ID)
    await put(store, ID, 'other')
    expect(first).toBe('one')
    expect(['one', 'other']).toContain(await get(store, ID))
    expect((await store.list()).size).toBe(1)
    store.close()
  })
})

describe('a folder of finished shards', () => {
  it('shows nothing of a shard that is being made, and keeps nothing of it', async () => {
    const cwd = temporaryFolder()
    const store = await openResults('results', cwd, {})
    const place = await store.begin(ID)
    writeFiles(place.path, { 'shard.json': '{}' })
    expect(await store.list()).toEqual(new Set())
    place.remove()
    expect(readdirSync(join(cwd, 'results'))).toEqual([])
  })

  it('replaces what is left of a shard that was being deleted', async () => {
    const cwd = temporaryFolder({ [`results/${ID}/documents.bin`]: 'left' })
    const store = await openResults('results', cwd, {})
    expect([await store.has(ID), await store.fetch(ID)]).toEqual([false, undefined])
    await put(store, ID, 'new')
    expect(await get(store, ID)).toBe('new')
    expect(readdirSync(join(cwd, 'results'))).toEqual([ID])
  })

  it('is refused where it cannot be', async () => {
    const cwd = temporaryFolder({ file: '' })
    await expect(openResults('file/x', cwd, {})).rejects.toThrow(
      /^Cannot write to .*file\/x: a part of its path is a file/,
    )
  })
})

describe('a bucket', () => {
  it('is asked again if the server is busy or a connection breaks, and a cut object is never there', async () => {
    const server = await startS3()
    const store = await openResults('s3://bucket/p', '', server.env)
    const content = 'x'.repeat(3_000_000)
    server.fail('PUT', 'break', 'busy')
    server.fail('GET', 'break', 'busy', 'break')
    await put(store, ID, content)
    expect(String(server.objects.get(`bucket/p/${ID}`)?.body)).toBe(`{"bytes":${content.length}}\n${content}`)
    expect(await get(store, ID)).toBe(content)
    const path = `/bucket/p/${ID}`
    expect(server.log).toEqual(
      ['PUT cut', 'PUT 503', 'PUT 200', 'GET cut', 'GET 503', 'GET cut', 'GET 200'].map(
        (line) => `${line} ${path}`,
      ),
    )
    store.close()
  })

  it('is listed page by page', async () => {
    const server = await startS3()
    const store = await openResults('s3://bucket', '', server.env)
    for (const id of IDS) await put(store, id, 'x')
    await put(store, 'other', 'x')
    server.fail('GET', 'busy')
    const asked = server.log.length
    expect(await store.list()).toEqual(new Set(IDS))
    expect(server.log.slice(asked)).toEqual(['GET 503 /bucket/', ...Array(3).fill('GET 200 /bucket/')])
  })

  it.each([
    [
      'another secret',
      { AWS_SECRET_ACCESS_KEY: 'x' },
      'Cannot list S3: 403 SignatureDoesNotMatch No &lt;SignatureDoesNotMatch&gt;',
    ],
    ['no session', { AWS_SESSION_TOKEN: '' }, 'Cannot list S3: 403 InvalidToken'],
    [
      'no server',
      { AWS_ENDPOINT_URL: 'http://127.0.0.1:2' },
      'Cannot list http://127.0.0.1:2/bucket: connect ECONNREFUSED',
    ],
    [
      'no keys',
      { AWS_ACCESS_KEY_ID: '' },
      'Cannot use S3 without AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    ],
  ])('is refused with %s', async (_, env, message) => {
    const { env: right } = await startS3()
    const list = async () => (await openResults('s3://bucket', '', { ...right, ...env })).list()
    await expect(list()).rejects.toThrow(message)
  })

  it('of Amazon has its name in the host, and no dots there', async () => {
    const asked: string[] = []
    const fetchBefore = globalThis.fetch
    globalThis.fetch = async (input) => {
      asked.push((input as Request).url)
      return new Response('<ListBucketResult/>')
    }
    try {
      for (const name of ['docs', 'docs.example.com']) await (await openBucket(name, S3_KEYS)).list('')
    } finally {
      globalThis.fetch = fetchBefore
    }
    expect(asked).toEqual([
      'https://docs.s3.eu-west-3.amazonaws.com/?list-type=2&prefix=',
      'https://s3.eu-west-3.amazonaws.com/docs.example.com/?list-type=2&prefix=',
    ])
  })
})
